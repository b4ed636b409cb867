"""How long one article may take: what hangs, in an engine or a voice, must not hold a process.

The system ends the process, by a signal that nobody waits for: code that never comes back to
Python could not be stopped otherwise. Its executor sees a process that died.
"""

import contextlib
import os
import signal
import socket
from collections.abc import Iterator


def this_process() -> str:
    """What tells a process from all others, on all machines."""
    return f"{socket.gethostname()}:{os.getpid()}"


@contextlib.contextmanager
def limited(seconds: float, driver: str) -> Iterator[None]:
    """End this process if the block takes longer; never that of the ``driver``, whose call it is.

    Windows has no such signal: nothing is limited there.
    """
    if not seconds or driver == this_process() or not hasattr(signal, "setitimer"):
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
