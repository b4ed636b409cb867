"""What fetching needs of the world besides the network: names, clocks, chance, authorities."""

import random
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass

from langdu.loading.web.addresses import Refusal, Resolver, resolve, why_refused


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The real one, unless somebody brings parts of their own.

    ``refusal`` decides about addresses where ``allow_private`` is not set. ``clock`` is monotonic
    seconds, ``now`` Unix time, ``jitter`` a number in 0…1. ``ssl_context``: whom TLS trusts;
    ``None`` for certifi's authorities, or those that SSL_CERT_FILE or SSL_CERT_DIR name.
    """

    resolver: Resolver = resolve
    refusal: Refusal = why_refused
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], float] = time.time
    jitter: Callable[[], float] = random.random
    ssl_context: ssl.SSLContext | None = None
