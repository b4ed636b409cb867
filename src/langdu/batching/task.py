"""What those who work on one article share."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from langdu.article import Article
from langdu.article_json import to_dict
from langdu.batching.kept import Kept
from langdu.batching.keys import TEXT, Keys, Unit
from langdu.batching.ledger import Ledger
from langdu.batching.orders import Order
from langdu.batching.places import Places, write
from langdu.batching.receipts import Mark
from langdu.batching.recipe import Recipe
from langdu.batching.troubles import is_passing, no_room, reason_of
from langdu.reader import Reader


@dataclass(slots=True)
class Task:
    """An order, the tools for it, and what is known so far. ``units``: what is wanted, with keys.

    ``late``: marks of units that are there, but not yet in their place.
    """

    order: Order
    keys: Keys
    reader: Reader
    places: Places
    ledger: Ledger
    kept: Kept
    units: Mapping[Unit, str] = field(default_factory=dict)
    late: dict[Unit, Mark] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        """The name of the article's folders."""
        return self.order.source.slug

    @property
    def recipe(self) -> Recipe:
        """What is to be made."""
        return self.keys.recipe

    def is_made(self, unit: Unit) -> bool:
        """Whether an earlier run made a unit from the same."""
        mark = self.ledger.receipt.units.get(unit)
        return mark is not None and mark.key == self.units[unit] and mark.reason is None

    def has_failed(self, unit: Unit) -> bool:
        """Whether a unit failed for good, and is not to be tried again."""
        mark = self.ledger.receipt.units.get(unit)
        settled = mark is not None and mark.settles(self.units[unit], retrying=self.order.retrying)
        return settled and not self.is_made(unit)

    def is_done(self) -> bool:
        """Whether all that is wanted is in its place."""
        receipt = self.ledger.receipt
        settled = receipt.settled(self.units, retrying=self.order.retrying)
        return settled and not self.late and receipt.has_files(self.places.site)

    def fail(self, unit: Unit, error: Exception, begun: float) -> None:
        """Mark a unit as failed. Raises :class:`NoRoom` where nothing more can be written."""
        self.ledger.mark(unit, failure(error, self.units[unit], begun))

    def keep_text(self, article: Article, seconds: float) -> None:
        """Keep the article in one language, and mark it as made."""
        unit = Unit(article.lang, TEXT)
        # half a character becomes an escape of JSON
        data = json.dumps(to_dict(article), ensure_ascii=False).encode("utf-8", "backslashreplace")
        write(self.places.text(self.slug, article.lang), data)
        origin = article.translation
        findings = len(origin.faults) if origin else 0
        self.ledger.mark(unit, Mark(self.units[unit], seconds, len(data), findings=findings))


def failure(error: Exception, key: str, begun: float) -> Mark:
    """The mark of what failed. Raises :class:`NoRoom` where nothing more can be written."""
    if full := no_room(error):
        raise full from error
    mark = Mark(key, time.perf_counter() - begun, reason=reason_of(error))
    return replace(mark, passing=is_passing(error))
