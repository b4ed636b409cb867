"""What the rules ask of the network, and what they get back.

The rules (:mod:`langdu.loading.web.rules`) are generators that yield commands and are sent
outcomes; :mod:`~langdu.loading.web.fetcher` and :mod:`~langdu.loading.web.async_fetcher` carry the
commands out, one by blocking and one by awaiting. So the rules are there once.
"""

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any, TypeVar

import httpx

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Send:
    """Send a GET; the outcome is a :class:`Head`. A former answer is let go."""

    url: httpx.URL
    accept: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Receive:
    """Read more of the body as it was sent; the outcome is bytes, ``None`` at its end."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Sleep:
    """Wait."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Enter:
    """Let go of the key held before; wait until fewer than ``limit`` conversations hold ``key``."""

    key: str
    limit: int


@dataclass(frozen=True, slots=True)
class Head:
    """An answer before its body. ``cached``: the body comes from the cache."""

    status: int
    reason: str
    headers: httpx.Headers
    charset: str | None
    cached: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What was fetched. ``url`` is where it came from in the end, without name and password."""

    url: str
    data: bytes
    media_type: str
    charset: str | None
    cached: bool = False


Command = Send | Receive | Sleep | Enter
Talk = Generator[Command, Any, T]
