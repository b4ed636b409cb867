"""What the site knows of an article, and its JSON."""

import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from langdu.article import Article, Heading, Model, Paragraph, Sentence, Translation
from langdu.batching.describing import audio_of, edition_of, entry_of, summary_of
from langdu.batching.entries import (
    AudioEntry,
    ChapterEntry,
    EditionEntry,
    Entry,
    FileEntry,
)
from langdu.errors import ArticleError
from langdu.timeline import Cue, Timeline

NUMBERS = st.floats(min_value=0, max_value=1e6)
TEXT = st.text(max_size=20)
MAYBE = st.none() | TEXT
AUDIO = st.builds(
    AudioEntry,
    TEXT,
    st.integers(0, 2**40),
    NUMBERS,
    st.lists(st.builds(ChapterEntry, NUMBERS, TEXT), max_size=3).map(tuple),
)
EDITIONS = st.builds(
    EditionEntry,
    TEXT,
    MAYBE,
    TEXT,
    TEXT,
    st.booleans(),
    st.booleans(),
    st.lists(st.builds(FileEntry, TEXT, TEXT), max_size=2).map(tuple),
    st.none() | AUDIO,
)
ENTRIES = st.builds(
    Entry,
    TEXT,
    st.lists(EDITIONS, max_size=3).map(tuple),
    MAYBE,
    MAYBE,
    MAYBE,
    MAYBE,
    st.lists(TEXT, max_size=3).map(tuple),
)


@settings(deadline=None)  # a busy machine is no defect
@given(ENTRIES)
def test_json_gives_it_back(entry: Entry) -> None:
    text = entry.to_json()
    assert "\n" not in text
    assert Entry.from_json(text) == entry
    assert Entry.from_json(text).to_json() == text


GOOD: dict[str, Any] = Entry("a", (EditionEntry("en", "T", "s", "h"),)).to_dict()


@pytest.mark.parametrize(
    "change",
    [
        {"schema": "langdu/entry/9"},
        {"slug": 7},
        {"editions": [7]},
        {"editions": [{"lang": "en"}]},
        {"editions": [{"lang": "en", "href": "h", "audio": {"href": "x"}}]},
        {"column": [1]},
        {"url": ["u"]},
    ],
)
def test_what_is_none_is_refused_in_one_line(change: dict[str, Any]) -> None:
    with pytest.raises(ArticleError) as caught:
        Entry.from_dict({**GOOD, **change})
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["", "[]", "null", "{", "[" * 100_000, '"x"'])
def test_what_is_no_object_is_refused(text: str) -> None:
    with pytest.raises(ArticleError):
        Entry.from_json(text)


def test_missing_optional_fields_are_nothing() -> None:
    least = {"schema": "langdu/entry/1", "slug": "a", "editions": [{"lang": "en", "href": "h"}]}
    entry = Entry.from_json(json.dumps(least))
    assert entry == Entry("a", (EditionEntry("en", None, "", "h"),))


ARTICLE = Article(
    "zh",
    (
        Paragraph("b1", (Sentence("b1.s1", "春天到了，"), Sentence("b1.s2", "山上开花。"))),
        Heading("b2", 2, (Sentence("b2.s1", "第二节"),)),
        Paragraph("b3", (Sentence("b3.s1", "人们上山。"),)),
    ),
    title="春",
    url="https://a.example/1.html",
    published="2020-03-30T10:42",
    column=("首页", "政务"),
)


def test_an_article_is_described() -> None:
    cues = (Cue("title", 0, 1), Cue("b1.s1", 1, 3), Cue("b2.s1", 5.04, 6), Cue("b3.s1", 6, 7))
    audio = audio_of("s", ARTICLE, Timeline("zh", 8.26, cues), 1234)
    assert audio == AudioEntry(
        "articles/s/audio/zh.mp3", 1234, 8.3, (ChapterEntry(0.0, "春"), ChapterEntry(5.0, "第二节"))
    )
    source = edition_of("s", ARTICLE, {"epub": "article.epub"}, audio)
    assert source == EditionEntry(
        "zh",
        "春",
        "春天到了，山上开花。 人们上山。",
        "articles/s/zh/index.html",
        formats=(FileEntry("epub", "articles/s/zh/article.epub"),),
        audio=audio,
    )
    made = Translation("zh", "argos", (Model("m", demo=True),))
    english = edition_of("s", dataclasses.replace(ARTICLE, lang="en", translation=made))
    assert (english.machine, english.demo) == (True, True)
    entry = entry_of("s", ARTICLE, [source, english])
    assert (entry.url, entry.published, entry.column) == (
        ARTICLE.url,
        "2020-03-30T10:42",
        ("首页", "政务"),
    )
    assert [edition.lang for edition in entry.editions] == ["zh", "en"]


@pytest.mark.parametrize("text", ["山" * 500, "some words and more " * 50, "x" * 199 + " y z"])
def test_a_summary_is_short(text: str) -> None:
    article = Article("en", (Paragraph("b1", (Sentence("b1.s1", text),)),))
    summary = summary_of(article)
    assert len(summary) <= 200
    assert summary.endswith("…")
    assert text.startswith(summary[:-1])
