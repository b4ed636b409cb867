"""Connection pools: direct ones, and through a proxy of the environment where that is allowed.

Behind a proxy no address can be checked: the proxy looks names up, and what it reaches is its own
affair. So proxies are used only together with ``allow_private``, which gives that check up anyway.
"""

import importlib.util
import ssl
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from langdu.errors import FetchError

P = TypeVar("P", httpcore.ConnectionPool, httpcore.AsyncConnectionPool)


@dataclass(slots=True)
class Pools(Generic[P]):
    """Makes and keeps the pools of one kind: the direct one (``None``) and one for each proxy."""

    kind: type[P]
    backend: Any  # the network backend that goes with the kind
    ssl_context: ssl.SSLContext
    proxies: bool
    made: dict[str | None, P]

    def choose(self, request: httpx.Request) -> P:
        """The pool for a request. Raises :class:`FetchError` for a proxy of another kind."""
        proxy = _proxy_for(request.url) if self.proxies else None
        if proxy not in self.made:
            self.made[proxy] = self.kind(
                ssl_context=self.ssl_context,
                max_connections=None,  # whoever fetches bounds how much is under way
                max_keepalive_connections=20,
                keepalive_expiry=15.0,
                http2=importlib.util.find_spec("h2") is not None,
                network_backend=self.backend,
                proxy=_proxy(proxy) if proxy else None,
            )
        return self.made[proxy]


def tls_context() -> ssl.SSLContext:
    """certifi's authorities, or those that SSL_CERT_FILE or SSL_CERT_DIR name."""
    return httpx.create_ssl_context(trust_env=True)


def core_request(request: httpx.Request) -> httpcore.Request:
    """A request in httpcore's words."""
    url = request.url
    return httpcore.Request(
        method=request.method,
        url=httpcore.URL(
            scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
        ),
        headers=request.headers.raw,
        content=request.stream,
        extensions=request.extensions,
    )


def _proxy_for(url: httpx.URL) -> str | None:
    """The environment's proxy for an address; ``NO_PROXY`` holds."""
    found = getproxies()
    if url.host == "localhost" or url.host.startswith("127.") or proxy_bypass(url.host):
        return None
    proxy = found.get(url.scheme) or found.get("all")
    return None if not proxy else proxy if "://" in proxy else f"http://{proxy}"


def _proxy(address: str) -> httpcore.Proxy:
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError):
        raise FetchError("the environment's proxy has no valid address") from None
    if url.scheme not in ("http", "https"):
        raise FetchError(
            f"the environment's proxy is of a kind that is not supported: {url.scheme}"
        )
    core = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target="/")
    return httpcore.Proxy(core, auth=(url.username, url.password) if url.username else None)
