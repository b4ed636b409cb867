"""The way of an HTML page: parse, read the metadata, prune, find the content, build, refine."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from lxml import etree

from langdu.errors import ExtractError
from langdu.extraction import urls
from langdu.extraction.assembly import assemble
from langdu.extraction.builder import build
from langdu.extraction.drafts import Draft
from langdu.extraction.file_boxes import with_file_boxes
from langdu.extraction.guidance import guidance
from langdu.extraction.metadata import breadcrumb, read_metadata
from langdu.extraction.metadata.editions import linked_editions
from langdu.extraction.notes import Notes
from langdu.extraction.outline import Line, outline, refuse_masses
from langdu.extraction.pages.find import find_pager
from langdu.extraction.pages.joining import join
from langdu.extraction.parsing import parse
from langdu.extraction.part import Part
from langdu.extraction.pruning import Suspicion
from langdu.extraction.refusals import refuse
from langdu.extraction.result import Extraction
from langdu.extraction.rules import apply_rules
from langdu.extraction.selection import select
from langdu.extraction.site_rules import PageRule
from langdu.page import Page


def from_html(page: Page, rules: Sequence[PageRule] = (), *, explaining: bool = True) -> Extraction:
    """The article of an HTML page. Raises :class:`ExtractError`."""
    return finish([read(page, rules, explaining=explaining)])


def finish(parts: Sequence[Part]) -> Extraction:
    """The article of its pages, in their order."""
    whole = join(parts)
    found = assemble(whole.drafts, whole.notes, declared=whole.declared, url=whole.url)
    return whole.guidance.applied(found)


def read(
    page: Page, rules: Sequence[PageRule] = (), *, explaining: bool = True, pages: bool = False
) -> Part:
    """One page of an article. ``pages``: look for the others. Raises :class:`ExtractError`."""
    root = parse(page.text)
    base = _base(root, page)
    pager = find_pager(root, page.url, base) if pages else None
    title = root.findtext(".//title") or ""
    notes = Notes(_host(page.url), explaining=explaining)
    guided = guidance(root, page, rules, notes)
    suspicion = Suspicion(watch=breadcrumb.is_named)
    whole = outline(root, suspicion, skip_bulk=True)
    refuse_masses(len(whole.lines), "page")
    declared = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    microdata = "itemprop" in page.text or "itemProp" in page.text
    read_metadata(root, whole.lines, base, notes, paths=suspicion.watched, microdata=microdata)
    for code in linked_editions(root):
        notes.fact("edition", "link", code)
    guided.note(notes)
    nodes = guided.nodes or with_file_boxes(root, select(root, whole, notes))
    drafts = apply_rules(build(nodes, base, declared), notes)
    if not guided.nodes:
        refuse(root, whole.lines, drafts)
    if not any(_says(draft) for draft in drafts):
        raise ExtractError(_nothing(whole.lines))
    return Part(drafts, notes, declared, page.url, title, pager, guided)


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


def _says(draft: Draft) -> bool:
    return bool(draft.text or draft.items or draft.rows or draft.image)


def _nothing(everything: list[Line]) -> str:
    if not everything:
        return "the page shows no text: it is empty, or a script has yet to write it"
    linked = sum(line.linked * 2 > line.width for line in everything)
    of = f"of its {len(everything)} lines {linked} are links"
    return f"no article is in the page: {of}, and none is prose"
