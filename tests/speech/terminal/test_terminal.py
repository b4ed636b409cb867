"""``langdu speak`` in a real pseudo-terminal, with a card that records what is played."""

from __future__ import annotations

import os
import re
import signal
import stat
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path

import pytest

from langdu.article import Article
from langdu.article_json import to_json
from langdu.speech import find_output
from langdu.speech.spoken import spoken_form
from langdu.speech.terminal.script import Script
from tests.speech.terminal.driver import number
from tests.speech.terminal.samples import ARTICLE, in_language
from tests.speech.terminal.terminal import ROOT, Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")

LINES = Script.of(ARTICLE).lines
TEXTS = [line.sentence.text for line in LINES]
NUMBERS = [number(text) for text in TEXTS]
LEAVES = b"\x1b[?1049l"
SHOWS_CURSOR = b"\x1b[?25h"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write(tmp_path / "article.json", ARTICLE)


def write(file: Path, article: Article) -> Path:
    file.write_text(to_json(article), encoding="utf-8")
    return file


def hears(terminal: Terminal, at: int) -> None:
    """Wait until the card hears a line, and the screen shows it."""
    terminal.until(lambda: terminal.hears() == NUMBERS[at], f"hearing {TEXTS[at]}")
    terminal.until(lambda: terminal.highlighted == TEXTS[at].replace(" ", ""), f"{TEXTS[at]} shown")


def is_restored(terminal: Terminal) -> bool:
    """Whether lines and echo are on again, the usual screen is back, and the cursor is seen."""
    local = termios.tcgetattr(terminal.process.child_fd)[3]
    modes = local & termios.ICANON and local & termios.ECHO
    screen = terminal.raw.rfind(LEAVES) > terminal.raw.rfind(b"\x1b[?1049h")
    cursor = terminal.raw.rfind(SHOWS_CURSOR) > terminal.raw.rfind(b"\x1b[?25l")
    return bool(modes) and screen and cursor


def without_codes(raw: bytes) -> str:
    return re.sub(r"\x1b\[[0-?]*[@-~]", "", raw.decode())


def test_keys_steer_what_is_heard_and_shown(tmp_path: Path, file: Path) -> None:
    with Terminal(tmp_path, "speak", str(file), voice="long") as terminal:
        hears(terminal, 0)
        for key, at in (
            ("\x1b[C", 1),  # right
            ("\x1b[C", 2),
            ("\x1bOD", 1),  # left, in the other mode of a terminal
            ("]", 4),
            ("\x1b[B", 5),  # down
            ("\x1b[A", 4),  # up
            ("[", 0),
            ("\x1b[B", 1),
            ("r", 1),
        ):
            terminal.press(key)
            hears(terminal, at)
        terminal.press("q")
        assert terminal.end() == 0
        assert "stopped at sentence 2 of 17: --resume goes on there" in terminal.text
        assert is_restored(terminal)
    order = [heard.sound for heard in terminal.heard() if heard.sound]
    assert order == [NUMBERS[at] for at in (0, 1, 2, 1, 4, 5, 4, 0, 1)]  # r: the same goes on


def test_the_whole_article_each_sentence_whole_and_in_order(tmp_path: Path, file: Path) -> None:
    with Terminal(tmp_path, "speak", str(file), speed=20) as terminal:
        assert terminal.end() == 0
        assert is_restored(terminal)
    heard = terminal.heard()
    spoken = [stretch for stretch in heard if stretch.sound]
    assert [stretch.sound for stretch in spoken] == NUMBERS
    for stretch, text in zip(spoken, TEXTS, strict=True):
        assert stretch.frames == round(len(text) * 0.05 * 16_000)
    pauses = heard[2::2]  # after the first sentence, …
    for pause, line in zip(pauses, LINES, strict=True):
        assert pause.sound == 0
        assert pause.frames >= round(line.pause * 16_000)


def test_pause_is_silence_within_the_sentence_and_nothing_is_lost(
    tmp_path: Path, file: Path
) -> None:
    with Terminal(tmp_path, "speak", str(file), speed=1) as terminal:
        hears(terminal, 0)
        terminal.press(" ")
        terminal.sees("paused")
        terminal.until(lambda: terminal.hears() == 0)
        terminal.press(" ")
        terminal.sees("playing")
        terminal.until(lambda: terminal.hears() == NUMBERS[1])
        terminal.press("q")
        assert terminal.end() == 0
    title = [stretch.frames for stretch in terminal.heard() if stretch.sound == NUMBERS[0]]
    assert len(title) == 2
    assert sum(title) == round(len(TEXTS[0]) * 0.05 * 16_000)


