"""Where a text without punctuation may be cut, and how wide it is on screen."""

from types import MappingProxyType
from typing import Final
from unicodedata import category, east_asian_width

from langdu.languages import is_spaced

#: Words that Chinese rarely begins or ends a word of two characters with: a cut behind, or before.
_BEHIND: Final = MappingProxyType(
    {"zh": frozenset("的了着过等后前时"), "ja": frozenset("はがをにでともへや")}
)
_BEFORE: Final = MappingProxyType(
    {"zh": frozenset("和与及或并在对把被将从向以而使让"), "ja": frozenset()}
)
#: What it costs, as a share of the text's length, to cut where nothing says that a word ends.
_ANYWHERE: Final = 0.3
_LINE_ENDS_NOT: Final = frozenset("“‘「『（(【[《〈")


def width(char: str, lang: str) -> float:
    """How wide a character is, in Chinese ones."""
    if not is_spaced(lang) or lang == "ko":  # there “ and … are as wide as characters
        return 0.5 if char < "\u0080" else 1.0
    return 1.0 if east_asian_width(char) in "WF" else 0.5


def soft_cut(text: str, begin: int, wanted: int, most: int, end: int, lang: str) -> int | None:
    """Where to cut ``text[begin:end]``: near ``wanted`` and not after ``most``, or ``None``.

    At white space; in Chinese and Japanese between any two characters that may stand at the end
    and the beginning of a line, and rather at a particle. Where there is no such place up to
    ``most``, the first one after it.
    """
    scale = max(1, wanted - begin)
    prices = ((at, _price(text[at - 1], text[at], lang)) for at in range(begin + 1, end))
    best = None
    lowest = float("inf")
    for at, price in prices:
        if at > most and best is not None:
            break
        cost = float("inf") if price is None else price + abs(at - wanted) / scale
        if cost < lowest:
            best, lowest = at, cost
    return best


def _price(before: str, after: str, lang: str) -> float | None:
    """What a cut between two characters costs, or ``None`` where there may be none."""
    if before.isspace():
        return None if after.isspace() else 0.0
    if is_spaced(lang) or after.isspace():
        return None
    if before in _LINE_ENDS_NOT or (category(after)[0] == "P" and after not in _LINE_ENDS_NOT):
        return None
    if before < "\u2e80" and after < "\u2e80":
        return None  # inside a Latin word or a number
    if lang == "ja" and _is_hiragana(before) and not _is_hiragana(after):
        return 0.0
    if before in _BEHIND.get(lang, ()) or after in _BEFORE.get(lang, ()):
        return 0.0
    return _ANYWHERE


def _is_hiragana(char: str) -> bool:
    return "\u3041" <= char <= "\u309f"
