"""EPUB: what lies in a book, that hostile text stays text, that the overlay follows the text."""

import io
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from langdu.article import Article, Check, Figure, List, Paragraph, Sentence
from langdu.errors import PublishError
from langdu.publishing import Edition, publish
from langdu.publishing.epub import write_bilingual, write_epub
from langdu.timeline import Cue, Timeline
from tests.publishing.epub.books import PAUSE, SENTENCE, Silence, bare, editions, spoken
from tests.publishing.epub.checking import OPF, SMIL, XHTML, Opened, own_checks
from tests.publishing.hostile_text import FEW as HOSTILE
from tests.publishing.hostile_text import everywhere_once as everywhere
from tests.publishing.page import words
from tests.publishing.samples import FakeAudio, article, png, small
from tests.strategies import articles

GOLDEN = Path(__file__).parent / "golden"
NAMES = ["package.opf", "nav.xhtml", "article.xhtml", "cover.svg", "article.smil"]
S = Sentence


def opened(data: bytes) -> Opened:
    return Opened.read(data)


def book(tmp_path: Path, *articles: Article, name: str = "article", **options: object) -> bytes:
    """The book of the last article, published with the others."""
    form = "epub" if name == "article" else "epub-bilingual"
    options.setdefault("images", lambda url: png(2))
    publish(articles, tmp_path, formats=[form], **options)  # type: ignore[arg-type]
    return (tmp_path / articles[-1].lang / f"{name}.epub").read_bytes()


def small_pair() -> tuple[Article, Article]:
    """A short article and its translation, for golden files that a person can read."""
    source = article("zh")
    return replace(source, blocks=source.blocks[:3]), replace(
        article("en", checks=(Check("b3.s1", "number", "22点", None),)),
        blocks=article("en").blocks[:3],
    )


def golden_files(folder: Path) -> dict[str, str]:
    source, translated = small_pair()
    sound = {a.lang: spoken(a) for a in (source, translated)}
    one = opened(book(folder / "1", source, translated, audio=sound))
    two = opened(book(folder / "2", source, translated, name="bilingual", audio=sound))
    files = {name: one.files[name] for name in NAMES}
    files |= {f"bilingual.{name}": two.files[name] for name in ("article.xhtml", "article.smil")}
    return {name: data.decode() for name, data in files.items()}


def test_golden(tmp_path: Path) -> None:
    """After a wanted change run ``python -m tests.publishing.epub.test_books``, and read it."""
    for name, text in golden_files(tmp_path).items():
        assert text == (GOLDEN / name).read_text("utf-8"), name


@pytest.mark.parametrize("name", ["article", "bilingual"])
def test_the_same_article_gives_the_same_bytes(tmp_path: Path, name: str) -> None:
    first = book(tmp_path / "1", article("zh"), article("en"), name=name)
    assert book(tmp_path / "2", article("zh"), article("en"), name=name) == first
    assert own_checks(first) == []


def test_the_container_begins_with_its_type(tmp_path: Path) -> None:
    data = book(tmp_path, article("zh"))
    assert data[30:58] == b"mimetypeapplication/epub+zip"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
        assert archive.testzip() is None
    assert [info.compress_type for info in infos[:1]] == [zipfile.ZIP_STORED]
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert len({info.filename for info in infos}) == len(infos)


def test_everything_in_the_book_is_in_the_manifest(tmp_path: Path) -> None:
    one = opened(book(tmp_path, article("zh"), audio={"zh": spoken(article("zh"))}))
    listed = {item.get("href") for item in one.package.iter(f"{OPF}item")}
    assert listed | {"package.opf"} == set(one.files) - {"mimetype", "META-INF/container.xml"}
    assert {"images/b1.png", "audio/zh.mp3", "article.smil", "overlay.css"} < listed
    silent = opened(book(tmp_path, article("zh")))
    assert not {"article.smil", "overlay.css"} & set(silent.files)
    assert silent.meta("media:active-class") == []


def ids(document: bytes) -> list[str]:
    return [str(e.get("id")) for e in etree.fromstring(document).iter() if e.get("id")]


@pytest.mark.parametrize("source", editions(), ids=lambda a: a.lang)
def test_every_sentence_is_there_and_tagged(tmp_path: Path, source: Article) -> None:
    one = opened(book(tmp_path, article("zh"), *([source] if source.lang != "zh" else [])))
    root = etree.fromstring(one.files["article.xhtml"])
    found = ids(one.files["article.xhtml"])
    assert len(found) == len(set(found))
    assert {s.id for s in source.segments} <= set(found)
    assert root.get("lang") == root.get("{http://www.w3.org/XML/1998/namespace}lang")
    for element in root.iter(f"{XHTML}ruby"):
        assert [child.tag for child in element] == [f"{XHTML}{t}" for t in ("rp", "rt", "rp")]


