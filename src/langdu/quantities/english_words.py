"""English number words, units, months, and words in which a number counts nothing."""

from decimal import Decimal
from types import MappingProxyType
from typing import Final

_SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
CARDINALS: Final = MappingProxyType(
    {word: Decimal(i) for i, word in enumerate(_SMALL)}
    | {word: Decimal(i * 10) for i, word in enumerate(_TENS, 2)}
)
SCALES: Final = MappingProxyType(
    {"hundred": Decimal(100), "thousand": Decimal(1000), "million": Decimal(10**6)}
    | {"billion": Decimal(10**9), "trillion": Decimal(10**12), "dozen": Decimal(12)}
    | {"bn": Decimal(10**9), "mn": Decimal(10**6), "tn": Decimal(10**12), "k": Decimal(1000)}
)
ORDINALS: Final = MappingProxyType(
    {
        word: Decimal(i)
        for i, word in enumerate(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
            "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
            1,
        )
    }
    | {word[:-1] + "ieth": Decimal(i * 10) for i, word in enumerate(_TENS, 2)}
    | {"hundredth": Decimal(100), "thousandth": Decimal(1000)}
)
#: What divides: a third, three quarters.
PARTS: Final = MappingProxyType(
    {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
    | {word: int(value) for word, value in ORDINALS.items() if 3 <= value <= 10}
    | {word + "s": int(value) for word, value in ORDINALS.items() if 3 <= value <= 10}
)
MONTHS: Final = MappingProxyType(
    {
        word: i
        for i, words in enumerate(
            "january,jan february,feb march,mar april,apr may june,jun july,jul august,aug "
            "september,sept,sep october,oct november,nov december,dec".split(),
            1,
        )
        for word in words.split(",")
    }
)
#: A line is a unit and its words; ``_`` is a space or a hyphen.
UNITS: Final = """
    km2 square_kilometers square_kilometres square_kilometer square_kilometre sq_km km² km2
    m2 square_meters square_metres square_meter square_metre sq_m m² m2 ㎡
    hectare hectares hectare ha
    mu mu
    m3 cubic_meters cubic_metres cubic_meter cubic_metre m³ m3
    km kilometers kilometres kilometer kilometre km
    cm centimeters centimetres centimeter centimetre cm
    mm millimeters millimetres millimeter millimetre mm
    nmi nautical_miles nautical_mile
    mile miles mile
    m meters metres meter metre m extended_meters linear_meters
    ton tons tonnes ton tonne metric_tons metric_ton
    kg kilograms kilogrammes kilogram kilogramme kilos kilo kg
    jin jin catties
    g grams grammes gram g
    l liters litres liter litre l
    ml milliliters millilitres milliliter millilitre ml
    celsius °c ℃ degrees_celsius degrees_centigrade
    kwh kilowatt_hours kilowatt_hour kwh
    gigawatt gigawatts gigawatt gw
    megawatt megawatts megawatt mw
    kw kilowatts kilowatt kw
    w watts watt
    hour hours hour hrs hr
    minute minutes minute min
    second seconds second
    day days day
    week weeks week
    month months month
    year years_old year_old years year yrs
    decade decades decade
    percent % percent per_cent ％ pct
    times times fold
    pp percentage_points percentage_point of_a_percentage_point
    CNY yuan renminbi rmb cny
    USD us_dollars us_dollar u.s._dollars dollars dollar usd
    EUR euros euro eur
    GBP pounds_sterling pounds
    JPY yen jpy japanese_yen
    KRW won krw south_korean_won
    RUB rubles ruble roubles rouble rub
    HKD hong_kong_dollars hk_dollars
    TWD new_taiwan_dollars
"""
#: The yen and the yuan share their sign: an amount with it has no currency that could be wrong.
SIGNS: Final = MappingProxyType(
    {"us$": "USD", "hk$": "HKD", "nt$": "TWD", "$": "USD", "€": "EUR", "£": "GBP", "¥": ""}
    | {"￥": "", "₽": "RUB", "₩": "KRW", "rmb": "CNY", "cny": "CNY", "usd": "USD", "eur": "EUR"}
    | {"cn¥": "CNY", "jp¥": "JPY"}
)
#: What scales an amount of money: $5m.
LETTERS: Final = MappingProxyType(
    {letter: Decimal(10**power) for letters, power in (("kK", 3), ("mM", 6)) for letter in letters}
)
#: ``kind value unit words``, see :func:`langdu.quantities.fixed.fixed`.
FIXED: Final = """
    number 0.5 year half_a_year half-year
    number 0.5 hour half_an_hour half-hour half_hour
    ~number 0.5 month half_a_month
    ~number 0.5 day half_a_day half-day
    fraction 1/2 _ half_of one_half one-half
    ~fraction 1/2 _ half halves
    ~number 2 _ both twice double couple pair dual two_sessions two_sides
    ~number 2 times twofold two-fold doubled doubles doubling
    ~ordinal 1 _ firstly
    ~ordinal 2 _ secondly
    ~ordinal 3 _ thirdly
    ~ordinal 4 _ fourthly
    ~number 3 _ triple
    ~number 3 times threefold three-fold tripled triples tripling trebled
    ~number 4 times fourfold four-fold quadrupled quadruple quadruples quadrupling
    ~number 5 times fivefold five-fold quintupled
    ~number 10 times tenfold ten-fold
    ~fraction 1/2 _ halved halving
    ~number 12 _ dozen_or_so dozen-odd a_dozen_or_so
    ~number 24 hour around_the_clock round_the_clock round-the-clock around-the-clock
    ~number 100 _ centenary centennial
    number 1.5 hour an_hour_and_a_half
    number 1.5 day a_day_and_a_half
    number 1.5 month a_month_and_a_half
    number 1.5 year a_year_and_a_half
    ~number 1 hour an_hour
    ~number 1 day a_day
    ~number 1 week a_week
    ~number 1 month a_month
    ~number 1 year a_year
    ~number 1 decade a_decade decade
    ~number 1 km a_kilometer a_kilometre
    ~number 1 minute a_minute
    ~number 1 ton a_ton a_tonne
"""
#: What else leads to a quantity, or to what is none.
LEADS: Final = (
    "firstly secondly thirdly fourthly a an noon midnight both twice double couple pair twofold "
    "dual triple threefold decade no at in on around round centenary centennial two-fold doubled "
    "doubles doubling three-fold tripled triples tripling trebled fourfold four-fold quadrupled "
    "quadruple quadruples quadrupling fivefold five-fold quintupled tenfold ten-fold halved halving"
).split()
SKIPPED: Final = (
    r"no one|one another|one'?s|second to none|at first\b(?! light)|first of all|first and foremost"
    r"|one by one|one after another|one-on-one|one-to-one|zero in|at one with|half-hearted"
    r"|second nature|second thoughts|ten-four|(?:in|on) the one hand"
)
