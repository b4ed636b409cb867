"""Why something failed: for good, for the moment, or so that nothing more can be written."""

import errno
from collections.abc import Iterator
from typing import Final

from langdu.errors import BatchError, FetchError, LangduError, RobotsError

_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG})
_LONGEST: Final = 500


class NoRoom(BatchError):
    """The place where the batch writes is full, or can no longer be written."""


class Refused(FetchError):
    """A server's own word that an address is not to be had: it is not asked again unasked."""


def no_room(error: BaseException) -> NoRoom | None:
    """What to say where an error came from a place that is full or may not be written."""
    for one in _causes(error):
        if isinstance(one, NoRoom):
            return one
        if isinstance(one, OSError) and one.errno in _NO_ROOM:
            return NoRoom(
                f"stopped: {one.strerror}{f' ({one.filename})' if one.filename else ''}; make room "
                "and run the same command again: what is done is kept"
            )
    return None


def is_passing(error: BaseException) -> bool:
    """Whether time may heal it: the network, or a place that could not be read or written."""
    if isinstance(error, RobotsError | Refused):
        return False
    return any(isinstance(one, FetchError | OSError) for one in _causes(error))


def reason_of(error: BaseException) -> str:
    """One line for a person; an error that langdu did not raise on purpose is a defect."""
    known = isinstance(error, LangduError | OSError)
    text = str(error) if known else f"a defect of langdu: {error!r}"
    return " ".join((text or repr(error)).split())[:_LONGEST]


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