def test_the_mode_that_waits_after_each_sentence(tmp_path: Path, file: Path) -> None:
    with Terminal(tmp_path, "speak", str(file), speed=4) as terminal:
        terminal.press("m")
        terminal.until(lambda: NUMBERS[0] in [stretch.sound for stretch in terminal.heard()])
        terminal.sees("waiting")
        assert [stretch.sound for stretch in terminal.heard() if stretch.sound] == NUMBERS[:1]
        terminal.press(" ")
        terminal.until(lambda: NUMBERS[1] in [stretch.sound for stretch in terminal.heard()])
        terminal.sees("waiting · sentence 2")
        terminal.press("q")
        assert terminal.end() == 0


def test_the_source_sentence_of_a_translation_and_back(tmp_path: Path, file: Path) -> None:
    english = write(tmp_path / "en.json", in_language("en"))
    arguments = ("speak", str(file), "--translation", str(english), "--start", "b3.s2")
    with Terminal(tmp_path, *arguments, voice="long") as terminal:
        there = number("en 下雨就积水。")
        terminal.until(lambda: terminal.hears() == there, "the translation")
        terminal.sees("English")
        terminal.press("b")
        hears(terminal, TEXTS.index("下雨就积水。"))
        terminal.press("b")
        terminal.until(lambda: terminal.hears() == there, "the translation again")
        terminal.press("q")
        assert terminal.end() == 0


def test_two_languages_sentence_by_sentence(tmp_path: Path, file: Path) -> None:
    english = in_language("en")
    spoken = {s.id: number(spoken_form(s.text, "en").text) for s in english.segments}
    given = ("--translation", str(write(tmp_path / "en.json", english)))
    arguments = ("speak", str(file), *given, "-t", "en", "--with", "zh")
    with Terminal(tmp_path, *arguments, "--start", "b3", voice="long") as terminal:
        hears(terminal, 5)
        terminal.press("\x1b[C")
        terminal.until(lambda: terminal.hears() == spoken["b3.s1"], "the translation of it")
        terminal.until(lambda: terminal.highlighted == "en旧路太窄。", "the translation shown")
        assert "旧路太窄。  en 旧路太窄。" in terminal.text
        terminal.press("\x1b[C")
        hears(terminal, 6)
        terminal.press("q")
        assert terminal.end() == 0
    with Terminal(tmp_path, *arguments, "--resume", "--with-after", speed=60) as terminal:
        assert terminal.end() == 0
    order = [heard.sound for heard in terminal.heard() if heard.sound]
    pairs = [(spoken[line.sentence.id], number(line.sentence.text)) for line in LINES[6:]]
    assert order[-2 * len(pairs) :] == [sound for pair in pairs for sound in pair]


def test_another_language_at_the_same_sentence(tmp_path: Path, file: Path) -> None:
    with Terminal(tmp_path, "speak", str(file), "--start", "b1.s2", voice="long") as terminal:
        hears(terminal, 2)
        terminal.press("t")
        terminal.sees("2 English (is translated first)")
        terminal.press("2")
        english = number(spoken_form("[zh>en 路边种了树.]", "en").text)
        terminal.until(lambda: terminal.hears() == english, "English")
        terminal.sees("speed 1 · English")
        terminal.press("q")
        assert terminal.end() == 0


@pytest.mark.parametrize(("sent", "code"), [("TERM", 143), ("HUP", 129), ("QUIT", 131)])
def test_signals_end_it_and_the_terminal_is_as_before(
    tmp_path: Path, file: Path, sent: str, code: int
) -> None:
    with Terminal(tmp_path, "speak", str(file), "--start", "b3", voice="long") as terminal:
        hears(terminal, 5)
        os.kill(terminal.process.pid, getattr(signal, f"SIG{sent}"))
        assert terminal.end() == code
        assert is_restored(terminal)
        assert b"Traceback" not in terminal.raw
    assert '"sentence": "b3.s1"' in (tmp_path / "state/langdu/places.json").read_text()


