"""Fetching from the web: one set of rules, a fetcher that blocks and one that awaits.

::

    fetcher.py, async_fetcher.py   carry out what the rules ask for
    rules.py                       redirects, attempts, limits, robots.txt, turns
    commands.py                    what the rules and the fetchers say to each other
    addresses.py, dialing.py       only public addresses, and the very one that was checked
    urls.py  expect.py  decompress.py  retry.py  robots.py  cache.py    one rule each
    pools.py, transport.py, messages.py, failures.py                    httpx and httpcore, used

It imports httpx, so it is imported when something is fetched.
"""

from langdu.loading.web.async_fetcher import AsyncFetcher
from langdu.loading.web.commands import Answer
from langdu.loading.web.expect import IMAGE, PAGE, Expectation
from langdu.loading.web.fetcher import Fetcher
from langdu.loading.web.settings import FetchSettings

__all__ = ["IMAGE", "PAGE", "Answer", "AsyncFetcher", "Expectation", "FetchSettings", "Fetcher"]
