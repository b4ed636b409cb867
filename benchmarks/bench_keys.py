"""How soon a key is answered while an article is read aloud, and how soon the first sound comes.

A real pseudo-terminal, a card that records by the clock, and langdu between them. From the moment
in which a key is written to the terminal until the screen shows the answer, and until the card
gets it (silence for a pause, the other sentence for a move); the real card's own buffer, 0.1 s at
most, comes after that. Then with pyttsx3: from the article being there to the first sound, and the
gaps in which the card wanted sound and there was none.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from langdu.article import Article, Paragraph, Sentence
from langdu.article_json import to_json
from tests.speech.terminal.driver import number
from tests.speech.terminal.terminal import Terminal

_KEYS = 100
_BLOCKS = 60
_PATIENCE = 10.0


def article() -> Article:
    """An article of our own: 60 paragraphs of three sentences.

    They count by the sixty names of years, which are said as they are written: the card knows a
    sentence by its text.
    """
    names = [
        f"{'甲乙丙丁戊己庚辛壬癸'[n % 10]}{'子丑寅卯辰巳午未申酉戌亥'[n % 12]}" for n in range(60)
    ]
    blocks = tuple(
        Paragraph(
            f"b{n}",
            tuple(
                Sentence(f"b{n}.s{m}", f"{names[n - 1]}路的{word}，镇上修了新路，路边种了许多树。")
                for m, word in enumerate(("东头", "中间", "西头"), 1)
            ),
        )
        for n in range(1, _BLOCKS + 1)
    )
    return Article("zh", blocks, title="小镇的新路")


def await_answer(terminal: Terminal, answered: Callable[[], bool]) -> float:
    """The time at which something is so."""
    end = time.monotonic() + _PATIENCE
    while not answered():
        terminal.read(0.001)
        if time.monotonic() > end:
            sys.exit(f"no answer:\n{terminal.text}")
    return time.monotonic()


def begun_since(terminal: Terminal, since: float, sound: int) -> float | None:
    """When the card first got a sound after a moment."""
    times = (e["at"] for e in terminal.entries() if e.get("begins") == sound and e["at"] >= since)
    return next(times, None)


def answer(terminal: Terminal, key: str, shown: str, sound: int) -> tuple[float, float]:
    """Press a key; seconds until the screen shows, and until the card gets, what it asks for."""
    pressed = time.monotonic()
    terminal.press(key)
    seen = await_answer(terminal, lambda: shown in terminal.text)
    await_answer(terminal, lambda: begun_since(terminal, pressed, sound) is not None)
    return seen - pressed, (begun_since(terminal, pressed, sound) or pressed) - pressed


def keys(folder: Path, file: Path) -> tuple[list[float], list[float]]:
    """Seconds until the screen, and until the card, has answered each key."""
    screen, card = [], []
    texts = [sentence.text for sentence in article().segments]
    with Terminal(folder, "speak", str(file), voice="long") as terminal:
        terminal.until(lambda: terminal.hears() == number(texts[0]))
        terminal.sees("playing")
        at = 0
        for turn in range(_KEYS):
            if turn % 4 < 2:  # pause, go on
                key, sound = " ", 0 if turn % 4 == 0 else number(texts[at])
                shown = "paused" if turn % 4 == 0 else "playing"
            else:
                at += 1
                key, sound, shown = "\x1b[C", number(texts[at]), f"sentence {at + 1} of"
            seen, heard = answer(terminal, key, shown, sound)
            screen.append(seen)
            card.append(heard)
        terminal.press("q")
        terminal.end()
    return screen, card


def first_sound(folder: Path, file: Path) -> float:
    """Seconds from the article being there to the first sound of pyttsx3."""
    with Terminal(folder, "speak", str(file), voice="real") as terminal:
        terminal.until(lambda: terminal.hears() != 0)
        entries = terminal.entries()
        terminal.press("q")
        terminal.end()
    terminal.log.unlink()
    ready = next(entry["ready"] for entry in entries if "ready" in entry)
    return float(next(entry["at"] for entry in entries if entry.get("begins")) - ready)


def gaps(folder: Path, file: Path, speed: float) -> list[float]:
    """Seconds in which the card had nothing to play between two sentences of pyttsx3."""
    with Terminal(folder, "speak", str(file), voice="real", speed=speed) as terminal:
        terminal.sees("sentence 60 of")
        terminal.press("q")
        terminal.end()
    heard = terminal.heard()
    inner = [stretch for stretch in heard[2:-1] if stretch.sound == 0]
    terminal.log.unlink()
    return [stretch.frames / 22_050 / speed for stretch in inner]


def show(what: str, seconds: list[float]) -> None:
    ordered = sorted(seconds)
    p95 = ordered[int(len(ordered) * 0.95)]
    print(
        f"{what:<28} median {statistics.median(ordered) * 1000:6.1f} ms   "
        f"95th percentile {p95 * 1000:6.1f} ms   longest {ordered[-1] * 1000:6.1f} ms"
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "article.json"
        file.write_text(to_json(article()), encoding="utf-8")
        screen, card = keys(folder, file)
        show(f"key → screen ({_KEYS} keys)", screen)
        show(f"key → card ({_KEYS} keys)", card)
        (folder / "card.jsonl").unlink()
        show("article → first sound (10)", [first_sound(folder, file) for _ in range(10)])
        found = gaps(folder, file, 20.0)
        longest = max(found, default=0.0)
        print(f"60 sentences at 20 × real time: {len(found)} gaps, the longest {longest:.3f} s")


if __name__ == "__main__":
    main()
