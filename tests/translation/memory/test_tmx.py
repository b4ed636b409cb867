"""TMX: what langdu writes, what others write, and what is written to do harm."""

import io
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from translate.storage.tmx import tmxfile

from langdu.errors import TranslationError
from langdu.translation.memory import Entry, Key, Memory
from langdu.translation.memory.importing import Authors, Imported, import_tmx
from langdu.translation.memory.tmx import holdable
from langdu.translation.memory.tmx_reader import read_tmx
from langdu.translation.memory.tmx_writer import write_tmx
from tests.translation.memory.test_store import KEY, LINKS, ROAD, SCORES, SENTENCES, TEXTS, refuse

PERSON = Entry("首页", "", "Home", person=True)
KEYS = st.builds(Key, st.just("zh"), st.sampled_from(["en", "ja", "ko", "ru"]), SENTENCES, TEXTS)
ENTRIES = st.tuples(KEYS, st.builds(Entry, SENTENCES, TEXTS, TEXTS, SCORES, st.booleans(), LINKS))


def written(*entries: tuple[Key, Entry]) -> bytes:
    file = io.BytesIO()
    write_tmx(file, entries)
    return file.getvalue()


@pytest.fixture
def tmx(tmp_path: Path) -> Path:
    return tmp_path / "memory.tmx"


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(ENTRIES, max_size=4))
def test_any_entry_comes_back_as_it_was(tmx: Path, entries: list[tuple[Key, Entry]]) -> None:
    file = io.BytesIO()
    whole = [item for item in entries if holdable(*item)]
    assert write_tmx(file, entries) == (len(whole), len(entries) - len(whole))
    tmx.write_bytes(file.getvalue())
    units = list(read_tmx(tmx))
    assert [(unit.key, unit.entry) for unit in units] == whole
    assert not any(unit.edited for unit in units)


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ufffe", "\uffff", "\ud800"])
def test_what_xml_cannot_hold_is_left_out_and_counted(tmx: Path, character: str) -> None:
    file = io.BytesIO()
    bad = Entry("a", "", f"b{character}")
    assert write_tmx(file, [(KEY, bad), (KEY, ROAD)]) == (1, 1)
    tmx.write_bytes(file.getvalue())
    assert [unit.entry for unit in read_tmx(tmx)] == [ROAD]


@pytest.mark.parametrize(
    "text", ["a\rb", "a\r\nb", "\x85 \u2028 \x7f", "<b>&amp;]]>", "𠮷", "\ufeffa"]
)
def test_what_xml_can_hold_is_not_changed(tmx: Path, text: str) -> None:
    tmx.write_bytes(written((KEY, Entry(text, "", text))))
    assert [unit.entry.translation for unit in read_tmx(tmx)] == [text]


def test_another_reader_reads_what_langdu_writes() -> None:
    """translate-toolkit is what Weblate, Virtaal and others read TMX with."""
    quoted = Entry("“路” <1> & 2", "", "a 'road' <1> & 2", -0.5)
    exported = written((KEY, ROAD), (KEY, quoted), (Key("zh", "en"), PERSON))
    store = tmxfile.parsestring(exported)  # type: ignore[no-untyped-call]
    store.settargetlanguage("en")
    assert [(unit.source, unit.target) for unit in store.units] == [
        (entry.text, entry.translation) for entry in (ROAD, quoted, PERSON)
    ]
    assert store.translate("首页") == "Home"


def test_langdu_reads_what_another_tool_writes(tmx: Path) -> None:
    store = tmxfile(sourcelanguage="zh-CN", targetlanguage="en-GB")
    store.addtranslation("新修了一条路。", "zh-CN", "They built <a> road.\nA new one.", "en-GB")
    store.savefile(str(tmx))
    (unit,) = read_tmx(tmx)
    assert unit.key == Key("zh", "en")
    assert unit.entry == Entry("新修了一条路。", "", "They built <a> road.\nA new one.")
    assert unit.edited


def test_a_tool_that_edits_and_saves_keeps_the_rest_as_it_was(tmx: Path) -> None:
    other = Entry("路边种了树。", "d", "Trees were planted.", -0.2)
    tmx.write_bytes(written((KEY, ROAD), (KEY, other)))
    store = tmxfile.parsefile(str(tmx))  # type: ignore[no-untyped-call]
    store.settargetlanguage("en")
    store.units[0].target = "We have a new road."
    store.savefile(str(tmx))
    first, second = read_tmx(tmx)
    assert (first.edited, first.entry.translation) == (True, "We have a new road.")
    assert (second.edited, second.entry) == (False, other)


