"""What an index of packages offers. An index is a JSON list that anybody may have written.

Argos's own has neither sizes nor checksums; where a row has them (``size`` in bytes; ``sha256``, or
``checksum`` in hexadecimal of SHA-256 or SHA-512), they are checked.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from langdu.errors import MissingModel
from langdu.translation.packages.installed import CODE, version_key


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that an index offers; ``size`` in bytes and ``checksum`` where it says them."""

    source: str
    target: str
    version: str
    links: tuple[str, ...]
    size: int | None = None
    checksum: str | None = None

    @property
    def name(self) -> str:
        """Argos's name of the package: ``translate-zh_en``."""
        return f"translate-{self.source}_{self.target}"

    @property
    def pair(self) -> tuple[str, str]:
        """The languages: from, to."""
        return self.source, self.target


def read_offers(rows: Any) -> list[Offer]:
    """The offers of an index's JSON; rows that offer no translation package are passed over.

    Raises ValueError for what is no index.
    """
    if not isinstance(rows, list):
        raise ValueError("an index is a list")
    offers = [offer for row in rows if isinstance(row, dict) and (offer := _offer(row))]
    if rows and not offers:
        raise ValueError("no row of the index offers a package")
    return offers


def _offer(row: dict[str, Any]) -> Offer | None:
    source, target, links = row.get("from_code"), row.get("to_code"), row.get("links")
    if not (isinstance(source, str) and isinstance(target, str) and isinstance(links, list)):
        return None
    if not (CODE.fullmatch(source) and CODE.fullmatch(target)):
        return None
    usable = tuple(link for link in links if str(link).startswith(("http://", "https://")))
    if not usable or row.get("type", "translate") != "translate":
        return None
    size, checksum = row.get("size"), row.get("sha256") or row.get("checksum")
    return Offer(
        source,
        target,
        str(row.get("package_version") or ""),
        usable,
        size if isinstance(size, int) and size > 0 else None,
        str(checksum).lower().removeprefix("sha256:") if checksum else None,
    )


def newest(offers: Iterable[Offer], pair: tuple[str, str]) -> Offer:
    """The newest offer of a pair. Raises :class:`MissingModel`."""
    matching = [offer for offer in offers if offer.pair == pair]
    if not matching:
        raise MissingModel(f"the index offers no package for {'-'.join(pair)}")
    return max(matching, key=lambda offer: version_key(offer.version))
