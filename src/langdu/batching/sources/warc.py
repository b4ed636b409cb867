"""Web archives: the HTML pages of a WARC (ISO 28500) or ARC file, gzip or not."""

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Final

from langdu.batching.sources.addresses import is_address
from langdu.batching.sources.making import Item
from langdu.batching.sources.opening import BROKEN
from langdu.errors import ListError
from langdu.loading.raw import MAX_BYTES, too_large

_HTML: Final = ("text/html", "application/xhtml")


def warc_items(stream: BinaryIO, name: str, broken: Callable[[str], None]) -> Iterator[Item]:
    """The answers of an archive that are pages and not errors.

    ``broken`` is told where an archive is damaged, which ends it: where its next record begins,
    nobody can tell. Raises :class:`ListError` for what is no archive.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    try:
        for number, record in enumerate(ArchiveIterator(stream, arc2warc=True), 1):
            item = _item(record, f"{name}, record {number}")
            if item:
                yield item
    except (ArchiveLoadFailed, ValueError, *BROKEN) as error:
        fault = " ".join(str(error).split())[:200]
        if not number:
            raise ListError(f"{name} is no web archive that can be read: {fault}") from None
        broken(f"after record {number} the archive is damaged, and not read on: {fault}")


def _item(record: Any, place: str) -> Item | None:
    """The page of a record, where it is one."""
    headers = record.http_headers
    if record.rec_type is None:
        return Item(place, trouble="is damaged")
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return None
    media_type, _, options = (headers.get_header("Content-Type") or "").partition(";")
    if not media_type.strip().lower().startswith(_HTML):
        return None
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    if not is_address(url):
        return Item(place, trouble=f"{url[:200]!r} is no address of a page on the web")
    data = record.content_stream().read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return Item(place, trouble=too_large(url[:200]))
    record.raw_stream.read()  # what a decoder did not want
    if record.raw_stream.limit > 0:
        return Item(place, trouble=f"{url[:200]} is cut short")
    if not data:
        return Item(place, trouble=f"{url[:200]} has an empty page")
    return Item(place, url=url, data=data, charset=_charset(options))


def _charset(options: str) -> str | None:
    for option in options.split(";"):
        name, _, value = option.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'") or None
    return None
