"""What is to be done about each source, from its receipt."""

from collections.abc import Iterator
from dataclasses import dataclass

from langdu.batching.beside import look_at
from langdu.batching.driver import Begin, Settled
from langdu.batching.kept import Kept, Wish
from langdu.batching.keys import Keys, Unit
from langdu.batching.ledger import failed, outcomes_of
from langdu.batching.listing import Listing
from langdu.batching.orders import Order, Shop
from langdu.batching.outcomes import Outcome, State
from langdu.batching.places import Places
from langdu.batching.reading import content_of, load_text
from langdu.batching.receipts import Receipt, read
from langdu.batching.recipe import Manner
from langdu.batching.sources import Source, Trouble
from langdu.errors import LoadError


@dataclass(frozen=True, slots=True)
class Plan:
    """Looks at sources, one by one."""

    shop: Shop
    keys: Keys
    manner: Manner
    places: Places

    def steps(
        self, sources: Iterator[Source | Trouble], listing: Listing
    ) -> Iterator[Begin | Settled]:
        """What is to be done about each source of the list; every one is noted in ``listing``."""
        for source in sources:
            if isinstance(source, Trouble):
                listing.whole = listing.whole and source.kind != "cut"
                state: State = "skipped" if source.kind == "duplicate" else "failed"
                yield Settled((Outcome(source=source.place, state=state, reason=source.reason),))
            elif listing.add(source.slug):
                yield self.step(source)

    def step(self, source: Source) -> Begin | Settled:
        """What is to be done about one source."""
        retrying = self.manner.retry_failed
        order = Order(self.shop, source, retrying)
        kept = Kept(self.places.pages(source.slug))
        if source.fetched and self.manner.refresh:
            return Begin(order, (Wish(source.url or ""),))
        receipt = read(self.places.receipt(source.slug))
        if receipt and (outcomes := self._settled(source, receipt)):
            return Settled(outcomes)
        if source.fetched and not kept.has(source.url or ""):
            return Begin(order, (Wish(source.url or ""),))
        return Begin(order)

    def _settled(self, source: Source, receipt: Receipt) -> tuple[Outcome, ...]:
        """What is there already, if that is everything; else nothing."""
        retrying = self.manner.retry_failed
        content = receipt.content if source.fetched else _content(source)
        if content is None:
            return ()
        if failure := receipt.failure:
            key = self.keys.source(content)
            return (failed(source, failure),) if failure.settles(key, retrying=retrying) else ()
        if receipt.lang is None or content != receipt.content:
            return ()
        units = self._units(source, receipt, content, receipt.lang)
        if receipt.settled(units, retrying=retrying) and receipt.has_files(self.places.site):
            return outcomes_of(source, receipt, units)
        return ()

    def _units(self, source: Source, receipt: Receipt, content: str, lang: str) -> dict[Unit, str]:
        """What is wanted of a source whose article is known."""
        said: tuple[str, ...] = ()
        if self.keys.corrections.concern(lang):
            text = load_text(self.places, source.slug, lang)
            said = tuple(segment.text for segment in text.segments) if text else ()
        pictures = look_at(source.path, receipt.beside)
        return self.keys.units(source.slug, content, lang, said, pictures)


def _content(source: Source) -> str | None:
    """The digest of a source that is here; ``None`` where it cannot be read."""
    try:
        return content_of(source)
    except LoadError:
        return None
