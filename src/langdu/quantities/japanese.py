"""Japanese: what leads to a quantity, and the forms to try there."""

import re
from typing import Final

from langdu.quantities import east_forms as east
from langdu.quantities import japanese_words as table
from langdu.quantities.east import (
    East,
    amount,
    code,
    dotted_day,
    numbered,
    slashed,
    unit_pattern,
)
from langdu.quantities.east_forms import NO_YEAR, SMALL, YEAR
from langdu.quantities.fixed import fixed, idioms, skip
from langdu.quantities.myriads import DIGIT, HAN
from langdu.quantities.scanner import LONGEST, Grammar

_NUMERALS: Final = "〇一二三四五六七八九十百千万億兆"
_N: Final = rf"(?:{DIGIT}(?:[0-9０-９.,．]{{0,30}}{DIGIT})?|[{_NUMERALS}]{{1,20}})"
_SIGNS: Final = "|".join(map(re.escape, table.SIGNS))
_PART: Final = "|".join(table.HALVES)

WORDS: Final = East(
    numerals={char: HAN[char] for char in _NUMERALS},
    units=unit_pattern(table.UNITS, end="(?![級軽貨糕])"),
    unit_names={**table.UNITS, **table.SIGNS},
    counters=re.compile(rf"\s?{table.COUNTERS}"),
    inner=re.compile(rf"(?P<over>余り|余|あまり|数(?={table.COUNTERS}|[年日月万億]))"),
    stop=None,
    currency_before=re.compile(rf"(?P<unit>{_SIGNS})\s?(?=[0-9０-９])"),
    vague_before=re.compile("[数何幾]$"),
    half_after=re.compile("半(?![ばご年月日数期面額])"),
)

_COLON: Final = rf"[:：](?P<cmi>{DIGIT}{{2}})(?:[:：](?P<cs>{DIGIT}{{2}}))?(?![0-9０-９:：])"
_HOUR: Final = (
    rf"(?P<h>{SMALL})(?:{_COLON}|時(?:(?P<half>半)|(?P<mi>{SMALL})分(?!の)(?:(?P<s>{SMALL})秒)?)"
)
_DAY: Final = rf"(?:\s?(?P<d>{SMALL})(?:\s?[-－—–~～〜∼至]\s?(?P<d2>{SMALL}))?\s?日(?!間))?"
#: A day of the month, not a number of days nor a word with 日.
_DAY_ALONE: Final = rf"(?P<d>{SMALL})日(?![間本程常々目時経系光米中用以])"

GRAMMAR: Final = Grammar(
    lead=re.compile(
        rf"[0-9０-９]|[{_NUMERALS}]|第(?=\s?[0-9０-９{_NUMERALS}])|[A-Za-z]"
        rf"|{table.LEADS}|正午|(?:令和|平成|昭和|大正|明治)(?=[0-9０-９元{_NUMERALS}])"
        rf"|(?:{_SIGNS})(?=\s?[0-9０-９])|(?:{_PART})(?=\s?[0-9０-９{_NUMERALS}])"
    ),
    token=re.compile(rf"[0-9０-９][0-9０-９.,]*|[{_NUMERALS}]+|[A-Za-z]+"),
    at_figures=(slashed, dotted_day, numbered),
    at_words=(
        skip(rf"[{_NUMERALS}]{{{LONGEST},}}"),
        fixed(table.FIXED),
        east.noon({"正午": 12}),
        skip("十分(?![の間])"),
        idioms(table.IDIOMS, _NUMERALS + "両双半前後上下第"),
        skip(r"(一\w)\1"),
        east.clock(re.compile(rf"(?P<part>{_PART})(?:の)?\s?{_HOUR}|時)"), WORDS, table.HALVES),
    ),
    forms=(
        code,
        east.date(re.compile(rf"{YEAR}\s?年\s?(?P<m>{SMALL})\s?月{_DAY}"), WORDS),
        east.date(re.compile(rf"{NO_YEAR}(?P<m>{SMALL})\s?月(?![面額]){_DAY}"), WORDS),
        east.date(re.compile(rf"{NO_YEAR}(?P<m>(?!))?{_DAY_ALONE}"), WORDS),
        east.decade(
            re.compile(
                rf"(?:(?P<last>前世紀)の?|(?P<century>{_N})世紀の?)?"
                "(?P<n>[0-9０-９]{2,4}|[一二三四五六七八九]十)年代"
            ),
            WORDS,
        ),
        east.year(re.compile(rf"(?=[12１２一二令平昭大明]){YEAR}年(?:度)?(?![代間])"), WORDS),
        east.clock(
            re.compile(rf"(?P<part>(?!))?{_HOUR}|(?<=[0-9０-９])時(?![間代期点刻計給速々折事短]))"),
            WORDS,
            table.HALVES,
        ),
        east.ordinal(
            re.compile(
                rf"第?(?P<n>[一二三四1-4１-４](?=四半)|{_N}(?=世))(?P<unit>四半期|世紀)(?P<soft>(?!))?"
            ),
            WORDS,
            {"四半期": "quarter", "世紀": "century"},
        ),
        east.ordinal(
            re.compile(rf"(?:第\s?(?P<n>{_N})|(?P<n2>(?!)))(?P<unit>(?!))?(?P<soft>(?!))?"),
            WORDS,
            {},
        ),
        east.fraction(re.compile(rf"(?P<below>{_N})分の(?P<above>{_N})"), WORDS),
        east.tenths(
            re.compile(
                "(?P<n>[0-9０-９]|[一二三四五六七八九])割(?:(?P<more>[0-9０-９]|[一二三四五六七八九])分)?(?![りれ合])"
            ),
            WORDS,
        ),
        amount(WORDS),
    ),
    between=re.compile(r"\s?(?:[-−－—–~～〜∼]|から|ないし|および)\s?"),
    listed=re.compile(r"\s?(?:[、,，・]|と|及び|および|[-－—–~～〜∼]|から)\s?"),
    before=re.compile(
        "(?:(?P<under>最大|最高で)|(?P<over>少なくとも|最低|延べ以上)|(?P<about>およそ|約|ほぼ|おおよそ|凡そ))$"
    ),
    after=re.compile(
        rf"\s?{table.COUNTERS}?(?:(?P<over>以上|超|あまり|余り|余|を超え|を上回)|(?P<under>以下|未満|以内|を下回|に満たない)"
        "|(?P<about>近く|ほど|程度|前後|くらい|ぐらい|強|弱|足らず))"
    ),
    frost_before=re.compile(r"(?:零下|氷点下|マイナス|(?<![A-Za-z0-9)）%℃度])[-−－])\s?$"),
    degrees=re.compile("度"),
)
