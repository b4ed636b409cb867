"""Money, percent, units, fractions, and every other number."""

import re
from fractions import Fraction
from types import MappingProxyType
from typing import Final
from unicodedata import numeric

from langdu.speech.spoken.en.numbers import cardinal, digits, number, ordinal
from langdu.speech.spoken.en.patterns import JOINT, NUMBER, SCALE
from langdu.speech.spoken.scanner import Rule, after, before

#: Sign → one, several.
_MONEY: Final = MappingProxyType(
    {
        "US$": ("US dollar", "US dollars"),
        "HK$": ("Hong Kong dollar", "Hong Kong dollars"),
        "A$": ("Australian dollar", "Australian dollars"),
        "C$": ("Canadian dollar", "Canadian dollars"),
        "S$": ("Singapore dollar", "Singapore dollars"),
        "NT$": ("New Taiwan dollar", "New Taiwan dollars"),
        "NZ$": ("New Zealand dollar", "New Zealand dollars"),
        "₩": ("won", "won"),
        "₽": ("ruble", "rubles"),
        "$": ("dollar", "dollars"),
        "€": ("euro", "euros"),
        "£": ("pound", "pounds"),
        "¥": ("yuan", "yuan"),
        "RMB": ("yuan", "yuan"),
    }
)
_CENTS: Final = MappingProxyType({"$": "cent", "US$": "cent", "€": "cent", "£": "pence"})
_TABLE: Final = """
km² km2 sq_km sq._km|square kilometer             km|kilometer
m² m2 ㎡ sq_m sq._m|square meter  m|meter
cm²|square centimeter             cm|centimeter        mm|millimeter                 m³|cubic meter
kg|kilogram      mg|milligram     μg µg|microgram      g|gram                        t|ton
ha|hectare       ml mL|milliliter                      L|liter        mi|mile        lb|pound
kWh|kilowatt-hour                 MWh|megawatt-hour    kW|kilowatt    MW|megawatt    GW|gigawatt
W|watt           V|volt           Hz|hertz=            kHz|kilohertz=                MHz|megahertz=
GHz|gigahertz=   dB|decibel       ℃ °C|degree Celsius  °F|degree Fahrenheit          °|degree
km/h kph|kilometer per hour       mph|mile per hour    m/s|meter per second
μg/m³ µg/m³|microgram per cubic meter                  pp|percentage point
ft|foot          sq_ft sq._ft|square foot        oz|ounce        lbs|pound     yd yds|yard
GB|gigabyte      MB|megabyte      TB|terabyte          min|minute     hrs|hour       sec|second
"""


def _units() -> MappingProxyType[str, tuple[str, str]]:
    units = {}
    for entry in re.findall(r"\S+(?: \S+)*\|\S+(?: \S+)*", _TABLE):
        signs, _, name = entry.partition("|")
        for sign in signs.split(" "):
            units[sign.replace("_", " ")] = (name.rstrip("="), _plural(name))
    return MappingProxyType(units)


def _plural(name: str) -> str:
    if name.endswith("="):
        return name[:-1]
    words = name.split(" ")
    at = 1 if words[0] in ("square", "cubic", "percentage") else 0
    words[at] = "feet" if words[at] == "foot" else f"{words[at]}s"
    return " ".join(words)


_UNITS: Final = _units()


