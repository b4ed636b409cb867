"""One batch at a time in a folder, and none beside what outlived a killed one."""

import contextlib
from collections.abc import Callable, Iterator
from typing import Final

from langdu.batching.places import Places
from langdu.errors import BatchError

#: Seconds that processes get which outlived their driver: those of this machine end with it, those
#: of a cluster when their article is done.
_PATIENCE: Final = 300.0


@contextlib.contextmanager
def alone(places: Places, tell: Callable[[str], None]) -> Iterator[None]:
    """Hold the folder of a batch.

    Raises :class:`~langdu.BatchError` where another batch is at work in it, or nothing can be
    written there.
    """
    from filelock import FileLock, Timeout

    try:
        places.books.mkdir(parents=True, exist_ok=True)
        lock = FileLock(places.books / "driver.lock", timeout=0)
        lock.acquire()
    except Timeout:
        raise BatchError(f"another batch is at work in {places.site}: wait for its end") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise BatchError(
            f"cannot write in {places.site}: {reason}; choose another folder"
        ) from error
    try:
        _wait(places, tell)
        yield
    finally:
        lock.release()


def _wait(places: Places, tell: Callable[[str], None]) -> None:
    """Wait for processes of an earlier run; they hold locks as long as they live."""
    from filelock import FileLock, Timeout

    for path in sorted(places.workers.glob("*.lock")):
        lock = FileLock(path)
        try:
            with contextlib.suppress(Timeout), lock.acquire(timeout=0):
                path.unlink(missing_ok=True)
                continue
            tell(f"waiting for a process of an earlier run ({path.stem})")
            with lock.acquire(timeout=_PATIENCE):
                path.unlink(missing_ok=True)
        except Timeout:
            raise BatchError(
                f"the process {path.stem} of an earlier run is still at work in {places.site}: "
                "wait for its end, or end it"
            ) from None
