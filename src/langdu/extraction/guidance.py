"""A site's rule applied: a page → the elements and fields that the rule points at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from langdu.errors import LangduError, PluginError
from langdu.extraction.dates import read_date
from langdu.extraction.notes import MAX_VALUE, Notes
from langdu.extraction.parsing import parse
from langdu.extraction.result import Extraction, Origin
from langdu.extraction.site_rules import FIELDS, Choice, PageRule
from langdu.extraction.text import collapse
from langdu.page import Page

if TYPE_CHECKING:
    from bs4 import Tag

_MANY: Final = frozenset({"column", "keywords"})
_DATES: Final = frozenset({"published", "updated"})


@dataclass(frozen=True, slots=True)
class Guidance:
    """``nodes`` hold the article, none where the rule found none; ``fields`` are the article's, and
    ``where`` is what ``--explain`` calls the rule."""

    where: str = ""
    nodes: tuple[etree._Element, ...] = ()
    fields: Mapping[str, str | tuple[str, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )

    def note(self, notes: Notes) -> None:
        """Put the fields in the place of what was noted for them."""
        for name, value in self.fields.items():
            notes.forget(name)
            notes.fact(name, self.where, _lines(value))

    def applied(self, found: Extraction) -> Extraction:
        """The article with the rule's fields, whatever else was found for them."""
        if not self.fields:
            return found
        changes: dict[str, Any] = dict(self.fields)
        others = {origin.field: origin for origin in found.origins}
        own = {name: self._origin(name, others.get(name)) for name in self.fields}
        return replace(
            found,
            article=replace(found.article, **changes),
            origins=tuple((others | own).values()),
        )

    def _origin(self, name: str, other: Origin | None) -> Origin:
        value = _lines(self.fields[name])
        if other is None or other.where == self.where:
            return Origin(name, self.where, value, other.beaten if other else ())
        return Origin(name, self.where, value)


def guidance(root: etree._Element, page: Page, rules: Sequence[PageRule], notes: Notes) -> Guidance:
    """What the first rule that is for the page says of it; notes its fields and what it missed.

    Raises :class:`~langdu.errors.PluginError` for a rule that fails.
    """
    for rule in rules:
        try:
            if rule.matches(page):
                return _guided(root, rule, notes)
        except LangduError:
            raise
        except Exception as error:  # another's code may fail in any way; the user gets one line
            raise PluginError(f"the site rule {_name(rule)!r} failed: {error!r}") from error
    return Guidance()


def _guided(root: etree._Element, rule: PageRule, notes: Notes) -> Guidance:
    from bs4 import BeautifulSoup

    # what lxml made of the page, so that a rule sees the tree that everything else works on
    text = etree.tostring(root, encoding="unicode", method="html")
    choice = rule.choose(BeautifulSoup(text, "html.parser"))
    if not isinstance(choice, Choice):
        raise TypeError(f"choose() gave {type(choice).__name__}, not a Choice")
    where = f"rule {_name(rule)}"
    for miss in choice.misses:
        notes.remark(f"{where}: {collapse(miss)}")
    content = _outermost(choice)
    for tag in choice.removed:
        notes.removal(where, "the rule removes it", tag.get_text(" "))
        tag.extract()
    nodes = tuple(_element(tag) for tag in content)
    if not nodes:
        notes.remark(f"{where}: no content, so the page was read as if there were no rule")
    return Guidance(where, nodes, MappingProxyType(_fields(choice, where, notes)))


def _fields(choice: Choice, where: str, notes: Notes) -> dict[str, str | tuple[str, ...]]:
    unknown = sorted(set(choice.fields) - FIELDS)
    if unknown:
        raise ValueError(f"an article has no field {unknown[0]!r}")
    found: dict[str, str | tuple[str, ...]] = {}
    for name, said in choice.fields.items():
        every = [said] if isinstance(said, str) else said
        texts = [text for one in every if (text := collapse(one)[:MAX_VALUE])]
        if name in _DATES:
            dates = [date for text in texts if (date := read_date(text))]
            if texts and not dates:
                notes.remark(f"{where}: {texts[0][:60]!r} is no date ({name})")
            texts = dates
        if texts:
            found[name] = tuple(texts) if name in _MANY else texts[0]
    return found


def _lines(value: str | tuple[str, ...]) -> str:
    """A value as origins have it: a name a line."""
    return value if isinstance(value, str) else "\n".join(value)


def _outermost(choice: Choice) -> "list[Tag]":
    """The content without what is inside another part of it, or was taken out."""
    gone = {id(tag) for tag in choice.removed}
    chosen = gone | {id(tag) for tag in choice.content}
    found = {id(tag): tag for tag in choice.content if id(tag) not in gone and not tag.decomposed}
    return [tag for tag in found.values() if not any(id(up) in chosen for up in tag.parents)]


def _element(tag: "Tag") -> etree._Element:
    root = parse(str(tag))
    body = root.find("body")
    return root if body is None else body


def _name(rule: object) -> str:
    return str(getattr(rule, "name", None) or type(rule).__name__)