def test_a_translation_says_what_it_is(tmp_path: Path) -> None:
    one = opened(book(tmp_path, *small_pair()))
    text = one.files["article.xhtml"].decode()
    for wanted in ("A machine translated this text", "argos", "30 March 2020", "[check 1]", "22点"):
        assert wanted in text
    assert 'href="https://portal.example/a/1.html"' in text
    contributor = one.package.find(".//{*}contributor")
    assert contributor is not None
    assert contributor.text == "argos"


def clips(one: Opened) -> list[tuple[str, str, float, float]]:
    return [
        (
            str(par[0].get("src")).partition("#")[2],
            str(par[1].get("src")),
            float(str(par[1].get("clipBegin"))[:-1]),
            float(str(par[1].get("clipEnd"))[:-1]),
        )
        for par in etree.fromstring(one.files["article.smil"]).iter(f"{SMIL}par")
    ]


def test_a_clip_lasts_until_the_next_begins(tmp_path: Path) -> None:
    source = article("zh")
    one = opened(book(tmp_path, source, audio={"zh": spoken(source)}))
    found = clips(one)
    assert [clip[0] for clip in found] == [s.id for s in source.segments]
    assert all(a[3] == b[2] for a, b in pairwise(found))
    length = len(found) * (SENTENCE + PAUSE)
    assert found[-1][3] == pytest.approx(length)
    assert one.meta("media:duration") == [f"{length:.3f}s"] * 2


def test_a_bilingual_book_is_heard_in_both_languages_in_turn(tmp_path: Path) -> None:
    source, other = article("zh"), article("ja")
    sound = {a.lang: spoken(a) for a in (source, other)}
    data = book(tmp_path, source, other, name="bilingual", audio=sound)
    one = opened(data)
    found = clips(one)
    assert [(t, a) for t, a, *_ in found[:2]] == [
        ("_zh.title", "audio/zh.mp3"),
        ("title", "audio/ja.mp3"),
    ]
    assert len(found) == 2 * len(source.segments)
    assert own_checks(data) == []
    shown = etree.fromstring(one.files["article.xhtml"]).find(".//*[@id='_zh.b3.s1']")
    assert shown is not None
    assert shown.get("lang") == "zh-Hans"


def test_one_audio_in_two_languages_serves_both_books(tmp_path: Path) -> None:
    source, other = article("zh"), article("en")
    heard = [(s.id, lang) for s in source.segments for lang in ("zh", "en")]
    cues = [Cue(name, at, at + 0.4, lang) for at, (name, lang) in enumerate(heard)]
    sound = {"en": Silence(Timeline("en", len(cues), tuple(cues)))}
    both = opened(book(tmp_path, source, other, name="bilingual", audio=sound))
    assert [begin for _, _, begin, _ in clips(both)] == list(range(len(cues)))
    alone = opened(book(tmp_path, source, other, audio=sound))
    assert [begin for _, _, begin, _ in clips(alone)] == list(range(1, len(cues), 2))


def test_a_bilingual_book_needs_a_translation(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match=r"'epub-bilingual' needs .*-t LANG"):
        publish([article("zh")], tmp_path, formats=["epub-bilingual"])
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(PublishError, match="give both"):
        write_bilingual(Edition(article("en")))
    publish([article("zh"), article("en")], tmp_path, formats=["epub-bilingual"])
    assert sorted(p.parent.name for p in tmp_path.rglob("*.epub")) == ["en"]


@pytest.mark.parametrize(
    ("cues", "message"),
    [
        ([Cue("title", 0, 1), Cue("b9.s9", 1, 2)], "'b9.s9' that the article has not"),
        ([Cue("title", 2, 3), Cue("b3.s1", 1, 2)], "goes back at 'b3.s1'"),
        ([Cue("title", 0, 9.5)], "'title' outside its audio"),
        ([Cue("title", -1, 1)], "'title' outside its audio"),
        ([Cue("title", 2, 1)], "'title' outside its audio"),
    ],
)
def test_a_timeline_that_does_not_fit_is_refused(
    tmp_path: Path, cues: list[Cue], message: str
) -> None:
    sound = Silence(Timeline("en", 5.0, tuple(cues)))
    with pytest.raises(PublishError, match=message):
        book(tmp_path, small(), audio={"en": sound})
    assert not list(tmp_path.rglob("*.epub"))


def test_sound_that_is_no_mp3_is_refused(tmp_path: Path) -> None:
    class Wave(FakeAudio):
        def save(self, path: Path) -> None:
            path.write_bytes(b"RIFF\0\0\0\0WAVE")

    with pytest.raises(PublishError, match="no MP3"):
        book(tmp_path, small(), audio={"en": Wave()})


def test_a_clip_too_short_to_be_heard_is_left_out(tmp_path: Path) -> None:
    cues = (Cue("title", 0, 0.0001), Cue("b2.s1", 0.0002, 1))
    sound = Silence(Timeline("en", 1.0, cues))
    assert [c[0] for c in clips(opened(book(tmp_path, small(), audio={"en": sound})))] == ["b2.s1"]


