"""What a reader of a list finds → a source with its key."""

from dataclasses import dataclass
from pathlib import Path

from langdu.batching.sources.addresses import address_key, path_key, text_key
from langdu.batching.sources.source import Source, Trouble


@dataclass(frozen=True, slots=True)
class Item:
    """One line, element or record: a page (by address, path or text), a further list, or trouble.

    ``list`` is the address of a further list; ``cut``: the trouble may hide pages that are there.
    """

    place: str
    url: str | None = None
    path: Path | None = None
    data: bytes | None = None
    charset: str | None = None
    title: str | None = None
    published: str | None = None
    list: str | None = None
    trouble: str | None = None
    cut: bool = False


def source_of(item: Item, folder: Path) -> Source | Trouble:
    """The source, or why it is none. ``folder`` is what keys of paths start from."""
    if item.trouble is not None:
        return Trouble("cut" if item.cut else "bad", item.place, item.trouble)
    try:
        key = _key(item, folder)
    except ValueError as error:
        return Trouble("bad", item.place, f"{(item.url or '')[:200]!r} is no address: {error}")
    return Source(
        key,
        item.place,
        url=item.url,
        path=item.path,
        data=item.data,
        charset=item.charset,
        title=item.title,
        published=item.published,
    )


def _key(item: Item, folder: Path) -> str:
    if item.url is not None:
        return address_key(item.url)
    if item.path is not None:
        return path_key(item.path, folder)
    return text_key(item.data or b"")
