"""One server and how it is asked: what is tried again, what is refused, and what errors say.

* The server is the one that the user named, so private addresses are fine; nothing is sent to any
  other: a redirection is followed on the same server only, and no proxy of the environment is used.
* What passes is tried again, twice at most: no connection, a broken one, 5xx, and 429 after the
  time that the server names. A server that is silent is not: it was given its time.
* A request has a deadline, so that a server which sends a byte now and then cannot hold anybody.
"""

import os
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeVar

import httpx

from langdu.errors import Cancelled, PluginError, TranslationError, one_line, reason
from langdu.translation.engines.online.waiting import backoff, pause, retry_after
from langdu.translation.translator import never

T = TypeVar("T")

#: How often a request is made again that failed in passing.
RETRIES: Final = 2
#: Seconds: a server that asks for a longer pause is not waited for.
LONGEST_WAIT: Final = 120.0
#: Seconds before the first further try; more where a server that says 429 names no time, since
#: LibreTranslate counts by the minute and names none.
_FIRST: Final = 0.5
_BUSY: Final = 30.0
#: Bytes of an answer; no translation of a batch comes near it.
_LARGEST: Final = 16 * 1024**2
_HOPS: Final = 3
#: Letters of what a server says is wrong.
MOST_WORDS: Final = 200


class Refused(TranslationError):
    """The server answered with an error. ``status``: its HTTP status; ``reason``: its own words."""

    def __init__(self, line: str, status: int, reason: str) -> None:
        super().__init__(line)
        self.status = status
        self.reason = reason


class _Passing(Exception):
    """Worth another try: after ``wait`` seconds where the server named a time, else after about
    ``first`` and twice that.
    """

    def __init__(
        self, error: TranslationError, wait: float | None = None, first: float = _FIRST
    ) -> None:
        super().__init__(str(error))
        self.error = error
        self.wait = wait
        self.first = first


