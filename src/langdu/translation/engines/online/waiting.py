"""How long to wait before another try, and waiting that can be called off."""

import random
import time
from collections.abc import Callable
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Final

from langdu.errors import Cancelled

#: Seconds: how often somebody who waits asks whether the work was called off.
_STEP: Final = 0.25


def backoff(attempt: int, first: float) -> float:
    """Seconds to wait after attempt ``attempt`` (from 0) failed: ``first``, then twice that, …

    Up to half is taken off by chance, so that clients which failed together come back apart.
    """
    return first * 2.0**attempt * (1 - random.random() / 2)  # noqa: S311 - no secret


def retry_after(value: str | None, now: float) -> float | None:
    """What ``Retry-After`` asks for, in seconds from ``now`` (Unix time): RFC 9110, 10.2.3.

    It is a number of seconds or a date; ``None`` where it is neither.
    """
    text = (value or "").strip()
    if text.isascii() and text.isdecimal():
        return float(text[:12])
    try:
        then = parsedate_to_datetime(text)
        moment = then if then.tzinfo else then.replace(tzinfo=UTC)
        return max(0.0, moment.timestamp() - now)
    except (ValueError, OverflowError, OSError):
        return None


def pause(
    seconds: float, cancelled: Callable[[], bool], sleep: Callable[[float], None] = time.sleep
) -> None:
    """Wait. Raises :class:`~langdu.Cancelled` as soon as the work is called off."""
    while seconds > 0:
        if cancelled():
            raise Cancelled("the translation was called off")
        step = min(seconds, _STEP)
        sleep(step)
        seconds -= step