def test_many_signals_are_one(tmp_path: Path, file: Path) -> None:
    with Terminal(tmp_path, "speak", str(file), voice="long") as terminal:
        hears(terminal, 0)
        terminal.press("\x03\x03\x03")
        assert terminal.end() == 130
        assert is_restored(terminal)
        assert b"Traceback" not in terminal.raw


def test_stopped_by_the_terminal_and_continued(tmp_path: Path, file: Path) -> None:
    shell = ["bash", "--norc", "--noprofile", "-i"]
    with Terminal(tmp_path, command=shell, PS1="ready> ") as terminal:
        terminal.sees("ready>")
        driver = f"{sys.executable} -m tests.speech.terminal.driver {terminal.log} long 1"
        terminal.press(f"{driver} speak {file}\n")
        hears(terminal, 0)
        terminal.press("\x1a")
        terminal.until(lambda: LEAVES in terminal.raw and b"Stopped" in terminal.raw, "stopping")
        terminal.until(lambda: SHOWS_CURSOR in terminal.raw)
        terminal.press("fg\n")
        terminal.sees("paused")
        terminal.press("\x1b[C")
        hears(terminal, 1)
        terminal.press("q")
        # what is typed before the shell has its terminal back may be thrown away
        stopped, prompt = b"stopped at sentence", b"ready>"
        terminal.until(lambda: -1 < terminal.raw.rfind(stopped) < terminal.raw.rfind(prompt))
        terminal.press("echo code-$?\n")
        terminal.until(lambda: b"code-0" in terminal.raw, "the shell")


def test_speed_help_another_size_and_no_colours(tmp_path: Path, file: Path) -> None:
    with Terminal(tmp_path, "speak", str(file), voice="long", NO_COLOR="1") as terminal:
        hears(terminal, 0)
        terminal.press("+")
        terminal.sees("speed 1.1")
        terminal.press("--")
        terminal.sees("speed 0.9")
        terminal.press("?")
        terminal.sees("wait after each sentence, or not")
        terminal.press("?")
        hears(terminal, 0)
        terminal.press("\x1b[C")
        terminal.sees("sentence 2 of 17")
        terminal.resize(20, 8)
        terminal.sees("playing 2/17")
        terminal.until(lambda: terminal.highlighted == TEXTS[1])
        terminal.resize(100, 30)
        terminal.sees("Space pause · arrows move")
        terminal.press("q")
        assert terminal.end() == 0
        assert not re.search(
            rb"\x1b\[[\d;]*(?:[34]\d|9\d|10\d)[\d;]*m", terminal.raw[terminal.raw.find(b"1049h") :]
        )


@pytest.mark.parametrize(
    ("options", "term"), [(["--plain"], "xterm"), ([], "dumb")], ids=["plain", "dumb"]
)
def test_plain_is_a_line_for_each_sentence_and_keys_work(
    tmp_path: Path, file: Path, options: list[str], term: str
) -> None:
    with Terminal(tmp_path, "speak", str(file), *options, voice="long", TERM=term) as terminal:
        terminal.sees(TEXTS[0])
        terminal.press("\x1b[C")
        terminal.sees(TEXTS[1])
        terminal.press(" ")
        terminal.sees("paused · sentence 2 of 17")
        terminal.press(" ")
        terminal.sees("goes on")
        terminal.press("?")
        terminal.sees("Space: pause, go on")
        terminal.press("q")
        assert terminal.end() == 0
        assert b"\x1b" not in terminal.raw
        assert is_lines(terminal, ["? lists the keys", TEXTS[0], TEXTS[1]])


def is_lines(terminal: Terminal, lines: list[str]) -> bool:
    return terminal.raw.decode().splitlines()[: len(lines)] == lines


def test_keys_come_from_the_terminal_where_the_article_comes_from_a_pipe(
    tmp_path: Path, file: Path
) -> None:
    driver = f"{sys.executable} -m tests.speech.terminal.driver {tmp_path / 'card.jsonl'} long 1"
    pipe = ["bash", "-c", f"cat {file} | {driver} speak -"]
    with Terminal(tmp_path, command=pipe) as terminal:
        hears(terminal, 0)
        terminal.press("\x1b[C")
        hears(terminal, 1)
        terminal.press("q")
        assert terminal.end() == 0
        assert is_restored(terminal)


