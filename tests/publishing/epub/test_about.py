"""What a book says about itself is true."""

from dataclasses import replace

import pytest

from langdu.article import Article, Code, Paragraph, Sentence
from langdu.errors import PublishError
from langdu.publishing.epub.about import Found, access, identifier, modified, published
from langdu.publishing.epub.cover import cover_text
from langdu.publishing.epub.labels_book import book_words
from langdu.publishing.epub.pictures import Picture
from tests.publishing.samples import article, png

NOTHING = Found(0, 0, False, False, False, False)
PLAIN = Article("en", (Paragraph("b1", (Sentence("b1.s1", "Text."), Sentence("b1.s2", " … "))),))
WORDS = book_words("en")


def test_text_alone() -> None:
    found = access(PLAIN, NOTHING, WORDS)
    assert (found.modes, found.sufficient, found.hazard) == (("textual",), ("textual",), "none")
    assert found.features == ("tableOfContents", "readingOrder", "displayTransformability")


def test_an_overlay_of_everything_suffices_but_is_no_mode() -> None:
    found = access(PLAIN, replace(NOTHING, heard=frozenset({"b1.s1"})), WORDS)
    assert found.modes == ("textual",)
    assert found.sufficient == ("textual", "auditory")
    assert "synchronizedAudioText" in found.features


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (PLAIN, replace(NOTHING, heard=frozenset({"b1.s2"}))),
        (
            replace(PLAIN, blocks=(*PLAIN.blocks, Code("b2", "x"))),
            replace(NOTHING, heard=frozenset({"b1.s1"})),
        ),
        (PLAIN, replace(NOTHING, heard=frozenset({"b1.s1"}), notes=True)),
        (PLAIN, replace(NOTHING, heard=frozenset({"b1.s1"}), pictures=1, undescribed=1)),
    ],
)
def test_what_is_not_heard_does_not_suffice(source: Article, found: Found) -> None:
    assert "auditory" not in access(source, found, WORDS).sufficient


def test_undescribed_pictures_are_told() -> None:
    found = access(PLAIN, replace(NOTHING, pictures=3, undescribed=2), WORDS)
    assert found.sufficient == ("textual,visual",)
    assert "alternativeText" not in found.features
    assert "Pictures without a description: 2." in found.summary


def test_a_moving_picture_may_flash() -> None:
    assert access(PLAIN, replace(NOTHING, pictures=1, moving=True), WORDS).hazard == "unknown"
    frame = b"\x21\xf9\x04\0\0\0\0\0"
    assert Picture("a.gif", "image/gif", b"GIF89a" + frame * 2).moves
    assert not Picture("a.gif", "image/gif", b"GIF89a" + frame).moves
    assert Picture("a.webp", "image/webp", b"RIFF\0\0\0\0WEBPVP8X\n\0\0\0\0\0\0\0\0\0ANIM").moves
    assert not Picture("a.png", "image/png", png()).moves
    assert Picture("a.png", "image/png", png().replace(b"IDAT", b"acTL____IDAT")).moves
    assert not Picture("a.jpg", "image/jpeg", b"\xff\xd8\xffacTL").moves


@pytest.mark.parametrize(
    ("updated", "date", "expected"),
    [
        (None, "2020-03-30T10:42", "2020-03-30T10:42:00Z"),
        ("2021-01-02T03:04:05+08:00", "2020", "2021-01-01T19:04:05Z"),
        (None, "2020-03", "2020-03-01T00:00:00Z"),
        ("yesterday", None, "1980-01-01T00:00:00Z"),
        (None, "0001-01-01T00:00+14:00", "1980-01-01T00:00:00Z"),
        (None, "0020-03-01", "0020-03-01T00:00:00Z"),
    ],
)
def test_modified_is_the_articles_own_date(
    monkeypatch: pytest.MonkeyPatch, updated: str | None, date: str | None, expected: str
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert modified(replace(PLAIN, updated=updated, published=date)) == expected


def test_source_date_epoch_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert modified(article("zh")) == "1970-01-02T00:00:00Z"
    for wrong in ("today", "1e9", "9" * 30):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
        with pytest.raises(PublishError, match="SOURCE_DATE_EPOCH is"):
            modified(article("zh"))


def test_an_identifier_stays_with_its_address() -> None:
    first = article("zh")
    assert identifier(first, None) == identifier(replace(first, title="Other"), None)
    other = article("en")
    books = {identifier(first, None), identifier(other, None), identifier(other, first)}
    assert len(books) == 3
    nowhere = replace(first, url=None)
    assert identifier(nowhere, None) != identifier(replace(nowhere, title="Other"), None)


def test_the_day_of_publication() -> None:
    assert published(article("zh")) == "2020-03-30"
    assert published(replace(PLAIN, published="in spring")) is None


@pytest.mark.parametrize("lang", ["zh", "en", "ja", "ko", "ru"])
@pytest.mark.parametrize("times", [1, 3, 9, 40])
def test_a_title_fits_on_its_cover(lang: str, times: int) -> None:
    title = (f"{article(lang).title} " * times).strip()
    cover = cover_text(title, lang)
    assert len(cover.lines) * cover.leading <= 1300
    joined = "".join(cover.lines)
    whole = joined.replace(" ", "").removesuffix("…")
    assert title.replace(" ", "").startswith(whole)
    assert joined.endswith("…") or whole == title.replace(" ", "")


def test_a_word_longer_than_a_line_is_cut() -> None:
    lines = cover_text("x" * 100, "en").lines
    assert "".join(lines) == "x" * 100
    assert len(lines) > 1
