"""Each of our own checks fires on a defect that is planted."""

from pathlib import Path

import pytest

from tests.publishing.epub.books import editions, spoken
from tests.publishing.epub.checking import Opened, own_checks
from tests.publishing.epub.container_edit import edited
from tests.publishing.epub.test_books import book

DEFECTS = [
    ("article.smil", 'src="article.xhtml#b3.s1"', 'src="article.xhtml#title"', "is heard after"),
    ("article.smil", 'src="article.xhtml#b3.s1"', 'src="article.xhtml#b3.s9"', "has no 'b3.s9'"),
    ("article.smil", 'clipBegin="0.700s"', 'clipBegin="0.600s"', "is heard again"),
    ("article.smil", 'clipBegin="0.700s" clipEnd="1.400s"', "", "is heard from -1"),
    ("article.smil", 'clipEnd="0.700s"', 'clipEnd="0.000s"', "is heard from 0.0 to 0.0"),
    ("article.smil", 'clipEnd="13.300s"', 'clipEnd="99.300s"', "after the end of"),
    ("article.smil", 'src="audio/en.mp3"', 'src="audio/no.mp3"', "no 'audio/no.mp3'"),
    ("article.smil", '<text src="article.xhtml#b2.s1"/>', '<text src="article.xhtml#b2.s1"/>' * 2,
     "a par with 2 texts"),
    ("package.opf", '<meta property="media:active-class">', '<meta property="media:active">',
     "no media:active-class"),
    ("overlay.css", ".-epub-media-overlay-active", ".active", "no style for"),
    ("package.opf", "13.300s", "14.300s", "media:duration is 14.300s"),
    ("package.opf", ">readingOrder<", ">readingorder<", "'readingorder' is no known word"),
    ("package.opf", "schema:accessibilityHazard", "schema:accessibilityHazards",
     "no schema:accessibilityHazard"),
    ("package.opf", ">visual<", ">auditory<", "makes no auditory content"),
    ("package.opf", 'property="media:active-class"', 'property="dcterms:conformsTo"',
     "nobody has looked"),
]  # fmt: skip


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    source, english = editions()[:2]
    sound = {"en": spoken(english)}
    return book(tmp_path_factory.mktemp("good"), source, english, audio=sound)


@pytest.mark.parametrize(("name", "old", "new", "finding"), DEFECTS)
def test_a_planted_defect_is_found(
    good: bytes, name: str, old: str, new: str, finding: str
) -> None:
    lengths = {"audio/en.mp3": 13.4}
    assert own_checks(good, lengths) == []
    findings = own_checks(edited(good, name, old, new), lengths)
    assert any(finding in line for line in findings), findings


def test_a_container_that_begins_otherwise_is_found(good: bytes) -> None:
    assert own_checks(edited(good, "style.css", "", "", first="style.css"))[0].startswith(
        "mimetype"
    )


def test_a_book_without_an_overlay_claims_none(tmp_path: Path) -> None:
    data = book(tmp_path, editions()[0])
    claimed = edited(data, "package.opf", ">readingOrder<", ">synchronizedAudioText<")
    assert own_checks(claimed) == ["synchronizedAudioText without an overlay"]
    assert "article.smil" not in Opened.read(claimed).files
