"""Russian: what leads to a quantity, and the forms to try there."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from langdu.quantities import russian_dates as dates
from langdu.quantities import russian_words as table
from langdu.quantities.east import code, numbered
from langdu.quantities.exact import multiply
from langdu.quantities.fixed import fixed, skip
from langdu.quantities.quantity import Quantity
from langdu.quantities.russian_numbers import read
from langdu.quantities.scanner import Found, Grammar, Reading
from langdu.quantities.west import amount, by_initial

_LETTER: Final = "[а-яёА-ЯЁ]"
_S: Final = "[ \u00a0\u2009\u202f]"
_ROWS: Final = tuple(line.split() for line in table.UNITS.split("\n") if line.strip())
_UNITS: Final = re.compile(
    "|".join(
        f"(?P<{unit}>"
        + "|".join(
            (word if word.startswith("-") else f"(?:{_S}|-)?{word}")
            .replace("_?", f"{_S}?")
            .replace("_", _S)
            for word in words
        )
        + rf")(?!{_LETTER}|[²³])"
        for unit, *words in _ROWS
    ),
    re.IGNORECASE,
)
_SIGNS: Final = re.compile(rf"(?P<unit>[$€£¥￥₽₩]){_S}?(?=[0-9])")
_RATIO: Final = re.compile("(?P<a>[0-9]{1,3})/(?P<b>[0-9]{1,3})(?![0-9/])")
_CENTURY: Final = (
    rf"(?:{_S}(?:(?P<century>век(?:а|е|у|ом|ов)?|столети\w)|(?P<quarter>квартал\w{{0,3}}))"
    rf"(?!{_LETTER}))?"
)
_STEMS: Final = "|".join(sorted(table.ORDINALS, key=len, reverse=True))
_NTH: Final = re.compile(
    rf"(?P<n>[0-9]{{1,4}})-?(?:й|я|е|го|му|м|х|ю|ый|ая|ое|ого|ому|ом|ых|ой|ую)(?!{_LETTER}){_CENTURY}"
)
_QUARTER: Final = re.compile(rf"(?P<n>[1-4]){_S}(?P<century>(?!))?(?P<quarter>квартал\w{{0,3}})")
_ORDINAL_WORD: Final = (
    rf"(?:(?P<tens>{'|'.join(table.TENS)}){_S})?(?:(?P<stem>{_STEMS})"
    r"(?:ый|ой|ий|ого|ому|ым|ом|ая|ую|ое|ые|ых|ыми)"
    r"|(?P<third>трет)(?:ий|ьего|ьему|ьим|ьем|ья|ьей|ью|ье|ьи|ьих))"
)
_ORDINAL: Final = re.compile(rf"{_ORDINAL_WORD}(?!{_LETTER}){_CENTURY}", re.IGNORECASE)
_PART: Final = re.compile(
    rf"{_ORDINAL_WORD}(?<=[яйю]){_S}част(?:ь|и|ью)(?!{_LETTER})", re.IGNORECASE
)
_ROMAN: Final = re.compile(
    rf"(?P<n>[IVX]{{1,5}}){_S}(?:(?P<century>век|столети)|(?P<quarter>квартал)|(?:съезд|сесси|пленум|созыв"
    rf"|летни|зимни|форум|фестивал|выставк|этап|степен|Национальн|Всекитайск)){_LETTER}{{0,12}}"
)
_DECADE: Final = re.compile(
    rf"(?P<stem>двадцат|тридцат|сороков|пятидесят|шестидесят|семидесят|восьмидесят|девяност)(?:ые|ых|ым|ыми)"
    rf"(?!{_LETTER})(?:{_S}год(?:ы|ов|ах|ам)(?!{_LETTER}))?",
    re.IGNORECASE,
)
_INVERTED: Final = re.compile(
    rf"(?P<scale>тысяч|миллионов|миллиардов){_S}(?:на{_S}|в{_S})?", re.IGNORECASE
)
_COMPOUND: Final = re.compile(
    rf"(?P<n>{'|'.join(table.PREFIXES)})(?P<what>{'|'.join(table.COUNTED)}){_LETTER}{{1,5}}",
    re.IGNORECASE,
)


def unit(text: str, at: int) -> tuple[str, int] | None:
    """The unit right after a number."""
    match = _UNITS.match(text, at)
    return (str(match.lastgroup), match.end()) if match else None


def year(text: str, at: int) -> Reading | None:
    """A year, but not 2000 км."""
    reading = dates.year(text, at)
    if reading and text[reading.end - 1].isdigit() and unit(text, reading.end):
        return None
    return reading


def fraction(text: str, at: int) -> Reading | None:
    """1/3 · пятая часть."""
    if (match := _PART.match(text, at)) and not match["tens"]:
        below = 3 if match["third"] else int(table.ORDINALS[match["stem"].lower()])
        return _one(Quantity("fraction", Fraction(1, below), at, match.end()))
    match = _RATIO.match(text, at)
    if not match:
        return None
    above, below = int(match["a"]), int(match["b"])
    if not 0 < above < below:
        return Reading(match.end())
    return _one(Quantity("fraction", Fraction(above, below), at, match.end()))


def ordinal(text: str, at: int) -> Reading | None:
    """2-й · третий · двадцать первый век · XXI век · II квартал."""
    soft = False
    if match := _ROMAN.match(text, at):
        value = _roman(match["n"])
    elif match := _NTH.match(text, at) or _QUARTER.match(text, at):
        value = Decimal(match["n"])
    elif match := _ORDINAL.match(text, at):
        value = Decimal(3) if match["third"] else table.ORDINALS[match["stem"].lower()]
        if match["tens"]:
            if value >= 10:
                return None
            value += table.TENS[match["tens"].lower()]
        soft = value <= 2
    else:
        return None
    name = "century" if match["century"] else "quarter" if match["quarter"] else None
    end = match.end() if name or match.re is not _ROMAN else match.end("n")
    return _one(Quantity("ordinal", value, at, end, unit=name, soft=soft and not name))


def decade(text: str, at: int) -> Reading | None:
    """В девяностые годы, в восьмидесятых: a decade in words."""
    match = _DECADE.match(text, at)
    if not match:
        return None
    value = table.ORDINALS[match["stem"].lower()]
    return _one(Quantity("year", value, at, match.end(), unit="decade"))


def inverted(text: str, at: int) -> Reading | None:
    """Тысяч двадцать: about twenty thousand."""
    match = _INVERTED.match(text, at)
    number = read(text, match.end()) if match else None
    if not match or number is None or number.value >= 1000:
        return None
    value = multiply(number.value, table.SCALES[match["scale"].lower()])
    return _one(Quantity("number", value, at, number.end, approx="about"))


def _roman(text: str) -> Decimal:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return Decimal(sum(-a if a < b else a for a, b in pairs))


def compound(text: str, at: int) -> Reading | None:
    """двухдневный, пятилетний: soft, for other languages may not count there."""
    match = _COMPOUND.match(text, at)
    if not match:
        return None
    name = table.COUNTED[match["what"].lower()]
    value = Decimal(table.PREFIXES[match["n"].lower()])
    if name == "percent":
        return _one(Quantity("percent", value, at, match.end(), soft=True))
    return _one(Quantity("number", value, at, match.end(), unit=name or None, soft=True))


def _one(quantity: Quantity) -> Reading:
    return Reading(quantity.end, (Found(quantity, (quantity.start, quantity.end)),))


_LEADS: Final = by_initial(
    {word[:4] for word in [*table.CARDINALS, *table.SCALES, *table.MONTHS, *table.ORDINALS]}
    | set(table.LEADS.split())
)

GRAMMAR: Final = Grammar(
    lead=re.compile(
        rf"(?<![\w.])(?:{_LEADS}|(?<![A-Za-zА-Яа-я][-/])[0-9]|[IVX]{{1,5}}(?={_S})|https?:|www\."
        r"|(?:GB|ISO|IEC|ISBN|ISSN|RFC|ГОСТ)(?:/[A-Z])?[ :-]{1,2}[0-9]|\+(?=[0-9]))"
        rf"|(?<!\w)[$€£¥￥₽₩](?={_S}?[0-9])"
    ),
    token=re.compile(r"[0-9][0-9.,]*|\w+"),
    at_figures=(
        dates.date,
        numbered,
    ),
    at_words=(
        numbered,
        dates.date,
        dates.in_words,
        skip(rf"(?i:(?:{table.SKIPPED}))(?!{_LETTER})"),
        fixed(table.FIXED, end=f"(?!{_LETTER})"),
        compound,
    ),
    forms=(
        dates.time,
        decade,
        inverted,
        year,
        fraction,
        ordinal,
        skip("[0-9]{1,6}[A-Z][A-Za-z0-9-]{0,20}"),  # 5G
        amount(read, unit, _SIGNS, table.SIGNS, {}),
        code,
    ),
    between=re.compile(rf"{_S}?[-−–—~]{_S}?|{_S}(?:до|по){_S}"),
    listed=re.compile("(?!)"),
    before=re.compile(
        rf"(?i:(?<!{_LETTER})(?:(?P<under>менее|меньше|не более|не больше|до)"
        r"|(?P<over>более(?: чем)?|свыше|больше|не менее|сверх|превы\w{3,6})"
        rf"|(?P<about>около|почти|примерно|приблизительно|порядка|где-то|всего)){_S}(?:чем{_S})?)$"
    ),
    after=re.compile(
        rf"(?P<over>\+|{_S}с{_S}лишним|{_S}и{_S}более|{_S}с{_S}небольшим)|(?P<under>{_S}и{_S}менее)|(?P<about>(?!))"
    ),
    frost_before=re.compile(rf"(?:минус{_S}|(?<![A-Za-zА-Яа-яё0-9)%°])[-−–])$", re.IGNORECASE),
    frost_after=re.compile(
        rf"(?:-?градусн\w{{2,3}}|(?:{_S}?(?:градус\w{{0,3}}|°)(?:{_S}?C|{_S}Цельсия)?)?){_S}(?:мороз|ниже{_S}нуля)",
        re.IGNORECASE,
    ),
    degrees=re.compile(rf"{_S}?(?:градус|°|мороз)|-?градусн"),
)
