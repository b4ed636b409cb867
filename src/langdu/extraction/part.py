"""One page of an article, read: most articles have one."""

from dataclasses import dataclass, field

from langdu.extraction.drafts import Draft
from langdu.extraction.guidance import Guidance
from langdu.extraction.notes import Notes
from langdu.extraction.pages.pager import Pager


@dataclass(frozen=True, slots=True)
class Part:
    """The drafts of a page and what was learnt on the way.

    ``declared`` is the page's own language tag, ``title`` the text of its ``<title>``. ``pager``
    tells where the article's other pages are, if it has any and they were asked for; ``guidance``
    what a site's rule says of the page.
    """

    drafts: list[Draft]
    notes: Notes
    declared: str | None
    url: str | None
    title: str = ""
    pager: Pager | None = None
    guidance: Guidance = field(default_factory=Guidance)
