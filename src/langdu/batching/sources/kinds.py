"""Which kind of list it is: by what is in it, not by its name."""

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal, TypeAlias, get_args

from langdu.errors import ListError, LoadError
from langdu.loading.kinds import refuse_binary

Kind: TypeAlias = Literal["urls", "folder", "feed", "sitemap", "warc", "jsonl"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

#: The first element, after declarations and comments.
_ROOT: Final = re.compile(
    r"\s*(?:<\?[^>]*>\s*|<!--.*?-->\s*|<!doctype[^\[>]*(?:\[[^\]]*\]\s*)?>\s*)*<(?:[\w.-]+:)?([\w.-]+)",
    re.IGNORECASE | re.DOTALL,
)
_ROOTS: Final[Mapping[str, Kind]] = MappingProxyType(
    {"rss": "feed", "feed": "feed", "rdf": "feed", "urlset": "sitemap", "sitemapindex": "sitemap"}
)


def chosen(name: str) -> Kind:
    """The kind of that name. Raises :class:`ListError`."""
    for kind in KINDS:
        if kind == name:
            return kind
    raise ListError(f"{name!r} is no kind of list; the kinds are {', '.join(KINDS)}")


def kind_of(front: bytes, name: str) -> Kind:
    """The kind of a list that begins so. Raises :class:`ListError` for what is none."""
    if front.startswith((b"WARC/", b"filedesc:")):
        return "warc"
    try:
        refuse_binary(front, f"the list {name}")
    except LoadError as error:
        raise ListError(f"{error}: give a list of pages") from None
    text = _text(front).lstrip("\ufeff \t\r\n")
    if text.startswith("{"):
        return "jsonl"
    if text.startswith("["):
        raise ListError(f"{name} is one JSON array: write one object a line (JSON Lines)")
    if not text.startswith("<"):
        return "urls"
    root = _ROOT.match(text)
    kind = _ROOTS.get(root[1].lower()) if root else None
    if kind:
        return kind
    if root and root[1].lower() == "html":
        raise ListError(f"{name} is a page, not a list of pages: read it with langdu publish")
    raise ListError(f"{name} is XML, but neither a feed nor a sitemap")


def is_folder(place: str) -> bool:
    """Whether a list is a folder of pages."""
    try:
        return Path(place).is_dir()
    except (OSError, ValueError):
        return False


def _text(front: bytes) -> str:
    wide = front.startswith((b"\xff\xfe", b"\xfe\xff"))
    return front.decode("utf-16" if wide else "utf-8", "replace")
