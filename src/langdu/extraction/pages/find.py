"""The pager of a page: TRS tells all pages, links some."""

from lxml import etree

from langdu.extraction.pages.links import turning
from langdu.extraction.pages.pager import Pager
from langdu.extraction.pages.place import place
from langdu.extraction.pages.series import series
from langdu.extraction.pages.trs import trs


def find_pager(root: etree._Element, url: str | None, base: str | None) -> Pager | None:
    """Where the other pages of the article at ``url`` are.

    ``base`` is what addresses resolve against. ``None`` where there are none: pagers of lists and
    of comments, and links to the neighbouring articles, are no pagers of an article. No address is
    of another host.
    """
    own = place(url)
    if own is None or url is None:
        return None
    return trs(root, url, own) or series(own, turning(root, base, own))
