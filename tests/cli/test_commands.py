"""Every command through its real process, on the demo page."""

import contextlib
import json
import os
import signal
import subprocess
import threading
import time
import wave
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from langdu.article_json import from_json
from langdu.errors import NoAudioDevice
from langdu.speech import find_output
from langdu.timeline import Timeline
from tests.cli.conftest import Command

PARAGRAPH = "云溪区位于云溪河北岸，全区有居民1.7万户。"


def test_help_names_every_command(langdu: Command) -> None:
    result = langdu("--help")
    assert result.code == 0
    for name in "extract translate speak publish models memory voices doctor".split():
        assert f"  {name} " in result.out
    assert langdu("--version").out == "langdu 0.1.0\n"


def test_extract_text(langdu: Command, demo_page: Path) -> None:
    result = langdu("extract", str(demo_page))
    assert result.code == 0
    assert result.err == ""
    assert "【云溪区】河畔老城添新景" in result.out
    assert PARAGRAPH in result.out
    assert "打印" not in result.out


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_every_format(langdu: Command, demo_page: Path, form: str) -> None:
    result = langdu("extract", str(demo_page), "--format", form)
    assert result.code == 0
    assert PARAGRAPH in result.out


def test_extract_from_standard_input_and_into_a_file(langdu: Command, demo_page: Path) -> None:
    result = langdu(
        "extract", "-", "--format", "json", "-o", "out/a.json", stdin=demo_page.read_bytes()
    )
    assert (result.code, result.out) == (0, "")
    assert from_json((langdu.folder / "out" / "a.json").read_bytes()).published


def test_explain_says_what_was_removed_and_why(langdu: Command, demo_page: Path) -> None:
    result = langdu("extract", str(demo_page), "--explain")
    assert result.code == 0
    assert "published: '2025-09-28T09:30' from meta PubDate" in result.err
    assert "removed by furniture (named 'related'): '相关阅读" in result.err


def test_stages_pipe(langdu: Command, demo_page: Path) -> None:
    article = langdu("extract", str(demo_page), "--format", "json")
    japanese = langdu("translate", "-", "-t", "ja", "--format", "json", stdin=article.out.encode())
    assert japanese.code == 0
    translated = from_json(japanese.out)
    assert translated.title == "【雲渓区】川辺の旧市街に新しい景色"
    assert translated.translation is not None
    assert translated.translation.demo
    assert "demo model" in japanese.err
    spoken = langdu("speak", "-", "-o", "ja.wav", stdin=japanese.out.encode())
    assert spoken.code == 0
    assert (langdu.folder / "ja.wav").stat().st_size > 100_000


def test_several_languages_go_into_a_folder(langdu: Command, demo_page: Path) -> None:
    arguments = ("translate", str(demo_page), "-t", "en", "-t", "ru")
    assert langdu(*arguments).code == 2
    assert langdu(*arguments, "--format", "markdown", "-o", "out").code == 0
    written = sorted(p.relative_to(langdu.folder) for p in langdu.folder.rglob("*.md"))
    assert written == [Path("out/en/article.md"), Path("out/ru/article.md")]


def test_a_missing_model_names_its_command(langdu: Command, demo_page: Path) -> None:
    langdu.environment["ARGOS_PACKAGES_DIR"] = str(langdu.folder / "none")
    result = langdu("translate", str(demo_page), "-t", "ja")
    assert result.code == 1
    assert result.err.count("\n") == 1
    assert "langdu models add zh-en en-ja" in result.err


def test_speak_writes_sound_and_timeline(langdu: Command, demo_page: Path) -> None:
    result = langdu("speak", str(demo_page), "-o", "zh.wav", "--rate", "1.5")
    assert (result.code, result.out) == (0, "")
    with wave.open(str(langdu.folder / "zh.wav")) as sound:
        seconds = sound.getnframes() / sound.getframerate()
    timeline = Timeline.from_json((langdu.folder / "zh.timeline.json").read_bytes())
    assert abs(timeline.duration - seconds) < 0.01 * seconds
    assert timeline.cues[0].id == "title"


def _has_sound_card() -> bool:
    try:
        return bool(find_output())
    except NoAudioDevice:
        return False


