"""The way of an HTML page: parse, read the metadata, prune, find the content, build, refine."""

from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from lxml import etree

from langdu.errors import ExtractError
from langdu.extraction import urls
from langdu.extraction.assembly import assemble
from langdu.extraction.builder import build
from langdu.extraction.content import find_content
from langdu.extraction.drafts import Draft
from langdu.extraction.guidance import guidance
from langdu.extraction.leads import leads
from langdu.extraction.link_blocks import link_blocks
from langdu.extraction.metadata import read_metadata
from langdu.extraction.metadata.editions import linked_editions
from langdu.extraction.notes import Notes
from langdu.extraction.outline import Line, Outline, outline, refuse_masses, texts
from langdu.extraction.parsing import parse
from langdu.extraction.prose import line_worth
from langdu.extraction.pruning import Suspicion, doomed, take_out
from langdu.extraction.result import Extraction
from langdu.extraction.rules import apply_rules
from langdu.extraction.site_rules import PageRule
from langdu.page import Page

#: What is found without pruning must be worth so many times more that pruning was plainly wrong:
#: comments and teasers, which pruning is there for, are often several times the article.
_WRONG: Final = 20.0


def from_html(page: Page, rules: Sequence[PageRule] = (), *, explaining: bool = True) -> Extraction:
    """The article of an HTML page. Raises :class:`ExtractError`."""
    root = parse(page.text)
    base = _base(root, page)
    notes = Notes(_host(page.url), explaining=explaining)
    whole = outline(root, Suspicion(), skip_bulk=True)
    refuse_masses(len(whole.lines), "page")
    declared = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    guided = guidance(root, page, rules, notes)
    read_metadata(root, whole.lines, base, notes)
    for code in linked_editions(root):
        notes.fact("edition", "link", code)
    nodes = guided.nodes or _content(root, whole, notes)
    drafts = apply_rules(build(nodes, base, declared), notes)
    if not any(_says(draft) for draft in drafts):
        raise ExtractError(_nothing(whole.lines))
    article = guided.applied(assemble(drafts, notes, declared=declared, url=page.url))
    return Extraction(
        article, tuple(notes.removals), tuple(notes.facts), remarks=tuple(notes.remarks)
    )


def _host(url: str | None) -> str:
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""


def _base(root: etree._Element, page: Page) -> str | None:
    for element in root.iter("base"):
        href = element.get("href")
        if href and (found := urls.link(href, page.base)):
            return found
    return page.base


def _content(root: etree._Element, page: Outline, notes: Notes) -> list[etree._Element]:
    """The elements that hold the article, in the order of the page."""
    worths = [line_worth(line) for line in page.lines]
    gone = doomed(page, worths)
    left = list(worths)
    alive = [True] * len(left)
    for suspect in gone:
        size = suspect.last - suspect.first
        left[suspect.first : suspect.last] = [0.0] * size
        alive[suspect.first : suspect.last] = [False] * size
    found = find_content(page, left)
    most = sum(worth for worth in worths if worth > 0)
    if found is None or found.worth * _WRONG < most:
        everything = find_content(page, worths)
        if everything and (found is None or found.worth * _WRONG < everything.worth):
            return [everything.node]
    above: list[etree._Element] = []
    inside = range(len(page.blocks) + 1)
    if found and found.node in page.blocks:
        above = leads(page, found.node, left)
        gone = [*gone, *link_blocks(page, found.node, alive, notes.host)]
        start = page.blocks.index(found.node)
        inside = range(start, page.end(start) + 1)
    for suspect in gone:
        if notes.explaining and (text := texts(suspect.element)):
            notes.removal("furniture", suspect.reason, text)
        if suspect.block in inside:
            take_out(suspect.element)
    node = found.node if found else _short_page(root)
    if node is None:
        raise ExtractError(_nothing(page.lines))
    return [*above, node]


def _short_page(root: etree._Element) -> etree._Element | None:
    """The body of a page of few words, where more of them stand by themselves than in links."""
    left = outline(root, lambda _: None).lines
    said = sum(line.width - line.linked for line in left if line.owner.tag != "title")
    linked = sum(line.linked for line in left)
    body = root.find("body")
    return body if body is not None and said > linked else None


def _says(draft: Draft) -> bool:
    return bool(draft.text or draft.items or draft.rows or draft.image)


def _nothing(everything: list[Line]) -> str:
    if not everything:
        return "the page shows no text: it is empty, or a script has yet to write it"
    linked = sum(line.linked * 2 > line.width for line in everything)
    of = f"of its {len(everything)} lines {linked} are links"
    return f"no article is in the page: {of}, and none is prose"
