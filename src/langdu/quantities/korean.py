"""Korean: what leads to a quantity, and the forms to try there."""

import re
from functools import partial
from typing import Final

from langdu.quantities import east_forms as east
from langdu.quantities import korean_forms as forms
from langdu.quantities import korean_words as table
from langdu.quantities.east import (
    East,
    amount,
    code,
    dotted_day,
    numbered,
    slashed,
    unit_pattern,
)
from langdu.quantities.east_forms import NO_YEAR
from langdu.quantities.fixed import fixed, skip
from langdu.quantities.myriads import DIGIT, HANGUL
from langdu.quantities.scanner import Grammar

_N: Final = rf"{DIGIT}(?:[0-9０-９.,．]{{0,30}}{DIGIT})?(?:[십백천만억]{{1,3}})?"
_TWO: Final = rf"{DIGIT}{{1,2}}(?!{DIGIT})"
_SIGNS: Final = "|".join(map(re.escape, table.SIGNS))
_PART: Final = "|".join(table.HALVES)

WORDS: Final = East(
    numerals={char: HANGUL[char] for char in "십백천만억조"},
    units=unit_pattern(table.UNITS, end=table.UNIT_END),
    unit_names={**table.UNITS, **table.SIGNS},
    counters=re.compile(rf"\s?{table.COUNTERS}"),
    inner=re.compile(r"\s?(?P<over>여(?=\s?[가-힣]))"),
    stop=re.compile(
        r"조(?=[)\]」』]|\s?제|[의에와과]\s?제|각|\s?[0-9]+항)|백신|천막|만남|조사|조각|조항|천사|십자|만에|조치"
    ),
    currency_before=re.compile(rf"(?P<unit>{_SIGNS})\s?(?=[0-9０-９])"),
    vague_before=re.compile("[수몇]\\s?$"),
    half_after=forms.AND_HALF,
    gap=" ",
)

_COLON: Final = rf"[:：](?P<cmi>{DIGIT}{{2}})(?:[:：](?P<cs>{DIGIT}{{2}}))?(?![0-9０-９:：])"
_HOUR: Final = (
    rf"(?P<h>{_TWO})(?:{_COLON}"
    rf"|시(?:\s?(?P<half>반)(?!경)|\s?(?P<mi>{_TWO})분(?:\s?(?P<s>{_TWO})초)?)"
)
_YEAR: Final = rf"(?P<y>{DIGIT}{{4}})(?P<era>(?!))?(?P<ey>(?!))?"
_DAY: Final = rf"(?:\s?(?P<d>{_TWO})(?:\s?[-－—–~～〜∼]\s?(?P<d2>{_TWO}))?일(?!간))?"

GRAMMAR: Final = Grammar(
    lead=re.compile(
        rf"[0-9０-９]|(?<![가-힣])제\s?(?=[0-9０-９])|[A-Za-z]|(?<![가-힣])(?:{table.LEADS}|정오|자정|{forms.NATIVE}"
        rf"|{'|'.join(table.ADJACENT)}|{forms.SINO}|{forms.SCALE}|{forms.FRACTION})|(?:{_SIGNS})(?=\s?[0-9０-９])|(?:{_PART})(?=\s?(?:[0-9０-９]|{forms.NATIVE}\s?시))"
    ),
    token=re.compile(r"[0-9０-９][0-9０-９.,]*|[A-Za-z]+|[가-힣]+"),
    at_figures=(slashed, dotted_day, numbered),
    at_words=(
        fixed(table.FIXED),
        east.noon({"정오": 12, "자정": 0}),
        skip("한편|한때|한층|한결|한국|한반도|한글|한자|한계|한참|한꺼번에|한마음|한가운데"),
        east.clock(re.compile(rf"(?P<part>{_PART})\s?{_HOUR}|시)"), WORDS, table.HALVES, "반"),
        partial(forms.native_clock, table.HALVES),
        partial(forms.adjacent, WORDS),
        partial(forms.sino, WORDS),
        partial(forms.native, WORDS),
        skip("[일이삼사오육칠팔구십백천만억]+"),  # 만일
    ),
    forms=(
        code,
        east.date(re.compile(rf"{_YEAR}\s?년\s?(?P<m>{_TWO})\s?월{_DAY}"), WORDS),
        east.date(re.compile(rf"{NO_YEAR}(?P<m>{_TWO})\s?월{_DAY}"), WORDS),
        east.date(re.compile(rf"{NO_YEAR}(?P<m>(?!))?(?P<d>{_TWO})일(?!간|째|상)"), WORDS),
        east.decade(
            re.compile(
                rf"(?:(?P<last>지난\s?세기)\s?|(?P<century>{_TWO})세기\s?)?(?P<n>{DIGIT}{{2,4}})년대"
            ),
            WORDS,
        ),
        east.year(re.compile(rf"(?=[12１２]){_YEAR}년(?:도)?(?![대간])"), WORDS),
        east.clock(
            re.compile(rf"(?P<part>(?!))?{_HOUR}|시(?!간|장|민|기|작|설|스|대|험|청|군|도))"),
            WORDS,
            table.HALVES,
            "반",
        ),
        east.ordinal(
            re.compile(rf"(?:제\s?)?(?P<n>{_TWO})(?P<unit>분기|사분기|세기)(?P<soft>(?!))?"),
            WORDS,
            {"분기": "quarter", "사분기": "quarter", "세기": "century"},
        ),
        east.ordinal(re.compile(rf"제\s?(?P<n>{_N})(?P<unit>(?!))?(?P<soft>(?!))?"), WORDS, {}),
        east.ordinal(
            re.compile(rf"(?P<n>{_N})(?=\s?번째)(?P<unit>(?!))?(?P<soft>(?!))?\s?번째"), WORDS, {}
        ),
        east.fraction(re.compile(rf"(?P<below>{_N})분의\s?(?P<above>{_N})"), WORDS),
        east.tenths(re.compile("(?P<n>[0-9])할"), WORDS),
        amount(WORDS),
    ),
    between=re.compile(r"\s?(?:[-−－—–~～〜∼]|에서|부터)\s?"),
    listed=re.compile(r"\s?(?:[,·]|과|와|및|[-－—–~～〜∼]|부터|에서)\s?"),
    before=re.compile(
        r"(?:(?P<over>최소|무려)|(?P<under>최대)|(?P<about>약|대략|거의|어림잡아))\s?$"
    ),
    after=re.compile(
        rf"\s?{table.COUNTERS}?(?:[이가을를])?\s?(?:(?P<over>이상|넘는|넘게|초과|웃도는)|(?P<under>이하|미만|이내|밑도는)"
        "|(?P<about>가까이|에 가까운|가량|정도|쯤|안팎|내외|남짓))"
    ),
    frost_before=re.compile(r"(?:영하|마이너스|(?<![A-Za-z0-9)%℃도])[-−－])\s?$"),
    degrees=re.compile(r"\s?도"),
)
