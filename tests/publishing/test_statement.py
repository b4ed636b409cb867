"""The accessibility statement says what was done, in five languages, and claims nothing more."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import langdu
from checks.statement import main, statement
from langdu.publishing import publish
from langdu.publishing.statement import (
    Checked,
    Checker,
    checked,
    code_digest,
    write_statement,
)
from tests.publishing import samples
from tests.publishing.page import every, one, parse, text

DONE = Checked(
    "2026-11-24",
    "0.1.0",
    "156.0",
    (Checker("axe-core", "4.14", 73), Checker("Nu", "26.9", 31)),
    900,
)


def test_every_language_has_its_part_with_all_checkers() -> None:
    root = parse(write_statement(DONE))
    for lang, tag in (("zh", "zh-Hans"), ("en", "en"), ("ja", "ja"), ("ko", "ko"), ("ru", "ru")):
        part = one(root, f"//section[@id='_{lang}']")
        assert part.get("lang") == tag
        for said in ("0.1.0", "axe-core 4.14", "73", "Nu 26.9", "31", "Chromium 156.0", "900"):
            assert said in text(part)
    assert "Automated checks passed." in text(root)
    assert not re.search(r"WCAG|EN 301|GB/T|[Cc]onforms|accessible to all", text(root))


def test_a_build_that_was_not_checked_does_not_say_so() -> None:
    shown = text(parse(write_statement(None)))
    assert "passed" not in shown
    assert shown.count("langdu") >= 5
    assert "has not gone through its automated checks" in shown


def test_code_that_changed_since_then_is_told() -> None:
    root = parse(write_statement(replace(DONE, changed=True)))
    assert "has changed since then" in text(one(root, "//section[@id='_en']"))
    assert "изменился" in text(one(root, "//section[@id='_ru']"))
    assert "has changed since then" not in text(parse(write_statement(DONE)))


def test_the_code_has_one_digest_whatever_ends_its_lines(tmp_path: Path) -> None:
    assert re.fullmatch("[0-9a-f]{64}", code_digest())
    package = tmp_path / "langdu"
    shutil.copytree(Path(langdu.__file__).parent, package)
    publishing = package / "publishing"
    style = publishing / "templates" / "style.css"
    style.write_bytes(style.read_bytes().replace(b"\n", b"\r\n"))
    assert _digest_of(tmp_path) == code_digest()
    style.write_bytes(style.read_bytes() + b"\nb { color: red }")
    assert _digest_of(tmp_path) != code_digest()


def _digest_of(folder: Path) -> str:
    program = "from langdu.publishing.statement import code_digest; print(code_digest())"
    return subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


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


def test_what_ships_is_readable() -> None:
    done = checked()
    if done:
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
        "code": "f00d",
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
        "code": "f00d",
    }
