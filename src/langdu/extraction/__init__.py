"""A page becomes an article: its content is found, cleaned and built, its metadata read.

HTML pages, plain-text dumps of pages, and langdu's own JSON are taken alike.
"""

from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING

from langdu.article import Article
from langdu.extraction.result import Extraction, Origin, Removal
from langdu.extraction.site_rules import Choice, PageRule, SiteRule
from langdu.page import Page

if TYPE_CHECKING:  # lxml is slow to import
    from langdu.extraction.part import Part

__all__ = [
    "Choice",
    "Extraction",
    "Origin",
    "PageRule",
    "Removal",
    "SiteRule",
    "explain",
    "extract",
    "extract_pages",
]


def extract(page: Page, *, rules: Sequence[PageRule] = ()) -> Article:
    """The article of a page. Of ``rules`` for sites the first that is for an HTML page is followed.

    Raises :class:`~langdu.errors.ExtractError` where no article is to be found,
    :class:`~langdu.errors.ArticleError` for JSON that is no article, and
    :class:`~langdu.errors.PluginError` where a rule fails.
    """
    return _extraction(page, rules, explaining=False).article


def explain(page: Page, *, rules: Sequence[PageRule] = ()) -> Extraction:
    """The article of a page, and why: what was left out, and where the metadata come from."""
    return _extraction(page, rules, explaining=True)


def extract_pages(
    page: Page, *, limit: int, explaining: bool = False, rules: Sequence[PageRule] = ()
) -> Generator[str, Page, Extraction]:
    """The article of a page and of the pages that go before it and on from it.

    A generator that yields the address of each page it wants and is sent that page, or thrown the
    :class:`~langdu.errors.LoadError` that says why there is none; its value is the article, as of
    :func:`explain`. ``limit``: at most so many pages. Raises what :func:`extract` raises, and
    :class:`~langdu.errors.LoadError` that names the page where one cannot be had.
    """
    if page.kind != "html" or limit < 2:
        return _extraction(page, rules, explaining=explaining)
    from langdu.extraction.html import finish, read
    from langdu.extraction.pages.walk import walk

    def part(other: Page) -> "Part":
        return read(other, rules, explaining=explaining, pages=True)

    return finish((yield from walk(part(page), part, limit)))


def _extraction(page: Page, rules: Sequence[PageRule], *, explaining: bool) -> Extraction:
    if page.kind == "json":
        from langdu.article_json import from_json

        return Extraction(from_json(page.text))
    if page.kind == "markdown":
        from langdu.extraction.markdown import from_markdown

        return from_markdown(page)
    if page.kind == "text":
        from langdu.extraction.plain_text import from_text

        return from_text(page)
    from langdu.extraction.html import from_html

    return from_html(page, rules, explaining=explaining)
