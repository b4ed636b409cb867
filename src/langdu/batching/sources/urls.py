"""A file of addresses and paths, one a line; ``#`` begins a comment."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from langdu.batching.sources.addresses import is_address
from langdu.batching.sources.lines import lines
from langdu.batching.sources.making import Item

#: Bytes of a line: browsers take addresses of some thousands.
_LONGEST: Final = 16_384


def url_items(stream: BinaryIO, name: str, folder: Path) -> Iterator[Item]:
    """The pages of a list; its relative paths start from ``folder``."""
    for place, line in lines(stream, name, _LONGEST):
        if line is None:
            yield Item(place, trouble=f"is longer than {_LONGEST} bytes: no address, no path")
            continue
        try:
            text = line.decode().strip()
        except UnicodeDecodeError:
            yield Item(place, trouble="is not UTF-8: save the list as UTF-8")
            continue
        if text and not text.startswith("#"):
            yield item_of(place, text, folder)


def item_of(place: str, text: str, folder: Path) -> Item:
    """The item of an address or a path; a file must be there."""
    if is_address(text):
        return Item(place, url=text)
    try:
        path = folder / text
        if path.is_file():
            return Item(place, path=path)
        what = "is a folder, not a page" if path.is_dir() else "is not there"
    except (OSError, ValueError):  # a NUL, or a name that is too long
        what = "is no address and no path"
    return Item(place, trouble=f"{text[:200]!r} {what}")
