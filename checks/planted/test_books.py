"""Every check of EPUBs finds the defect that is planted for it, and nothing without it."""

import re
from pathlib import Path

import pytest

from checks.epub import OWN
from checks.epub.package import read_package
from checks.epub.tools import ace, epubcheck
from checks.planted.books import Change, planted, swapped


@pytest.fixture(scope="session")
def good(site: Path) -> Path:
    return site / "en" / "article.epub"


def _without(pattern: str) -> Change:
    return lambda text: re.sub(pattern, "", text, flags=re.DOTALL)


def _instead(pattern: str, by: str) -> Change:
    return lambda text: re.sub(pattern, by, text, count=1, flags=re.DOTALL)


_META = r"<meta[^>]*property=\"{}\"[^>]*>[^<]*</meta>\s*"

_OWN: list[tuple[str, str, str, dict[str, Change]]] = [
    ("overlay out of order", "overlay", "heard after", {".smil": swapped}),
    ("clip past the end", "overlay", "the audio at",
     {".smil": _instead(r'clipEnd="[^"]*"', 'clipEnd="9999s"')}),
    ("clip without length", "overlay", "a clip from",
     {".smil": _instead(r'clipEnd="[^"]*"', 'clipEnd="0s"')}),
    ("place that is not there", "overlay", "is not in",
     {".smil": _instead(r'#b3\.s1"', '#b99.s1"')}),
    ("no active class", "overlay", "media:active-class",
     {".opf": _without(_META.format("media:active-class"))}),
    ("active class without style", "overlay", "no style for",
     {".opf": _instead(r'(property="media:active-class"[^>]*>)[^<]*', r"\1nobody")}),
    ("duration that is wrong", "overlay", "its clips last",
     {".opf": _instead(r'(property="media:duration"[^>]*>)[^<]*', r"\g<1>9999s")}),
    ("metadata misspelt", "metadata", "no property",
     {".opf": _instead("schema:accessibilityHazard", "schema:accessibilityHazards")}),
    ("feature misspelt", "metadata", "no word",
     {".opf": _instead("synchronizedAudioText", "syncronizedAudioText")}),
    ("no hazard", "metadata", "there is no",
     {".opf": _without(_META.format("schema:accessibilityHazard"))}),
    ("auditory for overlays", "metadata", "accessMode auditory",
     {".opf": _instead('(<meta[^>]*schema:accessMode")>textual', r"\1>auditory")}),
    ("conformance claimed", "metadata", "no machine",
     {".opf": _instead("</metadata>", '<meta property="dcterms:conformsTo">A</meta></metadata>')}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "check", "says", "changes"), _OWN, ids=[row[0] for row in _OWN])
def test_a_planted_defect_is_found(
    good: Path, tmp_path: Path, name: str, check: str, says: str, changes: dict[str, Change]
) -> None:
    found = OWN[check](read_package(planted(good, tmp_path / "bad.epub", changes)))
    assert any(says in text for text in found), found


def test_nothing_is_found_where_nothing_is_planted(good: Path) -> None:
    assert {name: find(read_package(good)) for name, find in OWN.items()} == {
        name: [] for name in OWN
    }


def test_epubcheck_finds_two(good: Path, tmp_path: Path) -> None:
    changes = {
        "nav.xhtml": _instead(r'href="[^"#]*#', 'href="nowhere.xhtml#'),
        ".opf": _without(r"<dc:language>[^<]*</dc:language>"),
    }
    found = " ".join(epubcheck(planted(good, tmp_path / "bad.epub", changes)))
    assert "RSC-007" in found
    assert "dc:language" in found


def test_ace_finds_two(good: Path, tmp_path: Path) -> None:
    changes = {
        "article.xhtml": _instead(r'(<img[^>]*?) alt="[^"]*"', r"\1"),
        ".opf": _without(_META.format("schema:accessibilityFeature")),
    }
    bad = planted(good, tmp_path / "bad.epub", changes)
    found = " ".join(ace([bad])[bad])
    assert "image-alt" in found
    assert "accessibilityFeature" in found
