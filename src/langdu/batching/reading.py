"""One source → its article, and the digest of the bytes that it was read from."""

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from langdu.article import Article
from langdu.article_json import from_json
from langdu.batching.beside import pictures_beside
from langdu.batching.kept import Kept, KeptPages
from langdu.batching.keys import TEXT, Keys, Unit
from langdu.batching.orders import Order
from langdu.batching.places import Places, digest
from langdu.batching.receipts import Receipt
from langdu.batching.sources import Source
from langdu.errors import ArticleError
from langdu.reader import read

if TYPE_CHECKING:
    from langdu.loading.web import Fetcher


@dataclass(slots=True)
class Reading:
    """Reads the article of an order. ``content`` is known as soon as the bytes are."""

    order: Order
    kept: Kept
    keys: Keys
    content: str = ""

    def article(self, receipt: Receipt, places: Places) -> Article:
        """The article: the one that is there, if it was read from the same, else read now.

        Raises :class:`Missing` for a page that must be fetched first, and what
        :func:`langdu.load` raises.
        """
        source = self.order.source
        if source.fetched:
            return self._from_pages(KeptPages(self.kept, self.order.failures), source.url or "")
        self.content = content_of(source)
        return self._known(receipt, places) or self._from_bytes(source)

    def _from_pages(self, pages: KeptPages, url: str, limit: int | None = None) -> Article:
        recipe = self.keys.recipe
        fetcher = cast("Fetcher", pages)
        try:
            found = read(url, fetcher, pages=limit or recipe.pages, rules=recipe.rules)
        finally:
            if self.order.source.fetched and pages.asked:
                self.content = pages.content()
        return found.article

    def _from_bytes(self, source: Source) -> Article:
        rules = self.keys.recipe.rules
        if source.path is not None:
            return read(source.path, None, rules=rules).article
        data = source.data or b""
        if source.url is None:
            return read(data, None, rules=rules).article
        from langdu.loading.web import Answer

        # an archive's page: where it came from is known, but nothing is fetched for it
        seed = Answer(source.url, data, "text/html", source.charset)
        return self._from_pages(KeptPages(self.kept, {}, seed), source.url, limit=1)

    def _known(self, receipt: Receipt, places: Places) -> Article | None:
        lang = receipt.lang
        mark = receipt.units.get(Unit(lang, TEXT)) if lang else None
        if lang is None or mark is None or mark.key != self.keys.source(self.content):
            return None
        source = self.order.source
        text = load_text(places, source.slug, lang)
        # a folder that moved: its pictures have other addresses now
        moved = text and pictures_beside(source.path, text) != receipt.beside
        return None if moved else text


def content_of(source: Source) -> str:
    """The digest of a source that needs no fetching.

    Raises :class:`~langdu.LoadError` for a file that cannot be read.
    """
    data = source.raw().data
    return digest(source.url or "", source.charset or "", data)


def load_text(places: Places, slug: str, lang: str) -> Article | None:
    """A text of the books; ``None`` where it is not there, or broken: then it is made again."""
    with suppress(OSError, ArticleError):
        return from_json(places.text(slug, lang).read_bytes())
    return None
