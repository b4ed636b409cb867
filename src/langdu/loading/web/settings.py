"""What one may choose about fetching."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from langdu.errors import FetchError
from langdu.loading.raw import MAX_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """How a fetcher behaves. Times are in seconds.

    ``total_timeout`` bounds the work on one address: all its redirects and attempts, but not the
    time spent waiting because a server or its robots.txt asked for it; each such wait is at most
    ``max_wait``, and where a server asks for more the fetch fails and says when to come back.
    ``retries`` are attempts after the first. ``allow_private`` lets pages lead to addresses that
    are not of the public internet, and lets the proxies of the environment be used. ``robots``
    honours robots.txt; ``per_host`` is how many pages of a host are under way at once, ``delay``
    the time between the starts of two. ``cache`` is a folder that keeps what was fetched.
    """

    connect_timeout: float = 20.0
    read_timeout: float = 20.0
    total_timeout: float = 120.0
    max_redirects: int = 10
    max_bytes: int = MAX_BYTES
    retries: int = 2
    max_wait: float = 60.0
    allow_private: bool = False
    robots: bool = False
    per_host: int = 2
    delay: float = 0.0
    cache: Path | None = None
    user_agent: str | None = None

    def __post_init__(self) -> None:
        for name in ("connect_timeout", "read_timeout", "total_timeout", "max_bytes", "per_host"):
            if not getattr(self, name) > 0:
                raise FetchError(f"{name} must be above zero, not {getattr(self, name)!r}")
        for name in ("max_redirects", "retries", "max_wait", "delay"):
            if not getattr(self, name) >= 0:
                raise FetchError(f"{name} must not be below zero: {getattr(self, name)!r}")
        agent = self.user_agent
        if agent is not None and not (agent.isascii() and agent.isprintable() and agent.strip()):
            raise FetchError("user_agent must be printable ASCII")

    @classmethod
    def for_one(cls, timeout: float, *, allow_private: bool = False) -> Self:
        """For a person who waits: ``timeout`` for each step, six times that for the whole.

        A server that drips bytes would never meet the timeout of one step.
        """
        return cls(
            connect_timeout=timeout,
            read_timeout=timeout,
            total_timeout=6 * timeout,
            allow_private=allow_private,
        )
