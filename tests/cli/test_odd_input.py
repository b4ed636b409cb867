"""Odd options, broken files and closed streams: one line that says what is wrong, no traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command

PAGE = (
    '<html lang="zh"><body><article><h1>河边的新桥通车</h1><p>本市河边的新桥今天上午通车，'
    "第一批行人和车辆顺利通过，附近居民都说以后上班更方便了。</p></article></body></html>"
)
MAIN = "from langdu.cli import main; main()"


@pytest.fixture
def page(langdu: Command) -> Path:
    path = langdu.folder / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ("translate PAGE -t en --engine-option threads=nan", 1, "threads of the engine 'argos'"),
        ("translate PAGE -t en --engine-option beam=inf", 1, "beam of the engine 'argos'"),
        ("batch PAGE -o site --jobs 99999999999999", 2, "--jobs"),
        ("batch PAGE -o site --delay nan", 2, "'nan' is no number of seconds"),
        ("batch PAGE -o site --delay inf", 2, "'inf' is no number of seconds"),
        ("batch PAGE -o site --audio --rate nan", 1, "the rate nan is not possible"),
        ("publish PAGE -o site --audio --rate 9", 1, "the rate 9 is not possible"),
        ("check PAGE wrong.json", 1, "wrong.json: article.lang must be a text"),
        ("voices add voice.onnx", 1, "it lacks 'espeak'"),
        ("extract SPACE", 1, "the path is empty"),
    ],
)
def test_odd_options_and_files(
    langdu: Command, page: Path, arguments: str, code: int, said: str
) -> None:
    (langdu.folder / "wrong.json").write_text('{"schema": "langdu/article/1"}', encoding="utf-8")
    (langdu.folder / "voice.onnx").write_bytes(b"no network")
    (langdu.folder / "voice.onnx.json").write_text("{}", encoding="utf-8")
    words = {"PAGE": page.name, "SPACE": " "}
    result = langdu(*(words.get(word, word) for word in arguments.split()))
    assert result.code == code
    assert said in result.err
    assert "defect" not in result.err
    assert code == 2 or result.err.count("\n") == 1
    assert not (langdu.folder / "site").exists()


@pytest.mark.parametrize("stream", [0, 1, 2])
@pytest.mark.parametrize("arguments", [("extract", "page.html"), ("languages",)])
def test_a_closed_stream_is_no_defect(
    langdu: Command, page: Path, arguments: tuple[str, ...], stream: int
) -> None:
    """As a daemon has them: ``langdu … >&-``. What nobody can read goes nowhere."""
    command = [sys.executable, "-c", MAIN, *arguments]
    with subprocess.Popen(
        ["/bin/sh", "-c", f'exec "$@" {stream}>&-', "sh", *command],
        env=langdu.environment,
        cwd=langdu.folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
    assert bool(out) == (stream != 1)


def test_nobody_reads_on(langdu: Command, page: Path) -> None:
    """``langdu … | head -1`` ends as a program that SIGPIPE ended, without a word."""
    theirs, ours = os.pipe()
    os.close(theirs)
    with subprocess.Popen(
        [sys.executable, "-c", MAIN, "extract", page.name, "--format", "json"],
        env=langdu.environment,
        cwd=langdu.folder,
        stdout=ours,
        stderr=subprocess.PIPE,
    ) as process:
        os.close(ours)
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (141, b"")


@pytest.mark.parametrize("columns", ["1", "0", "-5", "many"])
@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_a_narrow_terminal_and_no_locale(
    langdu: Command, page: Path, columns: str, locale: str
) -> None:
    odd = langdu.having(COLUMNS=columns, LC_ALL=locale, PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    if columns in "10":  # each starts a program: half of them will do
        assert "河边的新桥通车" in odd("extract", page.name).out
    else:
        assert json.loads(odd("languages", "--json").out)
