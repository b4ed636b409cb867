"""Locks between processes, by filelock.

They are the operating system's own, so that of a process which was killed is free at once. The
files stay: to take one away would part those that wait for it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from langdu.downloading.failures import NoRoom

#: Seconds to wait for another process: a real package (150 MB) takes that long at 350 kbit/s.
LONGEST_WAIT: Final = 3600.0


@contextmanager
def held(file: Path, what: str, note: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock ``file``, waiting for whoever has it; ``note`` is told then ``what`` it guards.

    Raises :class:`NoRoom` where the wait is too long or the file cannot be made.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(file)
    try:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            note(f"another langdu is busy with {what}: waiting for it")
            lock.acquire(timeout=LONGEST_WAIT)
    except Timeout:
        raise NoRoom(f"another langdu is still busy with {what}: try later") from None
    except OSError as error:
        raise NoRoom(f"{what} cannot be locked: {error}") from None
    try:
        yield
    finally:
        lock.release()