class Service:
    """A server. ``timeout``: seconds that it may be silent, and that a whole answer may take.

    ``sleep`` waits before another try. Safe to share between threads; it connects when it is first
    asked, and again after :meth:`close`.
    """

    def __init__(
        self,
        engine: str,
        url: str,
        *,
        timeout: float,
        headers: Mapping[str, str],
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._base = _checked(engine, url)
        if not 0 < timeout < 86_400:
            raise PluginError(f"timeout of the engine {engine!r} is a number of seconds above 0")
        self.timeout = timeout
        self.place = _shown(self._base)
        self._headers = {**headers, "Accept-Encoding": "identity"}
        self._sleep = sleep
        self._lock = threading.Lock()
        self._open: httpx.Client | None = None

    def get(self, path: str, cancelled: Callable[[], bool] = never) -> Any:
        """The JSON at a path."""
        return self.ask("GET", path, None, self.whole, cancelled)

    def post(self, path: str, body: Any, cancelled: Callable[[], bool] = never) -> Any:
        """The JSON that answers JSON."""
        return self.ask("POST", path, body, self.whole, cancelled)

    def ask(
        self,
        method: str,
        path: str,
        body: Any,
        read: Callable[[httpx.Response], T],
        cancelled: Callable[[], bool] = never,
    ) -> T:
        """Ask, and give the answer to ``read``.

        Raises :class:`Refused` for an answer with an error, :class:`~langdu.Cancelled`, and
        :class:`~langdu.TranslationError` where there is no answer.
        """
        attempt = 0
        while True:
            if cancelled():
                raise Cancelled("the translation was called off")
            try:
                return self._once(method, self._base.copy_with(path=self._path(path)), body, read)
            except _Passing as passing:
                wait = passing.wait
                if wait is None:
                    wait = backoff(attempt, passing.first)
                if attempt >= RETRIES or wait > LONGEST_WAIT:
                    raise passing.error from None
                pause(wait, cancelled, self._sleep)
            attempt += 1

    def close(self) -> None:
        """Let the connections go."""
        with self._lock:
            if self._open is not None:
                self._open.close()
            self._open = None

    def whole(self, response: httpx.Response) -> Any:
        """The whole JSON of a response. Raises :class:`~langdu.TranslationError` if it is none."""
        data = b"".join(self._read(response))
        try:
            return httpx.Response(200, content=data).json()
        except (ValueError, RecursionError):
            raise TranslationError(f"{self.place} answers with something that is no JSON") from None

    def late(self) -> TranslationError:
        """The error of a server that is silent for too long."""
        return TranslationError(
            f"{self.place} did not answer within {self.timeout:g} seconds; "
            "give it longer with --engine-option timeout=SECONDS"
        )

    def _read(self, response: httpx.Response) -> Iterator[bytes]:
        deadline = time.monotonic() + self.timeout
        size = 0
        for chunk in response.iter_bytes():
            size += len(chunk)
            if size > _LARGEST:
                raise TranslationError(f"{self.place} answers with more than {_LARGEST} bytes")
            if time.monotonic() > deadline:
                raise self.late()
            yield chunk

    def _once(
        self, method: str, url: httpx.URL, body: Any, read: Callable[[httpx.Response], T]
    ) -> T:
        for _ in range(_HOPS + 1):
            try:
                with self._client().stream(method, url, json=body) as response:
                    if response.has_redirect_location:
                        url = self._next(url, response.headers["Location"])
                        continue
                    self._refuse(response)
                    return read(response)
            except httpx.ConnectError as error:
                raise _Passing(self._failure("cannot be reached", error)) from error
            except httpx.TimeoutException as error:
                raise self.late() from error
            except httpx.TransportError as error:
                raise _Passing(self._failure("broke the connection", error)) from error
            except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, RuntimeError) as error:
                raise self._failure("cannot be asked", error) from error
        raise TranslationError(f"{self.place} redirects more than {_HOPS} times")

    def _failure(self, what: str, error: Exception) -> TranslationError:
        return TranslationError(
            f"{self.place} {what} ({reason(error)}); is the server running there?"
        )

    def _next(self, url: httpx.URL, location: str) -> httpx.URL:
        try:
            onward = url.join(location)
        except httpx.InvalidURL:
            onward = httpx.URL("invalid:")
        if (onward.scheme, onward.host, onward.port) != (url.scheme, url.host, url.port):
            raise TranslationError(
                f"{self.place} redirects to {_shown(onward)}: refused, the text of an article goes "
                "to no other server than the one that was named; name that one if it is right"
            )
        return onward

    def _refuse(self, response: httpx.Response) -> None:
        """Raise what an answer with an error means."""
        status = response.status_code
        if status // 100 == 2:
            return
        words = self._words(response)
        said = f"{self.place} answers {status}" + (f": {words}" if words else "")
        error = Refused(said, status, words)
        if status == 429:
            named = retry_after(response.headers.get("Retry-After"), time.time())
            raise _Passing(error, named, _BUSY)
        raise _Passing(error) if status >= 500 and status != 501 else error

    def _words(self, response: httpx.Response) -> str:
        """What a server says is wrong: ``{"error": "…"}``, ``{"error": {"message": "…"}}``, …"""
        try:
            said = self.whole(response)
        except TranslationError:
            return ""
        for key in ("error", "message", "detail"):
            if isinstance(said, dict) and key in said:
                said = said[key]
        return one_line(said)[:MOST_WORDS] if isinstance(said, str) else ""

    def _path(self, path: str) -> str:
        return f"{self._base.path.rstrip('/')}/{path}"

    def _client(self) -> httpx.Client:
        with self._lock:
            if self._open is None:
                secure = self._base.scheme == "https"
                self._open = httpx.Client(
                    headers=self._headers,
                    timeout=httpx.Timeout(self.timeout, connect=min(self.timeout, 10.0)),
                    trust_env=False,
                    verify=httpx.create_ssl_context() if secure else _no_certificates(),
                )
            return self._open


def key_of(given: str | None, variable: str) -> str:
    """A key: the one given, else that of an environment variable; empty without one."""
    key = (given if given is not None else os.environ.get(variable, "")).strip()
    if not (key.isascii() and key.isprintable()):
        raise PluginError(f"the key in {variable} holds characters that no key has")
    return key


def _checked(engine: str, url: str) -> httpx.URL:
    try:
        checked = httpx.URL(url.strip())
    except httpx.InvalidURL as error:
        raise PluginError(f"url of the engine {engine!r} is no URL: {reason(error)}") from None
    if checked.scheme not in ("http", "https") or not checked.host:
        raise PluginError(
            f"url of the engine {engine!r} begins with http:// or https://, unlike {url[:80]!r}"
        )
    if checked.port is not None and not 0 < checked.port < 65_536:
        raise PluginError(f"url of the engine {engine!r} has no possible port: {url[:80]!r}")
    return checked.copy_with(query=None, fragment=None)


def _no_certificates() -> ssl.SSLContext:
    """Trusts nobody: for a server without TLS, since to read all certificates takes time."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _shown(url: httpx.URL) -> str:
    """An address for an error: without the password that it may hold."""
    port = f":{url.port}" if url.port else ""
    host = f"[{url.host}]" if ":" in url.host else url.host
    return f"{url.scheme}://{host}{port}"[:100]
