"""10:42 is a time, 3:2 a ratio."""

import re
from typing import Final

from langdu.speech.spoken.en.numbers import cardinal, number
from langdu.speech.spoken.scanner import Rule, before

_HALF: Final = r"(?:\s?(?P<half>[AaPp])\.?\s?[Mm](?P<dot>\.)?(?![A-Za-z]))"
_TIME: Final = re.compile(
    r"(?P<h>2[0-4]|1[0-9]|0?[0-9]):(?P<m>[0-5][0-9])(?::(?P<s>[0-5][0-9]))?(?![0-9]|:[0-9]|\.[0-9])"
    rf"{_HALF}?"
)
_HOUR: Final = re.compile(rf"(?P<h>1[0-2]|0?[1-9]){_HALF}")
_RATIO: Final = re.compile(
    r"(?P<a>[0-9]+(?:\.[0-9]+)?)\s?:\s?(?P<b>[0-9]+(?:\.[0-9]+)?)(?!:?[0-9])"
)
_RATIO_BEFORE: Final = re.compile(r"(?:ratio|score|odds|scale)(?:\s(?:of|is|was))?\s$")


def _time(match: re.Match[str]) -> str | None:
    if _RATIO_BEFORE.search(before(match)):
        return None
    hour = int(match["h"])
    words = cardinal(str(hour))
    if match["m"] != "00":
        words += " " + ("oh " if match["m"][0] == "0" else "") + cardinal(str(int(match["m"])))
    elif not match["half"]:
        words += " o'clock" if hour <= 12 else " hundred"
    if match["s"]:
        words += f" and {cardinal(str(int(match['s'])))} seconds"
    return words + _half(match)


def _half(match: re.Match[str]) -> str:
    """a m, with the dot of a sentence that ends there."""
    if not match["half"]:
        return ""
    rest = match.string[match.end() : match.end() + 40].strip()
    return f" {match['half'].lower()} m" + ("." if match["dot"] and not rest else "")


_UNTIL: Final = re.compile(r"\s?[-–—]\s?(?=[0-9])")


RULES: Final = (
    Rule(_TIME, _time),
    Rule(_HOUR, lambda m: cardinal(str(int(m["h"]))) + _half(m)),
    Rule(_UNTIL, lambda m: " to " if re.search(r"[0-9]\s?[AaPp]\.?[Mm]\.?$", before(m)) else None),
    Rule(_RATIO, lambda m: f"{number(m['a'])} to {number(m['b'])}"),
)
