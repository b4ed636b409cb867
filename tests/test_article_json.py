"""The JSON form: other tools rely on it."""

import json
from typing import Any

import pytest
from hypothesis import given

from langdu.article import Article, Sentence, block_text, map_segments
from langdu.article_json import MAX_LIST_DEPTH, from_dict, from_json, to_dict, to_json
from langdu.errors import ArticleError
from tests.strategies import articles

#: Exactly the document of the design, one block of each kind.
DOCUMENT: dict[str, Any] = {
    "schema": "langdu/article/1",
    "lang": "zh",
    "title": "题目",
    "url": "https://portal.example/zw/t1.html",
    "site": "云溪区",
    "published": "2020-03-30T10:42",
    "updated": None,
    "source": "云溪日报",
    "author": None,
    "editor": None,
    "column": ["首页", "政务"],
    "keywords": [],
    "offered": ["en", "ja"],
    "blocks": [
        {
            "id": "b1",
            "type": "figure",
            "image": "https://portal.example/1.png",
            "alt": None,
            "sentences": [{"id": "b1.s1", "text": "图"}],
        },
        {
            "id": "b2",
            "type": "heading",
            "level": 2,
            "sentences": [{"id": "b2.s1", "text": "甲 "}, {"id": "b2.s2", "text": "乙"}],
        },
        {
            "id": "b3",
            "type": "paragraph",
            "sentences": [
                {
                    "id": "b3.s1",
                    "text": "见附件一。",
                    "marks": [{"kind": "link", "href": "https://a.example", "start": 1, "end": 4}],
                }
            ],
        },
        {
            "id": "b4",
            "type": "list",
            "ordered": True,
            "start": 1,
            "items": [
                {"id": "b4.i1", "sentences": [{"id": "b4.i1.s1", "text": "一"}], "list": None}
            ],
        },
        {
            "id": "b5",
            "type": "table",
            "caption": [{"id": "b5.c1", "text": "表"}],
            "rows": [
                [
                    {
                        "id": "b5.r1.c1",
                        "header": True,
                        "colspan": 1,
                        "rowspan": 1,
                        "sentences": [{"id": "b5.r1.c1.s1", "text": "格"}],
                    }
                ]
            ],
        },
        {"id": "b6", "type": "quote", "sentences": [{"id": "b6.s1", "text": "引"}]},
        {"id": "b7", "type": "code", "text": "print()"},
        {
            "id": "b8",
            "type": "attachment",
            "href": "https://portal.example/a.pdf",
            "sentences": [{"id": "b8.s1", "text": "附件"}],
        },
    ],
    "translation": {
        "from": "zh",
        "engine": "argos",
        "models": [{"name": "translate-zh_en", "version": "1.9", "demo": False}],
        "checks": [{"sentence": "b3.s1", "kind": "number", "expected": "17000", "found": None}],
    },
}


@given(articles())
def test_the_round_trip_is_the_identity(article: Article) -> None:
    assert from_json(to_json(article)) == article
    assert to_json(from_json(to_json(article))) == to_json(article)


def test_the_document_of_the_design_is_read_and_written_unchanged() -> None:
    assert to_dict(from_dict(DOCUMENT)) == DOCUMENT


def test_only_schema_lang_and_blocks_are_required() -> None:
    article = from_dict({"schema": "langdu/article/1", "lang": "zh", "blocks": []})
    assert article == Article("zh", ())


def test_segments_are_title_alternative_texts_and_sentences_in_reading_order() -> None:
    document = json.loads(json.dumps(DOCUMENT))
    document["blocks"][0]["alt"] = "一座桥"
    article = from_dict(document)
    assert [segment.id for segment in article.segments] == [
        "title",
        "b1.alt",
        *[sentence.id for sentence in article.sentences],
    ]
    assert [block_text(block) for block in article.blocks] == [
        "图",
        "甲 乙",
        "见附件一。",
        "一",
        "表格",
        "引",
        "print()",
        "附件",
    ]


@given(articles())
def test_mapping_with_the_identity_changes_nothing(article: Article) -> None:
    assert map_segments(article, lambda sentence: sentence) == article


@given(articles())
def test_mapping_reaches_every_segment_once(article: Article) -> None:
    seen: list[str] = []

    def change(sentence: Sentence) -> Sentence:
        seen.append(sentence.id)
        return sentence

    map_segments(article, change)
    assert sorted(seen) == sorted(segment.id for segment in article.segments)


def _broken(change: str, value: object) -> dict[str, Any]:
    document = json.loads(json.dumps(DOCUMENT))
    target = document
    *path, last = [int(part) if part.isdigit() else part for part in change.split(".")]
    for part in path:
        target = target[part]
    if value is ...:
        del target[last]
    else:
        target[last] = value
    result: dict[str, Any] = document
    return result


@pytest.mark.parametrize(
    ("change", "value", "message"),
    [
        ("schema", "langdu/article/9", "schema is 'langdu/article/9'"),
        ("schema", ..., "schema is None"),
        ("lang", ..., "article.lang must be a text, not null"),
        ("title", 7, "article.title must be a text, not a number"),
        ("blocks", ..., "article.blocks must be a list, not null"),
        ("blocks", {}, "article.blocks must be a list, not an object"),
        ("column", ["a", 1], "article.column.1 must be a text, not a number"),
        ("blocks.0.type", "carousel", "article.blocks[0].type: unknown block 'carousel'"),
        ("blocks.1.level", True, "article.blocks[1].level must be a whole number"),
        ("blocks.1.level", 9, "must be 1 to 6"),
        ("blocks.2.sentences.0.marks.0.kind", "blink", "unknown mark 'blink'"),
        ("blocks.2.sentences.0.marks.0.end", 99, "is not inside its sentence"),
        ("blocks.2.sentences.0.id", "b6.s1", "'b6.s1' is there twice"),
        ("blocks.2.sentences.0.text", "\ud800", "holds half a character"),
        ("translation.engine", None, "article.translation.engine must be a text"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(change: str, value: object, message: str) -> None:
    with pytest.raises(ArticleError) as caught:
        from_dict(_broken(change, value))
    assert message in str(caught.value)


@pytest.mark.parametrize("text", ["", "[1", "nonsense", b"\xff\xfe\x00", "[" * 200_000])
def test_what_is_no_json_is_an_article_error(text: str | bytes) -> None:
    with pytest.raises(ArticleError):
        from_json(text)


def test_lists_that_are_nested_without_end_are_refused() -> None:
    inner: dict[str, Any] | None = None
    for depth in range(MAX_LIST_DEPTH + 5):
        items: list[dict[str, Any]] = [{"id": f"i{depth}", "sentences": [], "list": inner}]
        inner = {"id": f"l{depth}", "type": "list", "items": items}
    with pytest.raises(ArticleError, match="nested deeper"):
        from_dict({"schema": "langdu/article/1", "lang": "zh", "blocks": [inner]})
