"""Pages and dumps of several layouts and five languages, and what is to become of them.

``LANGDU_WRITE_GOLDENS=1`` writes the expectations anew; read the difference before keeping it.
"""

import difflib
import os
from pathlib import Path

import pytest

from langdu.extraction import extract
from langdu.loading import load_page
from langdu.page import Page

from .golden import render

FOLDER = Path(__file__).parent / "goldens"
CASES = sorted(p for p in FOLDER.iterdir() if not p.name.endswith(".expected.txt"))


@pytest.mark.parametrize("source", CASES, ids=lambda path: path.stem)
def test_golden(source: Path) -> None:
    page = load_page(source.read_bytes())
    assert page.kind == ("html" if source.suffix == ".html" else "text")
    if page.kind == "html":
        url = f"https://portal.example/zw/{source.name}"
        page = Page(page.text, page.kind, url=url, base=url)
    got = render(extract(page))
    expectation = source.with_name(f"{source.stem}.expected.txt")
    if os.environ.get("LANGDU_WRITE_GOLDENS"):
        expectation.write_text(got, encoding="utf-8")
    wanted = expectation.read_text("utf-8")
    if got != wanted:
        lines = difflib.unified_diff(
            wanted.splitlines(), got.splitlines(), "expected", "extracted", lineterm="", n=1
        )
        pytest.fail("\n".join(lines), pytrace=False)