@settings(deadline=None, max_examples=20)
@given(articles())
@example(everywhere("]]>&amp;<\x00\ufffe"))
def test_any_article_can_be_a_book(source: Article) -> None:
    parses(write_epub(Edition(source)))


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_text_stays_text(value: str) -> None:
    one = parses(write_epub(Edition(everywhere(value))))
    root = etree.fromstring(one.files["article.xhtml"])
    assert not list(root.iter(f"{XHTML}script"))
    for element in root.iter():
        assert not any(str(name).startswith("on") for name in element.attrib)
        href = element.get("href")
        assert href is None or href.startswith(("http://", "https://", "mailto:", "#", "style"))
    title = root.find(".//*[@id='title']")
    assert title is not None
    assert words("".join(map(str, title.itertext()))) == (words(value) or "Untitled article")


def parses(data: bytes) -> Opened:
    """The book, whose XML files are all well-formed and hold no control characters."""
    one = opened(data)
    for name, content in one.files.items():
        if name.endswith((".xhtml", ".opf", ".svg", ".smil", ".xml")):
            etree.fromstring(content)
            text = content.decode()
            assert not any((ord(c) < 32 and c not in "\t\n") or "\x7f" <= c <= "\x9f" for c in text)
    assert own_checks(data) == []
    return one


@settings(deadline=None, max_examples=30)
@given(st.lists(st.floats(0.01, 3), min_size=1, max_size=20), st.data())
def test_clips_never_overlap_or_leave_the_audio(lengths: list[float], data: st.DataObject) -> None:
    from langdu.publishing.epub.overlay import Track
    from langdu.publishing.epub.overlay import clips as cut

    at, cues = 0.0, []
    for number, length in enumerate(lengths):
        heard = data.draw(st.floats(0, length))
        cues.append(Cue(f"b{number}", at, at + heard))
        at += length
    found = cut(Track("en", "a.mp3", Timeline("en", at, tuple(cues))), lambda cue: cue.id)
    assert [clip.target for clip in found] == [cue.id for cue in cues]
    assert all(0 <= clip.begin < clip.end <= round(at, 3) for clip in found)
    assert all(one.end == following.begin for one, following in pairwise(found))


def test_headings_make_the_contents() -> None:
    from tests.publishing.epub.books import many_headings

    one = opened(write_epub(Edition(many_headings())))
    nav = etree.fromstring(one.files["nav.xhtml"])
    depth = {
        str(a.text): sum(1 for up in a.iterancestors() if up.tag == f"{XHTML}ol")
        for a in nav.iter(f"{XHTML}a")
    }
    parts = {name: level for name, level in depth.items() if name.startswith("Part")}
    assert parts == {
        **{"Part 1": 2, "Part 2": 3, "Part 3": 4, "Part 4": 5},
        **{"Part 5": 2, "Part 6": 3, "Part 7": 3, "Part 8": 2},
    }


def test_deep_lists_are_books() -> None:
    from langdu.article import ListItem

    deep: List | None = None
    for level in range(30, 0, -1):
        item = ListItem(f"i{level}", (S(f"i{level}.s1", "x"),), deep)
        deep = List(f"l{level}", False, 1, (item,))
    assert deep
    parses(write_epub(Edition(Article("en", (deep,)))))


def test_pictures_that_epub_does_not_know_are_links(tmp_path: Path) -> None:
    avif = b"\0\0\0\x1cftypavif\0\0\0\0avifmif1"
    one = opened(book(tmp_path, article("zh"), images=lambda url: avif))
    assert not [name for name in one.files if name.startswith("images/")]
    assert b'<a href="https://portal.example/a/1.png">' in one.files["article.xhtml"]
    assert one.meta("schema:accessMode") == ["textual"]


def test_two_figures_with_one_picture_share_its_file(tmp_path: Path) -> None:
    one = opened(book(tmp_path, bare()))
    assert [name for name in one.files if name.startswith("images/")] == ["images/b1.png"]


def test_a_picture_that_is_gone_is_one_clear_line(tmp_path: Path) -> None:
    gone = Edition(article("zh"), images={"b1": "../images/b1.png"}, folder=tmp_path / "zh")
    with pytest.raises(PublishError, match=r"cannot read .*b1\.png: No such file"):
        write_epub(gone)


def test_empty_alternative_text_counts_as_none(tmp_path: Path) -> None:
    figure = Figure("b1", "https://portal.example/1.png", " ", (S("b1.s1", " "),))
    one = opened(book(tmp_path, Article("en", (figure, Paragraph("b2", (S("b2.s1", "x"),))))))
    assert one.meta("schema:accessModeSufficient") == ["textual,visual"]
    assert b'alt="Picture without a description"' in one.files["article.xhtml"]


if __name__ == "__main__":
    import tempfile

    GOLDEN.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        for name, text in golden_files(Path(temporary)).items():
            (GOLDEN / name).write_text(text, "utf-8", newline="\n")