def _any(words: MappingProxyType[str, tuple[str, str]]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_MONEY_PATTERN: Final = re.compile(
    rf"(?P<sign>{_any(_MONEY)})\s?(?P<n>{NUMBER})(?:(?P<ranged>{JOINT})(?P<n2>{NUMBER}))?"
    rf"(?:[\s-]?(?P<scale>(?i:{SCALE})|(?:bn|mn|tn|[mkMBTK])(?![A-Za-z])))?(?![0-9])"
)
_SCALES: Final = MappingProxyType(
    {"bn": "billion", "tn": "trillion", "mn": "million"}
    | {"m": "million", "k": "thousand", "M": "million", "B": "billion", "T": "trillion"}
    | {"K": "thousand"}
)
_PERCENT: Final = re.compile(rf"(?P<n>{NUMBER})\s?(?P<sign>[%‰])")
_UNIT: Final = re.compile(
    rf"(?P<n>{NUMBER})(?P<scale>\s(?:{SCALE}))?(?P<gap>\s|-)?(?P<unit>{_any(_UNITS)})(?![A-Za-z0-9²³'’])"
)
_FRACTION: Final = re.compile(r"(?P<a>[0-9]{1,3})/(?P<b>[0-9]{1,3})(?![0-9/.])")
_MIXED: Final = re.compile(r"(?P<n>[0-9]{1,4})\s(?P<a>[1-9])/(?P<b>[2-9])(?![0-9/.])")
_VULGAR: Final = re.compile("(?P<n>[0-9]{1,4})?(?P<sign>[¼½¾⅐-⅞])")
#: 7.5m people: m is a meter otherwise.
_PEOPLE: Final = re.compile(
    rf"(?P<n>{NUMBER})(?:(?P<scale>bn|mn|tn|(?<=\.[0-9])[MBK](?=\s[a-z]))(?![A-Za-z])|(?P<some>[mkMBK])(?=\s(?:people|users|tons|tonnes"
    r"|residents|tourists|visitors|viewers|followers|subscribers|downloads|views|households|jobs|workers|students|children"
    r"|voters|farmers|euros|dollars|pounds|yuan)(?![A-Za-z])))"
)
_HEIGHT: Final = re.compile(r"(?P<feet>[1-8])['’′](?P<inches>1[01]|[0-9])(?:[\"”″]|'')")
_TIMES: Final = re.compile(rf"(?P<n>{NUMBER})[x×](?![A-Za-z])(?=[0-9]|\s[a-z]|\W*$)")
_SPECIAL: Final = MappingProxyType({"24/7": "twenty-four seven", "9/11": "nine eleven"})
_POINT: Final = re.compile(r"\.(?P<n>[0-9]+)(?!\.?[0-9])")
_NUMBER: Final = re.compile(NUMBER)


def _money(match: re.Match[str]) -> str:
    one, several = _MONEY[match["sign"]]
    scale = match["scale"]
    words = number(match["n"])
    if match["n2"]:
        words += f" to {number(match['n2'])}"
    if scale:
        return f"{words} {_SCALES.get(scale, scale.lower())} {several}"
    whole, _, cents = match["n"].replace(",", "").partition(".")
    if len(cents) == 2 and match["sign"] in _CENTS and not match["n2"]:
        return _with_cents(match["sign"], whole, cents)
    return f"{words} {one if words == 'one' else several}"


def _with_cents(sign: str, whole: str, cents: str) -> str:
    one, several = _MONEY[sign]
    coin = _CENTS[sign]
    small = f"{cardinal(str(int(cents)))} {coin}{'s' if coin == 'cent' and int(cents) != 1 else ''}"
    large = f"{cardinal(whole)} {one if whole == '1' else several}"
    if not int(cents):
        return large
    return small if whole == "0" else f"{large} and {small}"


def _percent(match: re.Match[str]) -> str:
    words = number(match["n"]) + (" percent" if match["sign"] == "%" else " per mille")
    return words + (" " if after(match)[:1].isalnum() else "")


def _unit(match: re.Match[str]) -> str | None:
    """3t may be anything, and so may a single letter after a hyphen."""
    unit, gap = match["unit"], match["gap"]
    alone = len(unit) == 1 and unit.isalpha()
    return None if alone and (gap == "-" or (unit == "t" and not gap)) else _said(match)


def _said(match: re.Match[str]) -> str:
    one, several = _UNITS[match["unit"]]
    words = number(match["n"]) + (match["scale"] or "")
    # a 50 m pool
    single = re.search(r"(?<![A-Za-z])[Aa]n?\s$", before(match)) and re.match(
        r"\s[a-z]", after(match)
    )
    return f"{words} {one if words == 'one' or match['gap'] == '-' or single else several}"


def _fraction(match: re.Match[str]) -> str:
    if match[0] in _SPECIAL:
        return _SPECIAL[match[0]]
    above, below = int(match["a"]), int(match["b"])
    if not 0 < above < below:
        return f"{number(match['a'])} over {number(match['b'])}"
    return fraction(above, below)


def fraction(above: int, below: int) -> str:
    """3, 4 → three quarters."""
    name = {2: "half", 4: "quarter"}.get(below) or ordinal(below)
    return f"{cardinal(str(above))} {name}{'s' if above > 1 else ''}"


def _vulgar(match: re.Match[str]) -> str:
    """½ is one half, and 2½ two and a half."""
    share = Fraction(numeric(match["sign"])).limit_denominator(10)
    words = fraction(share.numerator, share.denominator)
    if not match["n"]:
        return words + (" " if after(match)[:1].isalnum() else "")
    return f"{number(match['n'])} and {_article(words)}"


def _times(match: re.Match[str]) -> str:
    if not after(match)[:1].isdecimal():
        return f"{number(match['n'])} times"
    return f"{number(match['n'])} by" + (" " if match[0].endswith("×") else "")


def _article(share: str) -> str:
    return re.sub("^one (?=half|quarter)", "a ", share)


def _point(match: re.Match[str]) -> str | None:
    return None if re.search("[0-9A-Za-z]$", before(match)) else f"point {digits(match['n'])}"


def _number(match: re.Match[str]) -> str:
    following = match.string[match.end() : match.end() + 1]
    leading = " " if re.search(r"[^\W0-9_]$", before(match)) else ""
    return leading + number(match[0]) + (" " if following.isalpha() else "")


RULES: Final = (
    Rule(_MONEY_PATTERN, _money),
    Rule(_PERCENT, _percent),
    Rule(_PEOPLE, lambda m: f"{number(m['n'])} {_SCALES[m['scale'] or m['some']]}"),
    Rule(_UNIT, _unit),
    Rule(_MIXED, lambda m: f"{number(m['n'])} and {_article(_fraction(m))}"),
    Rule(_VULGAR, _vulgar),
    Rule(_HEIGHT, lambda m: f"{number(m['feet'])} foot {number(m['inches'])}"),
    Rule(_TIMES, _times),
    Rule(_FRACTION, _fraction),
    Rule(_POINT, _point),
    Rule(_NUMBER, _number),
)
