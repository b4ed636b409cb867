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
    """Makes the requests of a session; keeps its cookies in memory, and nowhere else."""

    def __init__(self, settings: FetchSettings) -> None:
        # langdu says what it is and imitates no browser
        agent = settings.user_agent or f"langdu/{__version__} (accessible article reader)"
        self._headers = {"User-Agent": agent, "Accept-Encoding": ACCEPTED}
        step = settings.read_timeout
        timeout = httpx.Timeout(connect=settings.connect_timeout, read=step, write=step, pool=None)
        self._extensions = {"timeout": timeout.as_dict()}
        self._cookies = httpx.Cookies()

    def request(self, command: Send) -> httpx.Request:
        """The request that a command asks for."""
        headers = {**self._headers, "Accept": command.accept}
        url = command.url
        request = httpx.Request("GET", url, headers=headers, extensions={**self._extensions})
        self._cookies.set_cookie_header(request)
        if url.username or url.password:
            next(httpx.BasicAuth(url.username, url.password).auth_flow(request))
        return request

    def head(self, request: httpx.Request, response: httpx.Response) -> Head:
        """An answer before its body; its cookies are kept."""
        response.request = request
        self._cookies.extract_cookies(response)
        caching = response.extensions.get("caching", {})
        cached = bool(caching.get("from_cache") or caching.get("revalidated"))
        charset = response.charset_encoding
        return Head(response.status_code, response.reason_phrase, response.headers, charset, cached)
