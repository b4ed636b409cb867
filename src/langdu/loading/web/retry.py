"""When to try again, and after how long."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

#: Too many requests, and a gateway's words for "not now".
STATUSES: Final = frozenset({429, 502, 503, 504})
#: Seconds before the first repetition; each further one takes twice that.
_FIRST: Final = 0.5


def backoff(attempt: int, jitter: float) -> float:
    """Seconds to wait after an attempt (from 0) that failed.

    ``jitter`` in 0…1 takes off up to half, so that clients which failed together come back apart.
    """
    return float(_FIRST * 2.0**attempt * (1 - jitter / 2))


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


def moment(now: float, wait: float) -> str:
    """When a wait is over, for a person: ``2026-01-31 08:30 UTC``."""
    try:
        return f"{datetime.fromtimestamp(now + wait, UTC):%Y-%m-%d %H:%M} UTC"
    except (ValueError, OverflowError, OSError):
        return f"{wait:.0f} seconds from now"
