"""Korean units, counters, native numerals, and words in which a numeral counts nothing."""

from decimal import Decimal
from types import MappingProxyType
from typing import Final

from langdu.quantities.chinese_words import names

UNITS: Final = names(
    """
    km2 제곱킬로미터 평방킬로미터 ㎢ km²
    m2 제곱미터 평방미터 ㎡ m²
    hectare 헥타르 ㏊ ha
    mu 무 묘
    m3 세제곱미터 입방미터 ㎥ m³
    km 킬로미터 ㎞ km
    cm 센티미터 ㎝ cm
    mm 밀리미터 ㎜ mm
    nmi 해리
    mile 마일
    m 미터 m
    ton 톤 t
    kg 킬로그램 ㎏ kg
    jin 근
    g 그램 g
    l 리터 L
    ml 밀리리터 ml
    celsius ℃ °C
    kwh 킬로와트시 kWh
    gigawatt 기가와트 GW
    megawatt 메가와트 MW
    kw 킬로와트 kW
    w 와트
    hour 시간
    minute 분 분간
    second 초 초간
    day 일 일간
    week 주 주일 주간
    month 개월 달
    year 년 년간 주년 세 살
    percent % ％ 퍼센트 프로
    times 배
    kilo 킬로
    pp %포인트 %p 퍼센트포인트 포인트
    CNY 위안 위안화
    USD 달러 미국달러
    EUR 유로
    GBP 파운드
    JPY 엔 엔화
    KRW 원
    RUB 루블
    HKD 홍콩달러
    TWD 대만달러
    """
)
SIGNS: Final = MappingProxyType(
    {"₩": "KRW", "US$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY", "￥": "CNY"}
)
#: A unit's word goes on like this where it is another word: 3원칙, 2주민, 4분기, 1세대, 5일상.
UNIT_END: Final = (
    "(?!(?<=원)[칙래인]|(?<=주)[민택요]|(?<=분)[기야의]|(?<=세)[대기]|(?<=프로)[젝그]|(?<=년)대"
    "|(?<=무)[력관]|(?<=초)[등중]|(?<=일)[상반])"
)
#: Counters, as a pattern: with one of them a numeral counts.
COUNTERS: Final = (
    "(?:개국|개사|개소|개 "
    "|개|명|사람|가지|번|곳|건|마리|채|대|권|장|잔|분|쌍|그루|자루|켤레|벌|집|군데|차례|팀"
    "|부분|부문|분야|가구|업체|단계|층|호|동|회|차|위|등|급|기|편|종|조|인|사|점|면|석|척|통|마을|도시|나라|기업|기관)"
)
_ONES: Final = ("하나,한 둘,두 셋,세,석 넷,네,넉 다섯 여섯 일곱 여덟 아홉").split()
_TENS: Final = "열 스물,스무 서른 마흔 쉰 예순 일흔 여든 아흔".split()
NATIVE_ONES: Final = MappingProxyType(
    {word: Decimal(i) for i, words in enumerate(_ONES, 1) for word in words.split(",")}
)
NATIVE_TENS: Final = MappingProxyType(
    {word: Decimal(i * 10) for i, words in enumerate(_TENS, 1) for word in words.split(",")}
)
#: Counters that make another word where they follow without a space: 열차, 세대, 세기.
SYLLABLES: Final = frozenset("대기차등점층호동회위급편종조인사면석척통장단")
#: Two neighbouring native numerals: what the first is.
ADJACENT: Final = MappingProxyType(
    {"한두": 1, "두세": 2, "두서너": 2, "세네": 3, "서너": 3, "너댓": 4, "네댓": 4, "네다섯": 4}
    | {"너덧": 4, "대여섯": 5, "예닐곱": 6, "일고여덟": 7, "일여덟": 7, "여덟아홉": 8}
)
#: Native numerals that count without a counter (두 나라), so softly; the others are words as well.
SURE: Final = frozenset("두 세 네 다섯 여섯 일곱 여덟 아홉 스물 서른 마흔 예순".split())
#: Parts of the day. The hours of the night are those from six in the evening to six.
HALVES: Final = MappingProxyType(
    {
        "오전": "am",
        "새벽": "am",
        "아침": "am",
        "오후": "pm",
        "저녁": "pm",
        "낮": "pm",
        "밤": "night",
    }
)
#: ``kind value unit words``, see :func:`langdu.quantities.fixed.fixed`.
FIXED: Final = """
    fraction 1/2 _ 절반
    ~fraction 1/2 _ 과반 과반수 상반기 하반기 전반기 후반기
    number 0.5 year 반년
    number 0.5 hour 반시간
    ~number 0.5 month 반달
    ~number 0.5 day 반나절
    ~number 1 day 하루
    number 2 day 이틀
    number 3 day 사흘
    number 4 day 나흘
    number 10 day 열흘
    number 15 day 보름
    ~number 2 _ 양국 양측 양자 양쪽 양방향 쌍방 양당 양안
    ~ordinal 1 _ 첫 첫째
    ~ordinal 2 _ 둘째
    ordinal 3 _ 셋째
    ordinal 4 _ 넷째
    ordinal 5 _ 다섯째
"""
LEADS: Final = (
    "절반|과반|[상하]반기|[전후]반기|반(?=[년시달나])|하루|이틀|사흘|나흘|열흘|보름"
    "|양[국측자쪽방당안]|쌍방|첫|[둘셋넷]째"
)