FOREIGN = """<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4">
<header srclang="{srclang}" segtype="sentence"><note>n</note><prop type="a">b</prop></header><body>
<tu tuid="1"{attribute}><note>seg</note>{variants}</tu></body></tmx>"""
THREE = (
    '<tuv xml:lang="ZH-CN"><prop type="x-langdu-engine">no</prop><seg>路</seg></tuv>'
    '<tuv xml:lang="en-US"><seg>road</seg></tuv><tuv lang="RU"><seg>дорога</seg></tuv>'
)


def pairs(path: Path) -> list[tuple[str, str, str, str]]:
    return [(u.key.source, u.key.target, u.entry.text, u.entry.translation) for u in read_tmx(path)]


@pytest.mark.parametrize(
    ("srclang", "attribute", "found"),
    [
        ("zh-CN", "", ["zhen", "zhru"]),
        ("*all*", "", ["zhen", "zhru", "enzh", "enru", "ruzh", "ruen"]),
        ("*all*", ' srclang="en"', ["enzh", "enru"]),
        ("ko", "", []),
    ],
)
def test_several_languages(tmx: Path, srclang: str, attribute: str, found: list[str]) -> None:
    tmx.write_text(FOREIGN.format(srclang=srclang, attribute=attribute, variants=THREE), "utf-8")
    assert [a + b for a, b, _, _ in pairs(tmx)] == found


@pytest.mark.parametrize(
    ("segment", "text"),
    [
        ("a <bpt i='1'>&lt;b&gt;</bpt>new<ept i='1'>&lt;/b&gt;</ept> road", "a new road"),
        ("<hi type='x'>a <hi>new</hi></hi> road<ph x='1'>&#92;n<sub>note</sub></ph>", "a new road"),
        (" \n a road\t", "a road"),
        ("&#x41;<![CDATA[ <b> ]]>&amp;", "A <b> &"),
        ("", None),
        (" ", None),
    ],
)
def test_codes_of_other_formats_are_no_text(tmx: Path, segment: str, text: str | None) -> None:
    variants = (
        f'<tuv xml:lang="zh"><seg>路</seg></tuv><tuv xml:lang="en"><seg>{segment}</seg></tuv>'
    )
    tmx.write_text(FOREIGN.format(srclang="zh", attribute="", variants=variants), "utf-8")
    assert [found for *_, found in pairs(tmx)] == ([text] if text else [])


def test_the_first_of_a_language_counts(tmx: Path) -> None:
    variants = THREE + '<tuv xml:lang="en-GB"><seg>lane</seg></tuv><tuv xml:lang="ja"></tuv>'
    tmx.write_text(FOREIGN.format(srclang="zh", attribute="", variants=variants), "utf-8")
    assert pairs(tmx) == [("zh", "en", "路", "road"), ("zh", "ru", "路", "дорога")]


def test_utf_16(tmx: Path) -> None:
    text = FOREIGN.format(srclang="zh", attribute="", variants=THREE)
    tmx.write_text(text.replace('"1.0"', '"1.0" encoding="UTF-16"'), "utf-16")
    assert len(pairs(tmx)) == 2


BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (f'<!DOCTYPE tmx [<!ENTITY a0 "ha">{BOMB}]><tmx>&a11;</tmx>', "declarations of its own"),
        (f'<!DOCTYPE tmx [<!ENTITY a0 "ha">{BOMB}]><tmx a="&a11;"/>', "declarations of its own"),
        ('<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/hostname">]><tmx>&a;</tmx>', "of its own"),
        ('<!DOCTYPE tmx SYSTEM "x" [<!ENTITY % a SYSTEM "b">%a;]><tmx/>', "of its own"),
        (f'<!DOCTYPE tmx [<!ATTLIST tmx a CDATA "{"b" * 99}">]><tmx/>', "of its own"),
        ('<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx><body>&nbsp;</body></tmx>', "&nbsp;"),
        ("<tmx><body>&nbsp;</body></tmx>", "not well-formed"),
        ("<html><body>首页</body></html>", "no TMX but 'html'"),
        ("", "not well-formed"),
        ("{}", "not well-formed"),
        ("<tmx><body><tu></body></tmx>", "line 1"),
        ("<tmx>" + "<tu>" * 100_000, "deeper"),
        ("<tmx " + "a" * 9_000_000 + "='b'/>", "larger"),
        ("<tmx><!--" + "a" * 9_000_000 + "--></tmx>", "larger"),
        (f"<tmx><body><tu><tuv lang='en'><seg>{'a' * 9_000_000}</seg></tuv>", "larger"),
        (
            "<tmx><body><tu>" + "".join(f"<tuv lang='l{n}'><seg>a</seg></tuv>" for n in range(999)),
            "more than 200",
        ),
        (
            "<tmx><body><tu>" + "".join(f"<prop type='x-langdu-{n}'>a</prop>" for n in range(999)),
            "more than 200",
        ),
    ],
)
def test_what_is_no_tmx_or_could_do_harm_is_refused(tmx: Path, content: str, reason: str) -> None:
    tmx.write_text(content, "utf-8")
    with pytest.raises(TranslationError) as refusal:
        list(read_tmx(tmx))
    assert reason in str(refusal.value)
    assert str(tmx) in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_memory_is_flat_however_large_the_file(tmx: Path) -> None:
    def entries() -> Iterator[tuple[Key, Entry]]:
        for number in range(3000):
            yield KEY, Entry(f"第{number}句" + "长" * 800, "", "long " * 500)

    tracemalloc.start()
    with tmx.open("wb") as file:
        assert write_tmx(file, entries()) == (3000, 0)
    assert tmx.stat().st_size > 14_000_000
    assert sum(1 for _ in read_tmx(tmx)) == 3000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 3_000_000


