"""A URL's bytes, or one clear line that says why there are none."""

from langdu.loading.raw import Raw
from langdu.loading.web import Answer, Fetcher, FetchSettings


def fetch(url: str, timeout: float, *, allow_private: bool = False) -> Raw:
    """Fetch a page in a session of its own. ``timeout`` as in :meth:`FetchSettings.for_one`.

    Raises :class:`~langdu.FetchError`.
    """
    with Fetcher(FetchSettings.for_one(timeout, allow_private=allow_private)) as fetcher:
        return raw(fetcher.fetch(url), url)


def raw(answer: Answer, name: str) -> Raw:
    """A fetched page as what decoding takes; ``name`` is what an error calls it."""
    return Raw(name, answer.data, charset=answer.charset, url=answer.url)
