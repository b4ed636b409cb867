"""What extraction can tell about its work: every removal has a reason that one can print."""

from dataclasses import dataclass

from langdu.article import Article


@dataclass(frozen=True, slots=True)
class Removal:
    """A part of the page that is not in the article: which rule took it, why, how it begins."""

    rule: str
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a field of the metadata was read: ``meta ArticleTitle``, ``bar``, ``breadcrumb`` …

    ``beaten``: other values of the page that it was chosen over, each with where it stands. Lists
    have a name a line.
    """

    field: str
    where: str
    value: str
    beaten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """An article, what was left out of it, where its metadata come from, and remarks."""

    article: Article
    removals: tuple[Removal, ...] = ()
    origins: tuple[Origin, ...] = ()
    #: What else one should know: a site's rule that no longer fits the site.
    remarks: tuple[str, ...] = ()