def test_speak_without_a_device_says_what_to_do(langdu: Command, demo_page: Path) -> None:
    if _has_sound_card():
        pytest.skip("this machine can play sound")
    result = langdu("speak", str(demo_page))
    assert (result.code, result.out) == (1, "")
    assert result.err.count("\n") == 1
    assert "-o FILE.wav" in result.err


def test_speak_from_a_sentence_that_is_not_there(langdu: Command, demo_page: Path) -> None:
    result = langdu("speak", str(demo_page), "--start", "b99", "-o", "x.wav")
    assert result.code == 1
    assert "b99" in result.err
    assert list(langdu.folder.iterdir()) == []


def test_publish(langdu: Command, demo_page: Path) -> None:
    result = langdu(
        "publish", str(demo_page), "-t", "en", "-o", "site", "--format", "html,text,json"
    )
    assert result.code == 0
    assert result.out == "site/index.html\n"
    site = langdu.folder / "site"
    written = sorted(str(p.relative_to(site)) for p in site.rglob("*") if p.is_file())
    images = [name for name in written if name.startswith("images/")]
    assert len(images) == 2
    assert [name for name in written if name not in images] == [
        "accessibility.html",
        "assets/reader.css",
        "assets/reader.js",
        "en/article.json",
        "en/article.txt",
        "en/index.html",
        "en/words.js",
        "index.html",
        "zh/article.json",
        "zh/article.txt",
        "zh/index.html",
        "zh/words.js",
    ]


def test_publish_in_one_file_as_a_fragment_and_withdraw(langdu: Command, demo_page: Path) -> None:
    one = langdu("publish", str(demo_page), "-o", "one", "--single-file")
    assert (one.code, one.out, one.err) == (0, "one/reader.html\n", "")
    assert [path.name for path in (langdu.folder / "one").iterdir()] == ["reader.html"]
    site = langdu("publish", str(demo_page), "-o", "site", "--fragment")
    assert (site.code, site.out) == (0, "site/index.html\n")
    assert (langdu.folder / "site" / "zh" / "fragment.html").is_file()
    gone = langdu("publish", "--withdraw", "site")
    notices = [f"site/{name}.html" for name in ("zh/index", "index", "accessibility")]
    assert (gone.code, gone.out.splitlines()) == (0, notices)
    assert "已撤回" in (langdu.folder / "site" / "zh" / "index.html").read_text("utf-8")
    assert not (langdu.folder / "site" / "images").exists()
    nothing = langdu("publish", "--withdraw", "elsewhere")
    assert (nothing.code, nothing.out, nothing.err.count("\n")) == (1, "", 1)
    assert "nothing is published in elsewhere" in nothing.err


def test_a_page_and_its_pictures_from_a_server(langdu: Command, demo_page: Path) -> None:
    handler = partial(_Quiet, directory=str(demo_page.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/article.html"
        refused = [
            langdu("publish", url, "-o", "refused"),
            langdu("extract", url),
            langdu("extract", url, "--explain"),
            langdu("translate", url, "-t", "en"),
            langdu("speak", url, "-o", "a.wav"),
        ]
        saved = langdu("extract", url, "--allow-private", "--format", "json")
        pictures = langdu("publish", "-", "-o", "pictures", stdin=saved.out.encode())
        allowed = langdu("publish", url, "-o", "allowed", "--allow-private")
        server.shutdown()
    for result in refused:
        assert (result.code, result.out) == (1, "")
        assert (result.err.count("--allow-private"), result.err.count("\n")) == (1, 1)
    assert not (langdu.folder / "refused").exists()
    assert (pictures.code, pictures.err.count("--allow-private")) == (0, 2)
    assert not (langdu.folder / "pictures" / "images").exists()
    assert (allowed.code, allowed.err) == (0, "")
    assert len(list((langdu.folder / "allowed" / "images").iterdir())) == 2


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def test_voices_languages(langdu: Command) -> None:
    rows = json.loads(langdu("voices", "--json").out)
    assert {"zh", "en", "ja", "ko", "ru"} <= {row["lang"] for row in rows}
    assert "日本語" in langdu("languages").out


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", "a", "b"],
        ["nonsense"],
        ["extract", "a", "--format", "pdf"],
        ["publish", "a"],
        ["speak", "a", "--rate", "fast"],
    ],
)
def test_usage_errors_are_2(langdu: Command, arguments: list[str]) -> None:
    assert langdu(*arguments).code == 2


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b"   \n ", ""),
        (os.urandom(4096) + bytes(range(32)) * 40, ""),
        (b"\x7fELF" + bytes(5000), ""),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(500), ""),
        (b'{"schema": "langdu/article/2"}', "schema"),
        (b'{"schema": "langdu/article/1", "lang": "zh"}', "blocks"),
        (b"<html><body><script>app()</script></body></html>", ""),
    ],
)
def test_what_is_no_article_fails_with_one_line(
    langdu: Command, content: bytes, message: str
) -> None:
    result = langdu("extract", "-", stdin=content)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("langdu: ")
    assert result.err.count("\n") == 1
    assert message in result.err
    assert "defect" not in result.err


