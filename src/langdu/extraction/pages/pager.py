"""What one page of an article knows about the others."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pager:
    """``number`` is the page's own, from 1; ``addresses`` has those of others, by their numbers.

    ``count`` is how many there are, as far as the page says. ``sure``: the address of the first
    page is the article's own and the others add a number to it. Where all have numbers, the next
    one may as well be another article's, and only their titles can tell.
    """

    number: int
    addresses: Mapping[int, str]
    count: int | None = None
    sure: bool = True
