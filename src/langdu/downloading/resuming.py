"""Getting one file: all of it, or the rest of what came before.

A break while bytes still come is answered by asking for the rest at once; what is there when langdu
ends is gone on with the next time. A server that ignores ranges, or has another file by now, begins
anew.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from langdu.downloading.failures import DownloadFailure, NoRoom, Unreachable
from langdu.downloading.partial import Origin, Partial
from langdu.downloading.space import check_space
from langdu.downloading.web import check_way, validators, what_failed

if TYPE_CHECKING:  # importing langdu loads no httpx
    import httpx

#: Requests for one file: a server that breaks off after every few bytes must not keep us for ever.
_MAX_REQUESTS: Final = 20
_CONTENT_RANGE: Final = re.compile(r"bytes (\d{1,15})-\d{1,15}/(\d{1,15}|\*)")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to get, called ``name`` in messages.

    ``size`` in bytes where its index tells it; more than ``limit`` bytes are refused. ``vouched``:
    a checksum will tell whether the file is the right one.
    """

    name: str
    address: str
    size: int | None
    limit: int
    vouched: bool


@dataclass(frozen=True, slots=True)
class Listener:
    """Who hears of it: ``report`` how many bytes are there and of how many, ``note`` warnings."""

    report: Callable[[int, int | None], None]
    note: Callable[[str], None]


def fetch(web: "httpx.Client", wanted: Wanted, partial: Partial, listener: Listener) -> bool:
    """Get all of a file into ``partial``; whether that took more than one answer.

    Raises :class:`Unreachable`, :class:`NoRoom`, and :class:`DownloadFailure` for what is refused,
    which leaves nothing behind.
    """
    import httpx

    try:
        return _until_whole(web, wanted, partial, listener)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise Unreachable(f"{wanted.name} cannot be downloaded: {what_failed(error)}") from None
    except OSError as error:
        folder = partial.file.parent
        raise NoRoom(f"{wanted.name} cannot be kept in {folder}: {error}") from None
    except NoRoom:
        raise
    except DownloadFailure:
        partial.discard()
        raise


def _until_whole(web: "httpx.Client", wanted: Wanted, partial: Partial, listener: Listener) -> bool:
    import httpx

    resumed = False
    for _ in range(_MAX_REQUESTS):
        before = partial.size
        try:
            went_on = _ask(web, wanted, partial, listener)
            return resumed or went_on
        except _BeginAnew:
            partial.discard()
            resumed = False
        except httpx.TransportError:
            if not _usable(partial, wanted):
                partial.discard()  # the server gives nothing by which to go on
                raise
            if partial.size <= before:
                raise  # asking again would bring nothing either; the next run may have more luck
            resumed = True
    raise httpx.ReadError("the server breaks off again and again")


class _BeginAnew(Exception):
    """What is there is no part of what the server has now."""


def _usable(partial: Partial, wanted: Wanted) -> Origin | None:
    """Whose the bytes are that are there, if they can be gone on with."""
    origin = partial.origin
    return origin if origin and (origin.validator or wanted.vouched) else None


def _ask(web: "httpx.Client", wanted: Wanted, partial: Partial, listener: Listener) -> bool:
    """One request, for all or the rest; whether it was for the rest."""
    origin = _usable(partial, wanted)
    have = partial.size if origin else 0
    headers = {"Range": f"bytes={have}-"} if origin else {}
    if origin and origin.validator:
        headers["If-Range"] = origin.validator
    with web.stream("GET", wanted.address, headers=headers) as answer:
        check_way(answer, listener.note, vouched=wanted.vouched)
        if origin and answer.status_code == 416:
            if origin.total == have:
                return True  # all of it is there: only what was to follow was broken off
            raise _BeginAnew
        answer.raise_for_status()
        if origin and answer.status_code == 206:
            if not _goes_on(answer, origin, have):
                raise _BeginAnew
            total = origin.total
        else:
            have, total = 0, _length(answer)
        _check_size(wanted, partial.file.parent, have, total)
        if not have:
            partial.begin(Origin(*validators(answer), total))
        _save(answer, wanted, partial.file, have, total, listener)
    return have > 0


def _goes_on(answer: "httpx.Response", origin: Origin, have: int) -> bool:
    """Whether a 206 brings the rest of what is there, whatever ``If-Range`` was good for."""
    found = _CONTENT_RANGE.fullmatch(answer.headers.get("content-range", ""))
    if not found or int(found[1]) != have:
        return False
    same_total = found[2] == "*" or origin.total is None or int(found[2]) == origin.total
    etag = answer.headers.get("etag", origin.etag)
    return same_total and bool(etag == origin.etag)


def _length(answer: "httpx.Response") -> int | None:
    length = answer.headers.get("content-length", "")
    return int(length) if re.fullmatch(r"\d{1,15}", length) else None


def _check_size(wanted: Wanted, folder: Path, have: int, total: int | None) -> None:
    if total is not None and wanted.size is not None and total != wanted.size:
        raise DownloadFailure(
            f"{wanted.name} would have {total} bytes, and not the {wanted.size} that it should: "
            "refused"
        )
    if total is not None and total > wanted.limit:
        raise _too_large(wanted)
    check_space(folder, (total or wanted.size or have) - have, wanted.name)


def _save(
    answer: "httpx.Response",
    wanted: Wanted,
    file: Path,
    done: int,
    total: int | None,
    listener: Listener,
) -> None:
    with file.open("ab" if done else "wb") as out:
        # as they come: httpx would lose what it has gathered for a larger chunk when it breaks off
        for chunk in answer.iter_raw():
            done += len(chunk)
            if done > (wanted.limit if total is None else total):
                raise _too_large(wanted)
            out.write(chunk)
            out.flush()  # what a killed process had is there for the next one
            listener.report(done, total)


def _too_large(wanted: Wanted) -> DownloadFailure:
    return DownloadFailure(
        f"{wanted.name} is larger than {wanted.limit} bytes or than it said: refused"
    )
