"""The accessibility statement says what was done, in five languages, and claims nothing more."""

import json
import re
from pathlib import Path

import pytest

from checks.statement import main, statement
from langdu.publishing import publish
from langdu.publishing.statement import checked, write_statement
from tests.publishing import samples
from tests.publishing.page import every, one, parse, text


def test_every_language_has_its_part_with_all_checkers() -> None:
    root, done = parse(write_statement()), checked()
    for lang, tag in (("zh", "zh-Hans"), ("en", "en"), ("ja", "ja"), ("ko", "ko"), ("ru", "ru")):
        part = one(root, f"//section[@id='_{lang}']")
        assert part.get("lang") == tag
        assert done.version in text(part)
        for checker in done.checkers:
            assert f"{checker.name} {checker.version}" in text(part)
            assert str(checker.looks) in text(part)
        assert f"Chromium {done.browser}" in text(part)
    assert "Automated checks passed." in text(root)
    assert not re.search(r"WCAG|EN 301|GB/T|[Cc]onforms|accessible to all", text(root))


def test_every_page_leads_to_it(tmp_path: Path) -> None:
    published = publish([samples.article("zh"), samples.article("ko")], tmp_path)
    assert tmp_path / "accessibility.html" in published.files
    for page in (tmp_path / "index.html", *tmp_path.glob("*/index.html")):
        links = every(
            parse(page.read_text(encoding="utf-8")), "//footer//a[contains(@href, 'bility')]"
        )
        assert [(page.parent / str(a.get("href"))).resolve() for a in links] == [
            (tmp_path / "accessibility.html").resolve()
        ]


def test_the_facts_come_from_the_gate() -> None:
    done = checked()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", done.date)
    assert {"axe-core", "Nu HTML checker"} <= {checker.name for checker in done.checkers}
    assert all(checker.looks > 0 for checker in done.checkers)
    assert done.own > 0


def test_nothing_is_stated_where_anything_was_found(tmp_path: Path) -> None:
    result = {
        "date": "2026-11-24",
        "versions": {"langdu": "0.1.0", "Chromium": "156.0", "axe-core": "4.14.1"},
        "looks": {"axe": 3, "ids": 4, "ruby": 5},
        "findings": 1,
    }
    source, out = tmp_path / "result.json", tmp_path / "checked.json"
    source.write_text(json.dumps(result), encoding="utf-8")
    with pytest.raises(SystemExit, match="1 findings"):
        main(source, out)
    assert not out.exists()
    assert statement(result) == {
        "date": "2026-11-24",
        "langdu": "0.1.0",
        "browser": "156.0",
        "checkers": [{"name": "axe-core", "version": "4.14.1", "looks": 3}],
        "own": 9,
    }
