"""What comes when every source was seen: what is gone, the file of articles, the site's indexes."""

import os
import secrets
from collections.abc import Callable, Iterable, Iterator

from langdu.batching.listing import Listing
from langdu.batching.outcomes import Outcome
from langdu.batching.places import Places
from langdu.batching.receipts import entries, read, slugs
from langdu.batching.recipe import Manner, Recipe
from langdu.batching.site import build_site
from langdu.errors import BatchError


def close(
    places: Places,
    listing: Listing,
    recipe: Recipe,
    manner: Manner,
    tell: Callable[[str], None],
) -> Iterator[Outcome]:
    """Look for articles that the list no longer has, then write what is about all of them."""
    prune = manner.prune and listing.whole
    if manner.prune and not prune:
        tell("nothing is removed: the list could not be read as a whole")
    for slug in slugs(places):
        if slug not in listing:
            receipt = read(places.receipt(slug))
            source = receipt.source if receipt else slug
            if prune:
                _forget(places, slug)
            yield Outcome(source=source, slug=slug, state="removed" if prune else "gone")
    if recipe.cleans_only:
        _join(places, listing)
    elif "html" in recipe.formats:
        report = build_site(places.site, entries(places), base_url=manner.base_url)
        for notice in report.notices:
            tell(notice)


def _forget(places: Places, slug: str) -> None:
    try:
        places.forget(slug)
    except OSError as error:
        raise BatchError(
            f"cannot remove {error.filename or places.article(slug)}: {error.strerror}"
        ) from error


def _join(places: Places, listing: Listing) -> None:
    """All cleaned articles as JSON Lines, in the order of the list; the same stay untouched."""
    if _is_made_of(places, _lines(places, listing)):
        return
    temporary = places.books / f".{secrets.token_hex(8)}"
    try:
        with temporary.open("wb") as out:
            out.writelines(_lines(places, listing))
        os.replace(temporary, places.jsonl)  # noqa: PTH105 - the name by which the step is known
    finally:
        temporary.unlink(missing_ok=True)


def _lines(places: Places, listing: Listing) -> Iterator[bytes]:
    for slug in listing:
        receipt = read(places.receipt(slug))
        if receipt and receipt.lang and not receipt.failure:
            yield places.text(slug, receipt.lang).read_bytes() + b"\n"


def _is_made_of(places: Places, lines: Iterable[bytes]) -> bool:
    """Whether the file has these lines, and no other."""
    try:
        with places.jsonl.open("rb") as file:
            return all(file.read(len(line)) == line for line in lines) and not file.read(1)
    except FileNotFoundError:
        return False
