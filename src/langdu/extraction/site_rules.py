"""Rules for sites: where the article of a page is, said by somebody who knows the site.

A rule is any object with the methods of :class:`PageRule`; :class:`SiteRule` is one that needs no
code. A rule sees a page as a BeautifulSoup document. Other distributions add rules through the
entry point ``langdu.rules``; see ``docs/site-rules.md``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable
from urllib.parse import urlsplit

from langdu.errors import PluginError
from langdu.page import Page

if TYPE_CHECKING:  # it is slow to import, and only pages that a rule is for need it
    from bs4 import BeautifulSoup, Tag

#: The fields of an article that a rule may give.
FIELDS: Final = frozenset(
    "title site published updated source author editor column keywords".split()
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a rule points at in a page.

    ``content`` holds the article, in the order of reading; where it is empty the page is read as
    if there were no rule. ``removed`` are parts of the content that are not of the article.
    ``fields`` maps a field of the article to what the page says of it (for ``column`` and
    ``keywords``: to each name); dates may be written in any way that people write them.
    ``misses`` says, a line each, what the rule looked for and did not find.
    """

    content: "Sequence[Tag]"
    removed: "Sequence[Tag]" = ()
    fields: Mapping[str, str | Sequence[str]] = field(default_factory=dict)
    misses: Sequence[str] = ()


@runtime_checkable
class PageRule(Protocol):
    """What a rule for pages has to have."""

    @property
    def name(self) -> str:
        """What ``--explain`` and errors call the rule."""

    def matches(self, page: Page) -> bool:
        """Whether the rule is for this page. Asked for every page, so it should be quick."""

    def choose(self, soup: "BeautifulSoup") -> Choice:
        """The article's place and fields in a page. The rule may change the document."""


@dataclass(frozen=True, slots=True)
class SiteRule:
    """A rule of CSS selectors for the pages of some hosts and of the hosts below them.

    ``content`` points at the article; where several elements match, all of them are it.
    ``remove`` points at what is not of the article, inside the content. ``fields`` maps fields of
    the article (``title``, ``published`` …) to where the page shows them: the first element's
    text, or the ``content`` of a ``<meta>`` and the ``datetime`` of a ``<time>``; of ``author``,
    ``column`` and ``keywords`` every element counts. Raises :class:`~langdu.errors.PluginError`
    for a field that an article does not have. Override :meth:`matches` for other conditions.
    """

    name: str
    hosts: Sequence[str]
    content: str
    remove: Sequence[str] = ()
    fields: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        unknown = sorted(set(self.fields) - FIELDS)
        if unknown:
            known = ", ".join(sorted(FIELDS))
            raise PluginError(
                f"the rule {self.name!r} names a field {unknown[0]!r}; there are: {known}"
            )

    def matches(self, page: Page) -> bool:
        """Whether the page comes from one of the hosts."""
        host = _plain(_host(page.url))
        return bool(host) and any(
            host == known or host.endswith("." + known) for known in map(_plain, self.hosts)
        )

    def choose(self, soup: "BeautifulSoup") -> Choice:
        """Select content and fields."""
        misses = []
        found: dict[str, str | list[str]] = {}
        for name, selector in self.fields.items():
            values = [value for tag in soup.select(selector) if (value := _value(tag))]
            if not values:
                misses.append(f"{selector!r} found no {name}")
            elif name in ("column", "keywords"):
                found[name] = values
            else:
                found[name] = ", ".join(values) if name == "author" else values[0]
        content = soup.select(self.content)
        if not content:
            misses.append(f"{self.content!r} found no content")
        removed = [tag for selector in self.remove for tag in soup.select(selector)]
        return Choice(content, removed, found, misses)


def _value(tag: "Tag") -> str:
    """What an element says, by its attribute where that is what it is for."""
    own = {"meta": "content", "time": "datetime"}.get(tag.name)
    said = tag.get(own) if own else None
    return " ".join((str(said) if said else tag.get_text(" ")).split())


def _host(url: str | None) -> str:
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""


def _plain(host: str) -> str:
    """A host as DNS has it, since 例え.jp may be written in either way."""
    bare = host.strip().strip(".").lower()
    try:
        return bare.encode("idna").decode()
    except UnicodeError:
        return bare
