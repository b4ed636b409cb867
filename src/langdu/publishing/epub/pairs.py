"""The second language of a bilingual book: its sentences, found by the id they share."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from langdu.article import Article
from langdu.publishing.inline import Inline, Notes, inline
from langdu.publishing.labels import page_tag
from langdu.publishing.safe import one_line
from langdu.publishing.views import Span


@dataclass(frozen=True, slots=True)
class Second:
    """The sentences of the other edition, by the id in the first. ``tag``: its language."""

    article: Article
    tag: str
    title: str
    spans: Mapping[str, Span]

    def span(self, id: str) -> Span | None:
        """The sentence that has this id in the first language, if there is one."""
        return self.spans.get(id)


def second(article: Article) -> Second:
    """An edition as the other half of a bilingual book.

    Its notes are left to the first half, which has them too, and the ids begin with ``_`` and the
    language: no id of an article does.
    """
    spans: dict[str, Span] = {}
    for sentence in article.segments:
        marks = tuple(mark for mark in sentence.marks if mark.kind != "note")
        nodes: tuple[Inline, ...] = inline(replace(sentence, marks=marks), Notes())
        spans[sentence.id] = Span(second_id(article, sentence.id), nodes)
    return Second(article, page_tag(article.lang), one_line(article.title), spans)


def second_id(article: Article, id: str) -> str:
    """The id of a sentence in the second language."""
    return f"_{article.lang}.{id}"
