"""``langdu memory``, as a user runs it."""

import json
import os
from pathlib import Path

import pytest

from langdu.translation.memory import Entry, Key, Memory
from tests.cli.conftest import Command

KEY = Key("zh", "en", "argos", "translate-zh_en 1.9")


def remember(file: Path, *sentences: str) -> None:
    with Memory(file) as memory:
        memory.add(KEY, [Entry(text, "", f"machine {text}", -0.1) for text in sentences])


def test_correct_export_edit_import_and_forget(langdu: Command) -> None:
    file = langdu.folder / "memory.sqlite3"
    remember(file, "路", "树", "河", "a\x01b")
    at = ("--memory", "memory.sqlite3")
    assert langdu("memory", "set", "zh-en", "河", "River", *at).code == 0
    exported = langdu("memory", "export", "out/a.tmx", "--source", "zh", "--target", "en-GB", *at)
    assert (exported.code, exported.out) == (0, "exported 3 sentences to out/a.tmx\n")
    assert exported.err == "langdu: 1 sentences hold characters that XML cannot; left out\n"
    tmx = langdu.folder / "out" / "a.tmx"
    tmx.write_text(tmx.read_text("utf-8").replace("machine 路", "Road"), "utf-8")

    imported = langdu("memory", "import", "out/a.tmx", *at)
    assert imported.out == "imported 2 sentences of persons and 1 of machines\n"
    with Memory(file) as memory:
        found = memory.find(KEY, [(text, "") for text in "路树河"])
    assert [e.translation for e in found.values()] == ["Road", "River", "machine 树"]

    stats = json.loads(langdu("memory", "stats", "--json", *at).out)
    assert stats["bytes"] == file.stat().st_size
    assert [(row["person"], row["sentences"]) for row in stats["holdings"]] == [
        (True, 2),
        (False, 4),
    ]
    assert "argos (translate-zh_en 1.9)" in langdu("memory", "stats", *at).out
    assert langdu("memory", "clear", "--machine-only", *at).out == "forgot 4 sentences\n"
    assert langdu("memory", "clear", *at).out == "forgot 2 sentences\n"


def test_the_users_own_memory_is_in_the_cache(langdu: Command) -> None:
    assert langdu("memory", "stats").out.endswith("0 sentences, 0.0 MB\n")
    assert langdu("memory", "clear").out == "forgot 0 sentences\n"
    assert list((langdu.folder.parent / "home").iterdir()) == []
    assert langdu("memory", "set", "中文-English", "首页", "Home").code == 0
    file = langdu.folder.parent / "home" / ".cache" / "langdu" / "memory.sqlite3"
    with Memory(file) as memory:
        assert [entry.translation for _, entry in memory.entries("zh", "en")] == ["Home"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["memory", "set", "zh", "首页", "Home"], 2),
        (["memory", "set", "zh-en-ru", "首页", "Home"], 2),
        (["memory", "set", "zh-zh_CN", "首页", "Home"], 2),
        (["memory", "set", "zh-en", " ", "Home"], 1),
        (["memory", "import", "none.tmx"], 2),
        (["memory", "import", "bad.tmx"], 1),
        (["memory", "import", "bad.tmx", "--memory", "dir"], 2),
        (["memory", "export", "a.tmx"], 1),
        (["memory", "export", "a.tmx", "--memory", "bad.tmx"], 1),
        (["memory", "stats", "--memory", "bad.tmx"], 1),
        (["memory", "set", "zh-en", "首页", "Home", "--memory", "bad.tmx/a"], 1),
    ],
)
def test_what_cannot_be_is_told_in_one_line_and_changes_nothing(
    langdu: Command, arguments: list[str], code: int
) -> None:
    (langdu.folder / "dir").mkdir()
    bad = langdu.folder / "bad.tmx"
    bad.write_bytes(content := os.urandom(2000))
    result = langdu(*arguments)
    assert (result.code, result.out) == (code, "")
    if code == 1:
        assert result.err.startswith("langdu: ")
        assert result.err.count("\n") == 1
        assert "defect" not in result.err
    assert bad.read_bytes() == content
    assert sorted(path.name for path in langdu.folder.iterdir()) == ["bad.tmx", "dir"]


def test_a_damaged_memory_is_set_aside_and_named_until_it_is_gone(langdu: Command) -> None:
    assert langdu("memory", "set", "zh-en", "首页", "Main", "--memory", "m").code == 0
    os.truncate(langdu.folder / "m", 1000)
    corrected = langdu("memory", "set", "zh-en", "首页", "Home", "--memory", "m")
    assert (corrected.code, corrected.err.count("\n")) == (0, 1)
    assert "it is now m.damaged-1, and a new one is begun" in corrected.err
    cleared = langdu("memory", "clear", "--memory", "m")
    assert cleared.out == "forgot 1 sentences\n"
    assert "m.damaged-1" in cleared.err


def test_a_file_that_is_no_memory_is_refused(langdu: Command) -> None:
    notes = langdu.folder / "notes.txt"
    notes.write_text("my notes\n" * 99, encoding="utf-8")
    result = langdu("memory", "set", "zh-en", "首页", "Home", "--memory", "notes.txt")
    assert (result.code, result.out, result.err.count("\n")) == (1, "", 1)
    assert "notes.txt cannot be used: it is no translation memory" in result.err
    assert notes.read_text(encoding="utf-8") == "my notes\n" * 99
    assert [path.name for path in langdu.folder.iterdir()] == ["notes.txt"]
