"""What both kinds of httpx client are told, and what is taken from their answers."""

import httpx

from langdu import __version__
from langdu.loading.web.commands import Head
from langdu.loading.web.decompress import ACCEPTED
from langdu.loading.web.settings import FetchSettings


def headers(settings: FetchSettings) -> dict[str, str]:
    """The headers of every request. langdu says what it is and imitates no browser."""
    agent = settings.user_agent or f"langdu/{__version__} (accessible article reader)"
    return {"User-Agent": agent, "Accept-Encoding": ACCEPTED}


def timeouts(settings: FetchSettings) -> httpx.Timeout:
    """The time-outs of one step."""
    step = settings.read_timeout
    return httpx.Timeout(connect=settings.connect_timeout, read=step, write=step, pool=None)


def head_of(response: httpx.Response) -> Head:
    """An answer before its body."""
    caching = response.extensions.get("caching", {})
    return Head(
        response.status_code,
        response.reason_phrase,
        response.headers,
        response.charset_encoding,
        bool(caching.get("from_cache")) or bool(caching.get("revalidated")),
    )
