"""What went wrong below, as one line, and whether another attempt may go better."""

import socket
import sqlite3
import ssl
from typing import Final
from urllib.request import getproxies

import httpcore
import httpx

from langdu.errors import FetchError, reason
from langdu.loading.web.settings import FetchSettings

#: All that a network, a server or a cache can raise; what else is raised is a defect.
EXPECTED: Final = (
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.TimeoutException,
    httpcore.UnsupportedProtocol,
    httpcore.ConnectionNotAvailable,
    httpx.HTTPError,
    httpx.InvalidURL,
    sqlite3.Error,
    OSError,  # and with it TimeoutError, ssl.SSLError and socket.gaierror
    ValueError,
)


class Trouble(Exception):
    """An attempt failed. ``again``: another may succeed, after ``after`` seconds if that is known.

    ``status`` is the server's answer, where there was one.
    """

    def __init__(
        self, text: str, *, again: bool, after: float | None = None, status: int | None = None
    ) -> None:
        super().__init__(text)
        self.text = text
        self.again = again
        self.after = after
        self.status = status


class StatusError(FetchError):
    """A server answered with an error."""

    def __init__(self, text: str, status: int) -> None:
        super().__init__(text)
        self.status = status


def explain(name: str, error: Exception, settings: FetchSettings) -> Trouble:
    """The trouble with the page called ``name``."""
    match error:
        case httpcore.ConnectTimeout():
            waited = f"{name} did not answer within {settings.connect_timeout:g} seconds"
            return Trouble(waited + _proxy_hint(settings), again=True)
        case httpcore.TimeoutException():
            waited = f"{name} did not answer within {settings.read_timeout:g} seconds"
            return Trouble(waited, again=False)
        case socket.gaierror():
            passing = error.errno == socket.EAI_AGAIN
            text = f"{name} cannot be reached: its host is not found ({error.strerror})"
            return Trouble(text + _proxy_hint(settings), again=passing)
        case TimeoutError():
            text = f"{name} sends too slowly: not there after {settings.total_timeout:g} seconds"
            return Trouble(text, again=False)
        case httpcore.ConnectError():
            return _unreachable(name, error, settings)
        case httpcore.ProxyError():
            return Trouble(f"{name}: the proxy refuses: {reason(error)}", again=False)
        case httpcore.RemoteProtocolError() | httpcore.NetworkError():
            return Trouble(f"{name} broke off or did not speak HTTP: {reason(error)}", again=True)
        case httpx.InvalidURL():
            return Trouble(f"{name} is not a valid address: {reason(error)}", again=False)
        case sqlite3.Error():
            return Trouble(f"the cache in {settings.cache} fails: {reason(error)}", again=False)
    return Trouble(f"{name} cannot be fetched: {reason(error)}", again=False)


def _unreachable(name: str, error: Exception, settings: FetchSettings) -> Trouble:
    cause = error.args[0] if error.args else None  # httpcore wraps what it was, and cuts the chain
    if isinstance(cause, ssl.SSLCertVerificationError):
        text = f"{name} has a certificate that is not trusted: {cause.verify_message}"
        return Trouble(text, again=False)
    if isinstance(cause, ssl.SSLError):
        return Trouble(f"{name} cannot be reached: TLS failed: {reason(error)}", again=False)
    text = f"{name} cannot be reached: {reason(error)}{_proxy_hint(settings)}"
    return Trouble(text, again=True)


def _proxy_hint(settings: FetchSettings) -> str:
    if settings.allow_private or not getproxies().keys() & {"http", "https", "all"}:
        return ""
    return " (the environment's proxy is used with --allow-private only)"
