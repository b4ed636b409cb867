"""Requests and answers in httpx's words, and the cookies between them.

httpx's clients are not used: they follow redirects, look for passwords in netrc and for proxies,
each by a rule of their own, where :mod:`langdu.loading.web.rules` has one.
"""

import httpx

from langdu import __version__
from langdu.loading.web.commands import Head, Send
from langdu.loading.web.decompress import ACCEPTED
from langdu.loading.web.settings import FetchSettings


class Messages:
    """Makes the requests of a session and reads the fronts of their answers."""

    def __init__(self, settings: FetchSettings) -> None:
        # langdu says what it is and imitates no browser
        agent = settings.user_agent or f"langdu/{__version__} (accessible article reader)"
        self._headers = {"User-Agent": agent, "Accept-Encoding": ACCEPTED}
        step = settings.read_timeout
        timeout = httpx.Timeout(connect=settings.connect_timeout, read=step, write=step, pool=None)
        self._extensions = {"timeout": timeout.as_dict()}

    def request(self, command: Send) -> httpx.Request:
        """The request that a command asks for."""
        url = command.url
        headers = {**self._headers, "Accept": command.accept}
        request = httpx.Request("GET", url, headers=headers, extensions={**self._extensions})
        if url.userinfo:
            next(httpx.BasicAuth(url.username, url.password).auth_flow(request))
        return request

    def head(self, response: httpx.Response) -> Head:
        """An answer before its body."""
        caching = response.extensions.get("caching", {})
        return Head(
            response.status_code,
            response.reason_phrase,
            response.headers,
            response.charset_encoding,
            cached=bool(caching.get("from_cache") or caching.get("revalidated")),
        )


class Cookies:
    """A session's cookies: in memory, and nowhere else.

    They are put in and taken out between the cache and the network, so that the cache on disk
    never sees one, nor hands one to a later session.
    """

    def __init__(self) -> None:
        self._jar = httpx.Cookies()

    def put_in(self, request: httpx.Request) -> None:
        """Add what a server has given to what it is asked."""
        self._jar.set_cookie_header(request)

    def take_out(self, request: httpx.Request, response: httpx.Response) -> httpx.Response:
        """Keep what a server gives."""
        response.request = request
        self._jar.extract_cookies(response)
        response.headers.pop("set-cookie", None)
        if "cookie" in response.headers.get("vary", "").lower():
            response.headers["cache-control"] = "no-store"  # it holds for these cookies only
        return response
