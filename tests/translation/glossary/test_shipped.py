"""The tables that ship: their form, and that they say what they must."""

import csv
import re
from importlib.resources import files
from pathlib import Path

import pytest

from langdu.translation.glossary import Glossary, honoured

FOLDER = Path(str(files("langdu.translation.glossary") / "data"))
TABLES = sorted(FOLDER.glob("*.csv"))
LANGS = ["zh", "en", "ja", "ko", "ru"]
_HAN, _KANA, _HANGUL = "\u3400-\u4dbf\u4e00-\u9fff", "\u3041-\u30ff", "\uac00-\ud7a3"
#: Acronyms, units, and names that are written so everywhere.
_LATIN = re.compile(
    r"(?<![A-Za-z])(?:[A-Z]{2,6}\d?|COVID-19|IoT|WeChat|Weibo|TikTok|Douyin|[kcm]?m[²³]?|[km]?[glLW]|"
    r"kWh|ha|t|p|I{1,3}|IV|[Ce])(?![A-Za-z])"
)
WRONG = {
    "zh": re.compile(f"[{_KANA}{_HANGUL}а-яА-ЯёЁ]"),
    "en": re.compile(f"[{_HAN}{_KANA}{_HANGUL}а-яА-ЯёЁ“”‘’]"),
    "ja": re.compile(f"[{_HANGUL}а-яА-ЯёЁA-Za-z]"),
    "ko": re.compile(f"[{_HAN}{_KANA}а-яА-ЯёЁA-Za-z]"),
    "ru": re.compile(f"[{_HAN}{_KANA}{_HANGUL}A-Za-z]"),
}


def rows(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_form(table: Path) -> None:
    entries = rows(table)
    assert [row["zh"] for row in entries] == sorted(row["zh"] for row in entries)
    for row in entries:
        for lang in LANGS:
            forms = row[lang].split("|")
            assert all(form and form == " ".join(form.split()) for form in forms), row
            assert len({form.casefold() for form in forms}) == len(forms), row
            for form in forms:
                plain = _LATIN.sub("", form) if lang in ("ja", "ko", "ru") else form
                assert not WRONG[lang].search(plain), (lang, form)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_japanese_is_written_in_characters_of_japan(table: Path) -> None:
    for row in rows(table):
        letters = re.sub(r"[^\w]|[²³]", "", row["ja"])
        letters.encode("shift_jis")  # simplified characters are not in it
        re.sub(r"\W", "", row["zh"]).encode("gb18030")
        if not row["zh"].startswith("繁體"):
            re.sub("[²³㎡㎥]|[^\\w]", "", row["zh"]).encode("gb2312")  # traditional ones are not


def test_there_are_many_and_none_twice() -> None:
    forms = [form for table in TABLES for row in rows(table) for form in row["zh"].split("|")]
    assert len({form for form in forms if forms.count(form) > 1}) == 0
    count = sum(len(rows(table)) for table in TABLES)
    assert count > 900
    root = Path(__file__).parents[3]
    for file in (root / "docs" / "glossary.md", root / "CHANGELOG.md"):
        assert f"{count} terms" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("chinese", "english", "japanese", "korean", "russian"),
    [
        (
            "国家发改委",
            "National Development and Reform Commission",
            "国家発展改革委員会",
            "국가발전개혁위원회",
            "Государственный комитет по делам развития и реформ",
        ),
        (
            "区委书记",
            "secretary of the district Party committee",
            "区党委書記",
            "구당위원회 서기",
            "секретарь райкома партии",
        ),
        ("副局长", "deputy director", "副局長", "부국장", "заместитель начальника управления"),
        ("首页", "Home", "ホーム", "홈", "Главная"),
        ("打印", "Print", "印刷", "인쇄", "Печать"),
        ("春节", "Spring Festival", "春節", "춘절", "праздник Весны"),
        ("公顷", "hectares", "ヘクタール", "헥타르", "гектар"),
        ("乡村振兴", "rural revitalization", "農村振興", "농촌 진흥", "возрождение села"),
        ("县级市", "county-level city", "県級市", "현급시", "городской уезд"),
    ],
)
def test_they_say_what_the_press_says(
    chinese: str, english: str, japanese: str, korean: str, russian: str
) -> None:
    glossary = Glossary.load()
    for target, form in (("en", english), ("ja", japanese), ("ko", korean), ("ru", russian)):
        (found,) = glossary.terms(chinese, "zh", target)
        assert found.term.target == form
        assert found.term.shipped


def test_every_shipped_term_is_found_and_honours_itself() -> None:
    glossary = Glossary.load()
    for entry in glossary.entries:
        for target in LANGS[1:]:
            for source in entry.forms["zh"]:
                whole = [
                    f
                    for f in glossary.terms(source, "zh", target)
                    if f.end - f.start == len(source)
                ]
                assert [f.term.target for f in whole] == [entry.forms[target][0]], source
            term = whole[0].term
            assert honoured(term, f"… {entry.forms[target][-1]}.", target), term
