"""Connection pools: direct ones, and through a proxy of the environment where that is allowed.

Behind a proxy no address can be checked: the proxy looks names up, and what it reaches is its own
affair. So proxies are used only together with ``allow_private``, which gives that check up anyway.
"""

import importlib.util
import ssl
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from langdu.errors import FetchError

P = TypeVar("P", httpcore.ConnectionPool, httpcore.AsyncConnectionPool)


@dataclass(slots=True)
class Pools(Generic[P]):
    """Makes and keeps the pools of one kind: for each scheme the direct one and those of proxies.

    Authorities are read when something is fetched by https: they take longer than many a page.
    """

    kind: type[P]
    backend: Any  # the network backend that goes with the kind
    proxies: bool
    ssl_context: ssl.SSLContext | None
    made: dict[tuple[str, str | None], P] = field(default_factory=dict)

    def choose(self, request: httpx.Request) -> P:
        """The pool for a request. Raises :class:`FetchError` for a proxy of another kind."""
        scheme = request.url.scheme
        proxy = _proxy_for(request.url) if self.proxies else None
        if (scheme, proxy) not in self.made:
            self.made[scheme, proxy] = self.kind(
                ssl_context=self._authorities() if scheme == "https" else None,
                max_connections=None,  # whoever fetches bounds how much is under way
                max_keepalive_connections=20,
                keepalive_expiry=15.0,
                http2=importlib.util.find_spec("h2") is not None,
                network_backend=self.backend,
                proxy=_proxy(proxy) if proxy else None,
            )
        return self.made[scheme, proxy]

    def _authorities(self) -> ssl.SSLContext:
        if self.ssl_context is None:
            self.ssl_context = httpx.create_ssl_context(trust_env=True)
        return self.ssl_context


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
