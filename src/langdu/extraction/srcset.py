"""The candidates of a ``srcset``: https://html.spec.whatwg.org/#srcset-attributes."""

from typing import Final

_MAX: Final = 20_000


def widest(srcset: str) -> str | None:
    """The address of the widest candidate, the first of several as wide."""
    best, most = None, -1.0
    for address, size in _candidates(srcset[:_MAX]):
        if size > most:
            best, most = address, size
    return best


def _candidates(srcset: str) -> list[tuple[str, float]]:
    out: list[tuple[str, float]] = []
    address = ""
    for word in srcset.replace(", ", " , ").split():
        if word == ",":
            if address:
                out.append((address, 1.0))
            address = ""
        elif not address:
            address = word.strip(",")
            if word.endswith(",") and address:
                out.append((address, 1.0))
                address = ""
        else:  # "400w" or "2x", perhaps with the next address right behind the comma
            descriptor, _, rest = word.partition(",")
            out.append((address, _size(descriptor)))
            address = rest
    if address:
        out.append((address, 1.0))
    return out


def _size(descriptor: str) -> float:
    number = descriptor[:-1]
    return float(number) if len(number) < 9 and number.replace(".", "", 1).isdecimal() else 1.0
