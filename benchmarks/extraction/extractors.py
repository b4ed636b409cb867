"""What every extractor is asked: the text of a page, and its title and date."""

from dataclasses import dataclass
from typing import Protocol

from langdu.errors import ExtractError
from langdu.extraction import extract
from langdu.page import Page


@dataclass(frozen=True, slots=True)
class Facts:
    """The title and the date of publication that an extractor gives, as it gives them."""

    title: str | None = None
    date: str | None = None


class Extractor(Protocol):
    """An extractor: langdu or a peer. What its methods raise counts as an exception."""

    @property
    def name(self) -> str:
        """Its name in the table."""

    def text(self, html: str, url: str) -> str:
        """The text of the article, without its title; empty where it finds none."""

    def facts(self, html: str, url: str) -> Facts:
        """The title and the date."""


class Langdu:
    """langdu. That a page has no article is an answer, an empty one; any other error is not."""

    name = "langdu"

    def text(self, html: str, url: str) -> str:
        try:
            return extract(Page(html, "html", url=url, base=url)).text
        except ExtractError:
            return ""

    def facts(self, html: str, url: str) -> Facts:
        try:
            article = extract(Page(html, "html", url=url, base=url))
        except ExtractError:
            return Facts()
        return Facts(article.title, article.published)
