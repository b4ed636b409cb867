"""JSON Lines: an object a line, with an address, a path, a page's HTML, or a whole article."""

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from langdu.article_json import SCHEMA
from langdu.batching.sources.addresses import is_address
from langdu.batching.sources.dates import iso_date
from langdu.batching.sources.lines import lines
from langdu.batching.sources.making import Item
from langdu.batching.sources.urls import item_of
from langdu.loading.raw import MAX_BYTES, too_large


def json_items(stream: BinaryIO, name: str, folder: Path) -> Iterator[Item]:
    """The pages of the lines; relative paths start from ``folder``."""
    for place, line in lines(stream, name, MAX_BYTES):
        if line is None:
            yield Item(place, trouble=too_large("it"))
        elif line.strip():
            yield _item(place, line.strip(), folder)


def _item(place: str, line: bytes, folder: Path) -> Item:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Item(place, trouble=f"is not JSON: {error}", cut=True)
    if not isinstance(row, dict):
        return Item(place, trouble="is not a JSON object")
    url = row.get("url")
    if url is not None and not (isinstance(url, str) and is_address(url)):
        return Item(place, trouble=f"{url!r:.200} is no address of a page on the web")
    item = _page(place, line, row, folder)
    if url is None or item.trouble is not None:
        return item
    return dataclasses.replace(item, url=url)


def _page(place: str, line: bytes, row: dict[str, Any], folder: Path) -> Item:
    """The page of a line; its address, if it has one, is put in afterwards."""
    html, path = row.get("html"), row.get("path")
    title, published = _hints(row)
    if row.get("schema") == SCHEMA:
        return Item(place, data=line, title=title, published=published)
    if html == "":
        return Item(place, trouble="has a page without a letter")
    if isinstance(html, str):
        data = html.encode("utf-8", "replace")
        return Item(place, data=data, charset="utf-8", title=title, published=published)
    if isinstance(path, str):
        return item_of(place, path, folder)
    if row.get("url") is not None:
        return Item(place, title=title, published=published)
    return Item(place, trouble='has neither "url" nor "path" nor "html", and is no article')


def _hints(row: dict[str, Any]) -> tuple[str | None, str | None]:
    title, published = row.get("title"), row.get("published")
    return (
        title if isinstance(title, str) and title else None,
        iso_date(published) if isinstance(published, str) else None,
    )
