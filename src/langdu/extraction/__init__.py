"""A page becomes an article: its content is found, cleaned and built, its metadata read.

HTML pages, plain-text dumps of pages, and langdu's own JSON are taken alike.
"""

from collections.abc import Sequence

from langdu.article import Article
from langdu.extraction.result import Extraction, Origin, Removal
from langdu.extraction.site_rules import Choice, PageRule, SiteRule
from langdu.page import Page

__all__ = [
    "Choice",
    "Extraction",
    "Origin",
    "PageRule",
    "Removal",
    "SiteRule",
    "explain",
    "extract",
]


def extract(page: Page, *, rules: Sequence[PageRule] = ()) -> Article:
    """The article of a page. Of ``rules`` for sites the first that is for an HTML page is followed.

    Raises :class:`~langdu.errors.ExtractError` where no article is to be found, and
    :class:`~langdu.errors.ArticleError` for JSON that is no article, and
    :class:`~langdu.errors.PluginError` where a rule fails.
    """
    return _extraction(page, rules, explaining=False).article


def explain(page: Page, *, rules: Sequence[PageRule] = ()) -> Extraction:
    """The article of a page, and why: what was left out, and where the metadata come from."""
    return _extraction(page, rules, explaining=True)


def _extraction(page: Page, rules: Sequence[PageRule], *, explaining: bool) -> Extraction:
    if page.kind == "json":
        from langdu.article_json import from_json

        return Extraction(from_json(page.text))
    if page.kind == "text":
        from langdu.extraction.plain_text import from_text

        return from_text(page)
    from langdu.extraction.html import from_html

    return from_html(page, rules, explaining=explaining)
