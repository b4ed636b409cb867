"""What a translation says otherwise than its source: ``check``, ``--report``, ``--strict``."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

SOURCE = {
    "schema": "langdu/article/1",
    "lang": "zh",
    "title": "绿园区今年投入1.7万元",
    "blocks": [
        {
            "id": "b1",
            "type": "paragraph",
            "sentences": [
                {"id": "b1.s1", "text": "局长李刚表示，2019年走访企业45家。"},
                {"id": "b1.s2", "text": "请看通知。"},
            ],
        }
    ],
}
RIGHT = {
    "title": "Lüyuan District invested 17,000 yuan this year",
    "b1.s1": "Director Li Gang said that 45 enterprises were visited in 2019. ",
    "b1.s2": "Please see the notice.",
}
WRONG = {
    "title": "Lüyuan District invested 170,000 yuan this year",
    "b1.s1": "Director Li Gong said that 54 enterprises were visited in 2019. ",
    "b1.s2": "Please see the notice.",
}


def translated(texts: dict[str, str]) -> dict[str, object]:
    sentences = [{"id": key, "text": text} for key, text in texts.items() if key != "title"]
    block = {"id": "b1", "type": "paragraph", "sentences": sentences}
    return {"schema": "langdu/article/1", "lang": "en", "title": texts["title"], "blocks": [block]}


@pytest.fixture
def files(langdu: Command) -> Path:
    for name, data in (
        ("zh.json", SOURCE),
        ("right.json", translated(RIGHT)),
        ("wrong.json", translated(WRONG)),
    ):
        (langdu.folder / name).write_text(json.dumps(data), encoding="utf-8")
    return langdu.folder


def test_a_right_translation_has_no_finding(langdu: Command, files: Path) -> None:
    result = langdu("check", "zh.json", "right.json", "--strict")
    assert (result.code, result.out.strip(), result.err) == (0, "", "")


def test_each_difference_is_a_line(langdu: Command, files: Path) -> None:
    result = langdu("check", "zh.json", "wrong.json")
    assert result.code == 0
    assert result.out.splitlines() == [
        "title: number: expected 17000, found 170000",
        "b1.s1: number: expected 45, found 54",
        "b1.s1: name: expected Li Gang (李刚), found Li Gong",
    ]


def test_for_machines_and_strictly(langdu: Command, files: Path) -> None:
    result = langdu("check", "zh.json", "wrong.json", "--json", "--strict")
    assert result.code == 4
    assert json.loads(result.out)[0] == {
        "sentence": "title",
        "kind": "number",
        "expected": "17000",
        "found": "170000",
    }


def test_a_users_term_is_checked(langdu: Command, files: Path) -> None:
    (files / "terms.csv").write_text("zh,en\n通知,circular\n", encoding="utf-8")
    result = langdu("check", "zh.json", "right.json", "--glossary", "terms.csv")
    assert result.out.splitlines() == ["b1.s2: term: expected circular (通知), not found"]


def test_articles_that_do_not_belong_together_are_one_line(langdu: Command, files: Path) -> None:
    other = translated({"title": "T", "b1.s9": "Text."})
    (files / "other.json").write_text(json.dumps(other), encoding="utf-8")
    for name, words in (("other.json", "not aligned"), ("zh.json", "both articles are in 'zh'")):
        result = langdu("check", "zh.json", name)
        assert (result.code, result.out) == (1, "")
        assert words in result.err
        assert len(result.err.splitlines()) == 1


def test_a_report_and_a_strict_run(langdu: Command, files: Path) -> None:
    arguments = ("translate", "zh.json", "-t", "en", "--report", "--strict", "--no-memory")
    to_terminal = langdu(*arguments)
    assert to_terminal.code == 4
    assert "en title: name: expected Lüyuan District" in to_terminal.err
    assert "expected" not in to_terminal.out
    to_file = langdu(*arguments, "-o", "en.txt")
    assert to_file.code == 4
    assert "en title: name: expected Lüyuan District" in to_file.out
    assert (files / "en.txt").is_file()


def test_engine_options(langdu: Command, demo_page: Path) -> None:
    wrong = langdu("translate", str(demo_page), "-t", "en", "--engine-option", "colour=blue")
    assert wrong.code == 1
    assert "has no option 'colour'" in wrong.err
    assert langdu("translate", str(demo_page), "-t", "en", "--engine-option", "x").code == 2


def test_what_was_translated_once_is_remembered(langdu: Command, demo_page: Path) -> None:
    for _ in range(2):
        assert langdu("translate", str(demo_page), "-t", "en", "--memory", "m.sqlite3").code == 0
    assert langdu("memory", "set", "zh-en", "首页", "Home", "--memory", "m.sqlite3").code == 0
    stats = langdu("memory", "stats", "--memory", "m.sqlite3").out
    assert "zh-en" in stats


def test_an_error_names_the_file_that_is_no_article(langdu: Command, files: Path) -> None:
    (files / "broken.json").write_text("[", encoding="utf-8")
    result = langdu("check", "zh.json", "broken.json")
    assert result.code == 1
    assert "broken.json" in result.err
    assert len(result.err.splitlines()) == 1


def test_languages_in_one_option_are_refused(langdu: Command, files: Path) -> None:
    result = langdu("translate", "zh.json", "-t", "en,ja", "-o", "out")
    assert result.code == 2
    assert "'en,ja' is no language: write -t once for each" in result.err