@pytest.mark.parametrize("source", ["none.html", ".", "http://127.0.0.1:9/", "ftp://a.example/"])
def test_what_cannot_be_read_fails_with_one_line(langdu: Command, source: str) -> None:
    result = langdu("extract", source)
    assert (result.code, result.out) == (1, "")
    assert result.err.count("\n") == 1
    assert "defect" not in result.err


def test_twenty_megabytes(langdu: Command) -> None:
    sentence = "区里新修了一条路，路边种了三千棵树，居民都说好。"
    body = "".join(f"<p>第{number}段。{sentence * 40}</p>" for number in range(7000))
    page = f"<html><head><title>长文</title></head><body><h1>长文</h1>{body}</body></html>".encode()
    assert len(page) > 19_000_000
    result = langdu("extract", "-", stdin=page)
    assert result.code == 0
    assert result.out.count(sentence) == 280_000


def test_a_folder_that_cannot_be_written(langdu: Command, demo_page: Path) -> None:
    (langdu.folder / "file").write_text("in the way")
    for arguments in (
        ("extract", str(demo_page), "-o", "file/a.txt"),
        ("speak", str(demo_page), "--start", "b9", "-o", "file/a.wav"),
        ("publish", str(demo_page), "-o", "file/site"),
    ):
        result = langdu(*arguments)
        assert (result.code, result.err.count("\n")) == (1, 1), arguments
        assert "defect" not in result.err


def test_a_broken_pipe_is_silent(langdu: Command, demo_page: Path) -> None:
    process = langdu.start("extract", str(demo_page), "--format", "json")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    with process.stderr as errors:
        assert errors.read() == b""
    assert process.wait(timeout=60) == 141


def test_ctrl_c_ends_at_once_and_leaves_nothing(langdu: Command) -> None:
    process = langdu.start("extract", "-", stdin=subprocess.PIPE, start_new_session=True)
    assert process.stdin is not None
    # more than a pipe holds: when it is written, the command has begun to read
    process.stdin.write(b"<p>a" * 100_000)
    process.stdin.flush()
    os.kill(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, b""), err
    assert b"Traceback" not in err


def test_ctrl_c_while_it_speaks_leaves_no_process_and_no_file(langdu: Command) -> None:
    page = "".join(f"<p>第{number}段，区里新修了一条路，居民都说好。</p>" for number in range(2000))
    (langdu.folder / "long.html").write_text(f"<h1>长文</h1>{page}", encoding="utf-8")
    process = langdu.start("speak", "long.html", "-o", "out.wav", start_new_session=True)
    while not (children := _children(process.pid)):
        assert process.poll() is None
    os.kill(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in err
    while any(map(_runs, children)):  # one that had just begun ends when it finds nobody there
        time.sleep(0.05)  # the suite's time-out ends this if it never does
    assert [file.name for file in langdu.folder.iterdir()] == ["long.html"]


def _runs(pid: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        return bool(Path(f"/proc/{pid}/cmdline").read_bytes())
    except OSError:
        return False


def _children(pid: int) -> list[int]:
    """The processes that a process has started, once they run a program of their own."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = stat.read_text().rpartition(")")[2].split()
            command = (stat.parent / "cmdline").read_bytes()
            if int(fields[1]) == pid and b"pyttsx3_worker" in command:
                found.append(int(stat.parent.name))
    return found