def test_where_one_stopped(tmp_path: Path, file: Path) -> None:
    places = tmp_path / "state" / "langdu" / "places.json"
    with Terminal(tmp_path, "speak", str(file), "--start", "b4", voice="long") as terminal:
        hears(terminal, 7)
        terminal.press("q")
        assert terminal.end() == 0
    assert stat.S_IMODE(places.stat().st_mode) == 0o600
    with Terminal(tmp_path, "speak", str(file), voice="long") as terminal:
        terminal.sees("last time you stopped at sentence 8: g goes on there")
        hears(terminal, 0)
        terminal.press("g")
        hears(terminal, 7)
        terminal.press("q")
        assert terminal.end() == 0
    with Terminal(tmp_path, "speak", str(file), "--resume", speed=60) as terminal:
        hears(terminal, 7)
        assert terminal.end() == 0  # to its end
    assert '"places": []' in places.read_text()


def test_a_place_that_cannot_be_kept_is_said_and_no_reason_to_be_silent(
    tmp_path: Path, file: Path
) -> None:
    (tmp_path / "state").write_text("in the way")
    with Terminal(tmp_path, "speak", str(file), "--start", "b6", speed=20) as terminal:
        assert terminal.end() == 0
        assert terminal.raw.count(b"the place is not remembered") == 1
    assert [s.sound for s in terminal.heard() if s.sound] == NUMBERS[-6:]


def test_a_voice_that_breaks_is_one_line_and_the_terminal_is_as_before(
    tmp_path: Path, file: Path
) -> None:
    with Terminal(tmp_path, "speak", str(file), voice="broken", speed=20) as terminal:
        assert terminal.end() == 1
        assert is_restored(terminal)
        after = terminal.raw[terminal.raw.rfind(LEAVES) :]
        assert without_codes(after).strip() == "langdu: sentence b3.s1: it broke"


def test_without_a_sound_card_it_is_one_line_and_nothing_was_touched(
    tmp_path: Path, file: Path
) -> None:
    if _has_card():
        pytest.skip("there is a sound card here")
    with Terminal(tmp_path, "speak", str(file), device=False) as terminal:
        assert terminal.end() == 1
        said = "langdu: no audio device here: write a file instead with -o FILE.wav"
        assert without_codes(terminal.raw.splitlines()[-1]) == said
        assert b"\x1b[?1049h" not in terminal.raw


def _has_card() -> bool:
    try:
        find_output()
    except Exception:
        return False
    return True


def _driver(tmp_path: Path, *arguments: str, speed: str = "60") -> list[str]:
    card = str(tmp_path / "card.jsonl")
    return [sys.executable, "-m", "tests.speech.terminal.driver", card, "fake", speed, *arguments]


def test_into_a_pipe(tmp_path: Path, file: Path) -> None:
    run = subprocess.run(
        _driver(tmp_path, "speak", str(file)),
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "XDG_STATE_HOME": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert run.stdout.decode().splitlines() == TEXTS
    assert run.stderr == b""


@pytest.mark.parametrize(
    "options",
    [["--resume", "-o", "a.wav"], ["--plain", "-o", "a.wav"], ["--resume", "--start", "b3"]],
)
def test_options_that_exclude_each_other(tmp_path: Path, file: Path, options: list[str]) -> None:
    run = subprocess.run(
        _driver(tmp_path, "speak", str(file), *options), capture_output=True, cwd=ROOT
    )
    assert run.returncode == 2


def test_the_real_voice_and_ctrl_c_leaves_no_process(tmp_path: Path, file: Path) -> None:
    with Terminal(tmp_path, "speak", str(file), voice="real") as terminal:
        terminal.until(lambda: terminal.hears() != 0, "a sound")
        children = _children(terminal.process.pid)
        assert children
        terminal.press("\x03")
        assert terminal.end() == 130
        assert is_restored(terminal)
    wait_until(lambda: not any(map(_runs, children)))


def wait_until(condition: Callable[[], bool]) -> None:
    import time

    for _ in range(600):
        if condition():
            return
        time.sleep(0.05)
    pytest.fail("it did not happen within 30 s")


def _children(pid: int) -> list[int]:
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(status.read_text().rpartition(")")[2].split()[1]) == pid:
                found.append(int(status.parent.name))
        except OSError:
            continue
    return found


def _runs(pid: int) -> bool:
    try:
        return bool(Path(f"/proc/{pid}/cmdline").read_bytes())
    except OSError:
        return False
