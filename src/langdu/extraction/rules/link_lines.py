"""Lines and lists that are links from end to end: ways to other pages of the site, not text.

A link to another site is a reference and stays; so does an address that is written out. Teasers
lead to the site itself.
"""

import re
from typing import Final
from urllib.parse import urlsplit

from langdu.extraction.drafts import Draft, ItemDraft, Rich
from langdu.extraction.notes import Notes
from langdu.extraction.rules.related import INSET, RELATED
from langdu.extraction.rules.shapes import is_prose
from langdu.extraction.text import ends_sentence, width

_MOSTLY: Final = 0.75
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+\Z|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}(?:/\S*)?\Z")
_ADVERTISED: Final = re.compile(
    r"广告|廣告|推广|広告|PR[:：]|광고|Реклама|Sponsored", re.IGNORECASE
)
#: A label over links ("More:"), in Latin letters.
_LABEL: Final = 50
_INSET: Final = 200


def link_lines(drafts: list[Draft], notes: Notes) -> list[Draft]:
    """Take them out with the labels over them, unless the page is made of nothing else."""
    gone = [_is_links(draft, notes.host) for draft in drafts]
    for index, draft in enumerate(drafts):
        if gone[index] and draft.kind == "heading" and _heads(drafts, gone, index):
            gone[index] = False
    for index in range(len(drafts) - 2, -1, -1):
        if gone[index + 1] and not gone[index] and _labels(drafts[index]):
            gone[index] = True
    if all(gone):
        return drafts
    for draft, out in zip(drafts, gone, strict=True):
        if out:
            text = draft.text or " ".join(item.rich.text for item in draft.items[:4])
            notes.removal("link-lines", "only links to other pages", text)
    return [draft for draft, out in zip(drafts, gone, strict=True) if not out]


def _is_links(draft: Draft, host: str) -> bool:
    if draft.kind == "list":
        items = _flat(draft.items)
        linked = sum(_linked(item, host) for item in items)
        return linked > _MOSTLY * sum(len(item.text) for item in items)
    if draft.kind not in ("paragraph", "heading") or not draft.text:
        return False
    if _ADVERTISED.match(draft.text):  # it leads to another site, and no reference
        return _linked(draft.rich, "") > _MOSTLY * len(draft.text)
    inset = INSET.match(draft.text) if len(draft.text) < _INSET else None
    if inset and _linked(draft.rich, host) > _MOSTLY * len(draft.text[inset.end() :]):
        return True
    if (ends_sentence(draft.text) and draft.kind != "heading") or _ADDRESS.match(draft.text):
        return False
    return _linked(draft.rich, host) > _MOSTLY * len(draft.text)


def _heads(drafts: list[Draft], gone: list[bool], index: int) -> bool:
    """Whether a heading that is a link has text of its own below it."""
    below = index + 1
    while below < len(drafts) and drafts[below].kind == "figure":
        below += 1
    return below < len(drafts) and not gone[below] and is_prose(drafts[below])


def _labels(draft: Draft) -> bool:
    if draft.kind not in ("paragraph", "heading") or width(draft.text) > _LABEL:
        return False
    return draft.text.endswith((":", "：")) or RELATED.match(draft.text) is not None


def _flat(items: tuple[ItemDraft, ...]) -> list[Rich]:
    return [
        rich
        for item in items
        for rich in (item.rich, *(_flat(item.nested.items) if item.nested else ()))
    ]


def _linked(rich: Rich, host: str) -> int:
    """How many characters link to pages of the same site, or of one that nobody knows."""
    return sum(
        mark.end - mark.start
        for mark in rich.marks
        if mark.kind == "link" and is_own(mark.value or "", host)
    )


def is_own(address: str, host: str) -> bool:
    """Whether an address leads to the site of a host; one that nobody knows counts as its own."""
    try:
        other = urlsplit(address).hostname or ""
    except ValueError:
        return True
    return not other or not host or site_of(other) == site_of(host)


def site_of(host: str) -> str:
    """The registered part of a host name, about: ``news.example.com.cn`` → ``example.com.cn``."""
    parts = host.lower().split(".")
    country = len(parts) > 2 and len(parts[-1]) == 2 and len(parts[-2]) <= 3
    return ".".join(parts[-3:] if country else parts[-2:])
