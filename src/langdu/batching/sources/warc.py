"""Web archives: the HTML pages of a WARC (ISO 28500) or ARC file, gzip or not."""

import logging
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Final

from langdu.batching.sources.addresses import is_address
from langdu.batching.sources.making import Item
from langdu.batching.sources.opening import BROKEN
from langdu.errors import ListError, reason
from langdu.loading.raw import MAX_BYTES, too_large

#: What warcio raises on a damaged archive beside its own errors: it looks into heads that are not
#: there.
_DAMAGED: Final = (ValueError, LookupError, TypeError, AttributeError, *BROKEN)
_HTML: Final = ("text/html", "application/xhtml")
#: How far a page is looked into for markup.
_FRONT: Final = 1024


def warc_items(stream: BinaryIO, name: str, broken: Callable[[str], None]) -> Iterator[Item]:
    """The answers of an archive that are pages and not errors; ``stream`` is unpacked.

    ``broken`` is told where an archive is damaged, which ends it: where its next record begins,
    nobody can tell. Raises :class:`ListError` for what is no archive.
    """
    from warcio.exceptions import ArchiveLoadFailed

    source = _Source(stream)
    records = _records(source)
    number = 0
    while True:
        try:
            record = next(records, None)
            item = _item(record, f"{name}, record {number + 1}") if record else None
        except (ArchiveLoadFailed, *_DAMAGED) as error:
            fault = reason(error)
            if not number:
                raise ListError(f"{name} is no web archive that can be read: {fault}") from None
            broken(f"after record {number} the archive is damaged, and not read on: {fault}")
            return
        if not record:
            if source.fault:
                broken(f"the archive is damaged after record {number}: {source.fault}")
            return
        number += 1
        if item:
            yield item


class _Source:
    """Gives what there is, and notes the fault after it, which warcio takes for the end."""

    def __init__(self, stream: BinaryIO) -> None:
        self._read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
        self._given = 0
        self.fault: str | None = None

    def read(self, size: int) -> bytes:
        if self.fault:
            return b""
        try:
            data = self._read(size)
        except BROKEN as error:
            self.fault = str(error)
            return b""
        self._given += len(data)
        return data

    def tell(self) -> int:
        return self._given


def _records(stream: _Source) -> Iterator[Any]:
    from warcio.archiveiterator import ArchiveIterator

    _hold_back(logging.getLogger("warcio"))

    class Quiet(ArchiveIterator):  # type: ignore[misc]
        """Says nothing on standard error."""

        INC_RECORD = ""

    return iter(Quiet(stream, arc2warc=True))


def _hold_back(logger: logging.Logger) -> None:
    """Keep addresses of an archive, which may hold anything, off a terminal nobody set up for logs.

    Who has set up logging gets the library's lines as ever.
    """
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())


def _item(record: Any, place: str) -> Item | None:
    """The page of a record, where it is one."""
    headers = record.http_headers
    if record.rec_type is None:
        return Item(place, trouble="is damaged", cut=True)
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return None
    media_type, _, options = (headers.get_header("Content-Type") or "").partition(";")
    if not media_type.strip().lower().startswith(_HTML):
        return None
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    if not is_address(url):
        return Item(place, trouble=f"{url[:200]!r} is no address of a page on the web")
    data = _packed(record)
    if data is None:
        return Item(place, trouble=f"{url[:200]} is cut short", cut=True)
    return _page(Item(place, url=url, charset=_charset(options)), data, headers)


def _page(item: Item, packed: bytes, headers: Any) -> Item:
    """The item with its page unpacked, or what is wrong with it."""
    from langdu.loading.web.decompress import Broken, TooLarge

    name = (item.url or "")[:200]
    try:
        data = _unpacked(packed, headers.get_header("Content-Encoding") or "")
    except TooLarge:
        return Item(item.place, trouble=too_large(name))
    except Broken as error:
        return Item(item.place, trouble=f"{name} {error}", cut=True)
    if not data:
        return Item(item.place, trouble=f"{name} has an empty page")
    return Item(item.place, url=item.url, data=data, charset=item.charset)


def _packed(record: Any) -> bytes | None:
    """The body as it was sent, or ``None`` where the record is shorter than its head says."""
    from warcio.bufferedreaders import ChunkedDataReader
    from warcio.limitreader import LimitReader

    stream = record.raw_stream
    if not isinstance(stream, LimitReader):  # its head says no length
        return None
    chunked = (record.http_headers.get_header("Transfer-Encoding") or "").lower() == "chunked"
    data: bytes = (ChunkedDataReader(stream) if chunked else stream).read(MAX_BYTES + 1)
    while stream.read(65_536):  # what is not wanted
        pass
    return None if stream.limit > 0 else data


def _unpacked(packed: bytes, coding: str) -> bytes:
    """The page. Some crawlers keep the head of a packed page and the body unpacked."""
    from langdu.loading.web.decompress import Body, Broken

    body = Body(coding.split(","), MAX_BYTES)
    try:
        data = b"".join(body.feed(packed))
        body.finish()
    except Broken:
        if b"<" in packed[:_FRONT] and packed[:_FRONT].isascii():
            return packed
        raise
    return data


def _charset(options: str) -> str | None:
    for option in options.split(";"):
        name, _, value = option.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'") or None
    return None
