"""Modules of a script, joined."""

import subprocess
import sys
from pathlib import Path

import pytest

from langdu.article import Article
from langdu.publishing import Edition
from langdu.publishing.assets import inline, reader_style
from langdu.publishing.bundling import join, reader_script
from langdu.publishing.pages import write_page
from tests.publishing.samples import LANGS

ROOT = Path(__file__).parents[2]


def modules(folder: Path, **texts: str) -> str:
    for name, text in texts.items():
        (folder / f"{name}.js").write_text(text, "utf-8")
    return join(folder, "main.js")


def test_what_is_imported_comes_first_and_once(tmp_path: Path) -> None:
    joined = modules(
        tmp_path,
        main='// In.\nimport { b } from "./b.js";\nimport {\n  c,\n} from "./c.js";\n\nb(c);\n',
        b='import { c } from "./c.js";\n\n/* One\n   b. */\nexport function b() {\n  c();\n}\n',
        c="export const c = () => {}; // stays\n",
    )
    assert joined == (
        '(function () {\n"use strict";\n'
        "const c = () => {}; // stays\nfunction b() {\nc();\n}\nb(c);\n})();\n"
    )


def test_modules_that_import_each_other_are_joined(tmp_path: Path) -> None:
    joined = modules(
        tmp_path,
        main='import { a } from "./a.js";\na();\n',
        a='import { b } from "./b.js";\nexport function a() { b(); }\n',
        b='import { a } from "./a.js";\nexport function b() { a; }\n',
    )
    assert joined.count("function a()") == joined.count("function b()") == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('import x from "./x.js";\n', "cannot join 'import x"),
        ("export default 1;\n", "cannot join 'export default"),
        ("const x = `a\n  b`;\n", "several lines"),
        ('const x = "</script>";\n', "end or change the page"),
        ('const x = "<!--";\n', "end or change the page"),
        ('import { y } from "./x.js";\nfunction y() {}\n', "both declare y"),
    ],
)
def test_what_cannot_be_joined_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        modules(tmp_path, main=text, x="export const y = 1;\n")


def test_the_reader_is_small_and_can_stand_in_a_page() -> None:
    assert len(reader_script().encode()) < 30_000
    assert "</" not in reader_style()
    assert inline().policy.count("sha256-") == 2


def test_a_page_is_small_but_for_its_text() -> None:
    empty = [Article(lang, ()) for lang in LANGS]
    for article in empty:
        page = write_page(Edition(article, languages=tuple(empty), assets="../assets/"))
        whole = len((page + reader_style() + reader_script()).encode())
        assert whole < 60_000, article.lang


def test_the_committed_script_is_that_of_the_modules() -> None:
    """Where this fails: ``make script``."""
    pytest.importorskip("minify", reason="the minifier has no wheel for this system")
    command = [sys.executable, str(ROOT / "scripts" / "build_reader.py"), "--check"]
    assert subprocess.run(command, check=False).returncode == 0