IMPORTED: list[tuple[Authors, Imported, list[str]]] = [
    ("edited", Imported(persons=3, machines=1, passed_over=0), ["argos", "", "", ""]),
    ("person", Imported(persons=4, machines=0, passed_over=0), ["", "", "", ""]),
    ("machine", Imported(persons=0, machines=2, passed_over=2), ["argos", "argos"]),
]


@pytest.mark.parametrize(("authors", "imported", "engines"), IMPORTED)
def test_who_counts_as_the_author(
    tmx: Path, tmp_path: Path, authors: Authors, imported: Imported, engines: list[str]
) -> None:
    edited = Entry("路边种了树。", "", "Trees were planted.", -0.2)
    foreign = '<tu srclang="zh">' + THREE.replace('<tuv lang="RU"><seg>дорога</seg></tuv>', "")
    text = written((KEY, ROAD), (KEY, edited), (Key("zh", "en"), PERSON)).decode()
    text = text.replace("Trees were planted.", "There are trees now.")
    tmx.write_text(text.replace("</body>", f"{foreign}</tu></body>"), "utf-8")
    with Memory(tmp_path / "memory.sqlite3", warn=refuse) as memory:
        assert import_tmx(memory, tmx, authors) == imported
        found = list(memory.entries())
        assert [key.engine for key, _ in found] == engines
        by_text = {entry.text: entry for _, entry in found}
    assert by_text[edited.text].translation == "There are trees now."
    assert by_text[edited.text].person == (authors != "machine")
    if authors == "edited":
        assert by_text[ROAD.text] == ROAD


def test_a_file_that_breaks_off_leaves_the_memory_as_it_was(tmx: Path, tmp_path: Path) -> None:
    whole = written(*((KEY, Entry(f"第{n}句", "", f"sentence {n}")) for n in range(3000)))
    tmx.write_bytes(whole[: len(whole) - 100])
    with Memory(tmp_path / "memory.sqlite3", warn=refuse) as memory:
        memory.add(KEY, [ROAD])
        with pytest.raises(TranslationError, match="well-formed"):
            import_tmx(memory, tmx)
        assert [entry for _, entry in memory.entries()] == [ROAD]


def test_no_clock_time_is_written() -> None:
    assert b"date" not in written((KEY, ROAD), (Key("zh", "en"), PERSON))


#: What TMX 1.4b's document type (tmx14.dtd, LISA OSCAR) says of the elements that langdu writes.
DTD = """
<!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note|prop|ude)*> <!ELEMENT note (#PCDATA)> <!ELEMENT ude (#PCDATA)>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
  segtype (block|paragraph|sentence|phrase) #REQUIRED o-tmf CDATA #REQUIRED
  adminlang CDATA #REQUIRED srclang CDATA #REQUIRED datatype CDATA #REQUIRED>
<!ELEMENT body (tu*)> <!ELEMENT tu ((note|prop)*, tuv+)> <!ATTLIST tu srclang CDATA #IMPLIED>
<!ELEMENT prop (#PCDATA)> <!ATTLIST prop type CDATA #REQUIRED>
<!ELEMENT tuv ((note|prop)*, seg)>
<!ATTLIST tuv xml:lang CDATA #REQUIRED creationid CDATA #IMPLIED>
<!ELEMENT seg (#PCDATA)>
"""


def test_the_file_is_what_the_standard_says() -> None:
    exported = written((KEY, ROAD), (Key("zh", "en"), PERSON))
    dtd = etree.DTD(io.StringIO(DTD))
    assert dtd.validate(etree.fromstring(exported)), dtd.error_log
    assert b'<!DOCTYPE tmx SYSTEM "tmx14.dtd">' in exported
