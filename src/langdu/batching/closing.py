"""What comes when every source was seen: what is gone, the file of articles, the site's indexes."""

import os
import secrets
from collections.abc import Callable, Iterator

from langdu.batching.listing import Listing
from langdu.batching.outcomes import Outcome
from langdu.batching.places import Places
from langdu.batching.receipts import entries, read, slugs
from langdu.batching.recipe import Manner, Recipe
from langdu.batching.site import build_site


def close(
    places: Places,
    listing: Listing,
    recipe: Recipe,
    manner: Manner,
    tell: Callable[[str], None],
) -> Iterator[Outcome]:
    """Look for articles that the list no longer has, then write what is about all of them."""
    for slug in slugs(places):
        if slug not in listing:
            receipt = read(places.receipt(slug))
            source = receipt.source if receipt else slug
            if manner.prune:
                places.forget(slug)
            yield Outcome(source=source, slug=slug, state="removed" if manner.prune else "gone")
    if recipe.cleans_only:
        _join(places, listing)
    elif "html" in recipe.formats:
        report = build_site(places.site, entries(places), base_url=manner.base_url)
        for notice in report.notices:
            tell(notice)


def _join(places: Places, listing: Listing) -> None:
    """All cleaned articles as JSON Lines, in the order of the list."""
    temporary = places.books / f".{secrets.token_hex(8)}"
    try:
        with temporary.open("wb") as out:
            for slug in listing:
                receipt = read(places.receipt(slug))
                if receipt and receipt.lang and not receipt.failure:
                    out.write(places.text(slug, receipt.lang).read_bytes() + b"\n")
        os.replace(temporary, places.jsonl)  # noqa: PTH105 - the name by which the step is known
    finally:
        temporary.unlink(missing_ok=True)
