"""``langdu models`` as a user runs it: what it says, where, and with which exit code."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.translation.packages.shelf import Shelf, shelved, versioned


@pytest.fixture
def empty(langdu: Command) -> Command:
    """The command where no model is installed."""
    langdu.environment["ARGOS_PACKAGES_DIR"] = str(langdu.folder / "argos" / "packages")
    return langdu


@pytest.fixture
def shelf(tmp_path: Path, demo_models: list[Path]) -> Iterator[Shelf]:
    with shelved() as shelf:
        for source in demo_models[:2]:
            file = versioned(source, tmp_path / source.name, "1.9")
            pair = source.stem.removeprefix("translate-").replace("_", "-")
            shelf.offer(pair, file.read_bytes(), "1.9")
        yield shelf


def test_files(empty: Command, demo_models: list[Path]) -> None:
    assert "langdu models add zh-en" in empty("models").err
    assert empty("models", "add", *map(str, demo_models)).out.count("added") == 4
    rows = json.loads(empty("models", "list", "--json").out)
    assert {(row["from"], row["to"], row["demo"]) for row in rows} == {
        ("zh", "en", True),
        ("en", "ja", True),
        ("en", "ko", True),
        ("en", "ru", True),
    }
    assert {row["engine"] for row in rows} == {"argos"}
    assert list(rows[0]) == "engine name from to version size demo path".split()
    assert empty("models", "remove", "zh-en").code == 0
    assert "zh-en" not in empty("models", "list", "--engine", "argos").out


def test_pairs_from_an_index(empty: Command, shelf: Shelf) -> None:
    added = empty("models", "add", "en-ja", "en-ko", "--index", shelf.index)
    assert (added.code, added.err) == (0, "")
    assert added.out == "added en-ja version 1.9\nadded en-ko version 1.9\n"
    listed = empty("models").out.splitlines()
    assert [line.split()[:4] for line in listed] == [
        ["en-ja", "argos", "version", "1.9"],
        ["en-ko", "argos", "version", "1.9"],
    ]
    again = empty("models", "add", "en-ja", "--index", shelf.index)
    assert again.out == "en-ja is up to date: version 1.9\n"
    updated = empty("models", "update", "--index", shelf.index)
    assert updated.out.count("is up to date") == 2
    assert len(shelf.asked("index.json")) == 1
    removed = empty("models", "remove", "en-ja")
    assert removed.out == "removed en-ja (translate-en_ja-1_9)\n"


def test_without_network(empty: Command, shelf: Shelf) -> None:
    failed = empty("models", "add", "zh-en", "--index", "http://127.0.0.1:9/")
    assert (failed.code, failed.out, failed.err.count("\n")) == (1, "", 1)
    assert "cannot be had from http://127.0.0.1:9/index.json" in failed.err


def test_what_was_added_before_a_failure_is_said(empty: Command, shelf: Shelf) -> None:
    shelf.server.pages.pop("/translate-en_ko-1.9.argosmodel")
    failed = empty("models", "add", "en-ja", "en-ko", "--index", shelf.index)
    assert (failed.code, failed.out) == (1, "added en-ja version 1.9\n")
    assert failed.err == "langdu: translate-en_ko cannot be downloaded: 404 Not Found\n"


def test_a_bar_on_a_terminal(empty: Command, shelf: Shelf) -> None:
    terminal, theirs = pty.openpty()
    command = [sys.executable, "-c", "from langdu.cli import main; main()"]
    arguments = ["models", "add", "en-ja", "en-ko", "--index", shelf.index]
    environment = {**empty.environment, "TERM": "xterm", "COLUMNS": "120"}
    with subprocess.Popen(
        [*command, *arguments], env=environment, stdout=subprocess.PIPE, stderr=theirs
    ) as process:
        os.close(theirs)
        shown = b""
        while more := _read(terminal):
            shown += more
        out, _ = process.communicate(timeout=60)
    os.close(terminal)
    assert (process.returncode, out.count(b"added")) == (0, 2)
    assert b"translate-en_ja" in shown
    assert b"translate-en_ko" in shown
    assert b"MB" in shown
    assert b"kB/s" in shown or b"MB/s" in shown


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # what Linux says when the other end is closed
        return b""


@pytest.mark.parametrize(
    "arguments",
    [["add"], ["list", "--engine", "none"]],
)
def test_usage_errors_are_2(empty: Command, arguments: list[str]) -> None:
    assert empty("models", *arguments).code == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["add", "chinese"], "'chinese' is no language pair; write it as zh-en"),
        (["add", "none.argosmodel"], "no such file: none.argosmodel"),
        (["remove", "zh-en"], "no package for zh-en is installed"),
        (["update", "zh-en"], "no package for zh-en is installed"),
    ],
)
def test_one_line_for_what_failed(empty: Command, arguments: list[str], message: str) -> None:
    failed = empty("models", *arguments)
    assert (failed.code, failed.out, failed.err) == (1, "", f"langdu: {message}\n")
