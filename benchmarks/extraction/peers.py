"""The peers, each called as its own documentation says for the text of an article.

Where an option exists to leave out what a gold text never has (comments, alternative texts), it is
used: every peer is shown at its best by this measure. They are imported where they are made, so
that langdu can be scored alone where none of them is installed.
"""

import functools
import logging
from collections.abc import Callable, Iterable
from types import MappingProxyType
from typing import Any, Final

import lxml.html

from benchmarks.extraction.extractors import Extractor, Facts


class Trafilatura:
    """trafilatura, without comments: with its defaults, or leaning to precision."""

    def __init__(self, *, precision: bool = False) -> None:
        import trafilatura

        self.name = "trafilatura precision" if precision else "trafilatura"
        self._options: Any = {"include_comments": False, "favor_precision": precision}
        self._module: Any = trafilatura

    def text(self, html: str, url: str) -> str:
        return self._module.extract(html, url=url, **self._options) or ""

    def facts(self, html: str, url: str) -> Facts:
        found = self._module.extract_metadata(html, default_url=url)
        return Facts(found.title, found.date)


class Readability:
    """readability-lxml: the text of its summary, with a line for every block."""

    name = "readability-lxml"

    _BLOCKS: Final = frozenset(
        "article blockquote br dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 li ol p pre section"
        " table td th tr ul".split()
    )

    def __init__(self) -> None:
        from readability import Document

        self._document: Any = Document

    def text(self, html: str, url: str) -> str:
        tree = lxml.html.fromstring(self._document(html, url=url).summary(html_partial=True))
        for element in tree.iter(*self._BLOCKS):
            if element.tag != "br":
                element.text = "\n" + (element.text or "")
            element.tail = "\n" + (element.tail or "")
        return str(tree.text_content())

    def facts(self, html: str, url: str) -> Facts:
        return Facts(self._document(html, url=url).short_title())


class Resiliparse:
    """resiliparse: the main content, without alternative texts."""

    name = "resiliparse"

    def __init__(self) -> None:
        from resiliparse.extract.html2text import extract_plain_text

        self._extract: Any = extract_plain_text

    def text(self, html: str, url: str) -> str:
        return str(self._extract(html, main_content=True, alt_texts=False))

    def facts(self, html: str, url: str) -> Facts:
        return Facts()


class JusText:
    """jusText without stop words, as it says to call it for a language that it has none for."""

    name = "jusText"

    def __init__(self) -> None:
        import justext

        self._paragraphs: Any = functools.partial(
            justext.justext, stoplist=frozenset(), stopwords_low=0, stopwords_high=0
        )

    def text(self, html: str, url: str) -> str:
        return "\n".join(p.text for p in self._paragraphs(html) if not p.is_boilerplate)

    def facts(self, html: str, url: str) -> Facts:
        return Facts()


class Newspaper:
    """newspaper4k; it takes the language from the page."""

    name = "newspaper4k"

    def __init__(self) -> None:
        import newspaper

        self._article: Any = newspaper.article

    def text(self, html: str, url: str) -> str:
        return str(self._article(url, input_html=html, fetch_images=False).text)

    def facts(self, html: str, url: str) -> Facts:
        article = self._article(url, input_html=html, fetch_images=False)
        date = article.publish_date
        return Facts(article.title, date.isoformat() if hasattr(date, "isoformat") else date)


class Gne:
    """gne, GeneralNewsExtractor."""

    name = "gne"

    def __init__(self) -> None:
        from gne import GeneralNewsExtractor

        self._extractor: Any = GeneralNewsExtractor()

    def text(self, html: str, url: str) -> str:
        return str(self._extractor.extract(html, host=url)["content"])

    def facts(self, html: str, url: str) -> Facts:
        found = self._extractor.extract(html, host=url)
        return Facts(found["title"] or None, found["publish_time"] or None)


PEERS: Final = MappingProxyType[str, Callable[[], Extractor]](
    {
        "trafilatura": Trafilatura,
        "trafilatura-precision": lambda: Trafilatura(precision=True),
        "readability-lxml": Readability,
        "resiliparse": Resiliparse,
        "jusText": JusText,
        "newspaper4k": Newspaper,
        "gne": Gne,
    }
)


def make_peers(names: Iterable[str]) -> list[Extractor]:
    """The peers of these names; their own logging is silenced."""
    logging.disable(logging.CRITICAL)
    return [PEERS[name]() for name in names]
