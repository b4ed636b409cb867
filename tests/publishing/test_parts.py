"""Dates, labels, tables and kinds of pictures."""

import string

import pytest

from langdu.article import Cell, Table
from langdu.languages import LANGUAGES
from langdu.publishing import labels as module
from langdu.publishing.dates import human_date, machine_date
from langdu.publishing.images import image_type
from langdu.publishing.labels import endonym, labels
from langdu.publishing.tables import grid, slots
from tests.publishing.samples import png


@pytest.mark.parametrize(
    ("lang", "value", "expected"),
    [
        ("zh", "2020-03-30T10:42", "2020年3月30日 10:42"),
        ("en", "2020-03-30T10:42:05", "30 March 2020, 10:42"),
        ("ja", "2020-03", "2020年3月"),
        ("ko", "2020-03-30", "2020년 3월 30일"),
        ("ko", "2020", "2020년"),
        ("ru", "2020-03-30T10:42+08:00", "30 марта 2020 г., 10:42 (UTC+08:00)"),
        ("ru", "2020-03", "март 2020 г."),
        ("ru", "2020", "2020 год"),
        ("fr", "2020-03-30", "2020-03-30"),
        ("en", "yesterday", "yesterday"),
    ],
)
def test_dates_in_words(lang: str, value: str, expected: str) -> None:
    assert human_date(value, lang) == expected


@pytest.mark.parametrize(
    "value", ["", None, "2020-02-30", "2020-13", "0000", "20200330", "２０２０", "2020-03-30T25:00"]
)
def test_what_is_no_date(value: str | None) -> None:
    assert machine_date(value) is None


def test_every_label_is_there_in_every_language_with_the_same_fields() -> None:
    for name in module._TABLE["en"]:
        texts = [module._TABLE[code][name] for code in LANGUAGES]
        assert all(texts)
        fields = {tuple(field for _, field, _, _ in string.Formatter().parse(t)) for t in texts}
        assert len({tuple(f for f in some if f) for some in fields}) == 1, name


def test_languages_without_labels_are_marked() -> None:
    assert (labels("fr").tag, labels("fr").marked) == ("en", True)
    assert (labels("zh-Hant").tag, labels("zh-Hant").marked) == ("zh-Hans", True)
    assert not any(labels(code).marked for code in (*LANGUAGES, "en-GB"))
    assert labels("ru").language("zh") == "китайский"
    assert labels("ru").language("fr") == "fr"
    assert labels("en").check_kind("date") == "Date"
    assert endonym("zh-TW") == "中文 (zh-TW)"


def cell(name: str, *, header: bool = False, colspan: int = 1, rowspan: int = 1) -> Cell:
    return Cell(name, (), header, colspan, rowspan)


def drawn(*rows: tuple[Cell, ...]) -> list[str]:
    return ["".join(c.id if c else "." for c in row) for row in slots(grid(Table("t", (), rows)))]


def test_holes_are_filled_and_spans_stay_inside() -> None:
    assert drawn((cell("a"), cell("b")), (cell("c"),)) == ["ab", "c."]
    assert drawn((cell("a", rowspan=9), cell("b", colspan=2)), (cell("c"),)) == ["ab.", ".c."]
    assert drawn((cell("a"), cell("b", rowspan=2)), (cell("c", colspan=2),)) == ["ab", "c."]
    assert drawn((cell("a", colspan=5), cell("b")), (cell("c", colspan=5), cell("d"))) == [
        "ab",
        "cd",
    ]
    assert drawn((cell("a", colspan=0, rowspan=-1),)) == ["a"]
    assert drawn() == []


def test_hostile_spans_are_ignored() -> None:
    rows = [tuple(cell("x", colspan=10**9, rowspan=10**9) for _ in range(40)) for _ in range(40)]
    assert drawn(*rows) == ["x" * 40] * 40


def test_headers() -> None:
    h = cell("h", header=True)
    made = grid(Table("t", (), ((cell("c"), h), (h, cell("d")), (h, h))))
    assert made.head == ()
    scopes = [[p.scope for p in row] for row in made.body]
    assert scopes == [[None, "col"], ["row", None], ["col", "col"]]
    reaching = grid(Table("t", (), ((cell("h", header=True, rowspan=2), h), (cell("d"),))))
    assert reaching.head == ()
    assert len(grid(Table("t", (), ((h, h), (h, cell("d"))))).head) == 1


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (png(), "png"),
        (b"\xff\xd8\xff\xe0JFIF", "jpg"),
        (b"GIF89a..", "gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "webp"),
        (b"\0\0\0\x1cftypavif\0\0\0\0mif1", "avif"),
        (b"\0\0\0\x1cftypmif1\0\0\0\0avifmiaf", "avif"),
        (b"\0\0\0\x1cftypisom\0\0\0\0mp41", None),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
        (b"<html>", None),
        (b"", None),
    ],
)
def test_pictures_are_known_by_their_bytes(data: bytes, kind: str | None) -> None:
    assert image_type(data) == kind
