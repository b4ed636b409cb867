"""Chinese, simplified and traditional: what leads to a quantity, and the forms to try there."""

import re
from types import MappingProxyType
from typing import Final

from langdu.quantities import chinese_words as table
from langdu.quantities import east_forms as east
from langdu.quantities.chinese_forms import (
    adjacent,
    and_ones,
    born_in,
    discount,
    doubled,
    festival,
    first_quarters,
    height,
    lunar,
    plan,
    repeated,
    small_money,
    tens_of_years,
)
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

_NUMERALS: Final = "".join(HAN)
_N: Final = (
    rf"(?:{DIGIT}(?:[0-9０-９.,．]{{0,30}}{DIGIT})?"
    rf"|[{_NUMERALS}]{{1,20}}(?:点[零〇一二三四五六七八九]{{1,6}})?)"
)
_SIGNS: Final = "|".join(map(re.escape, table.CURRENCY_BEFORE))
_PART: Final = "|".join(table.HALVES)

WORDS: Final = East(
    numerals=HAN,
    units=unit_pattern(table.UNITS, end="(?![级級轻輕货貨糕])"),
    unit_names=MappingProxyType(
        dict(table.UNITS)
        | {sign: table.UNITS[word] for sign, word in table.CURRENCY_BEFORE.items()}
    ),
    counters=re.compile(rf"\s?{table.COUNTERS}"),
    inner=re.compile(
        rf"(?P<over>余|餘|(?:多|来|幾|几)(?=[万萬亿億]|{table.COUNTERS}|[年天元亩吨公平立岁小分米斤周]))"
    ),
    stop=re.compile("千[克米瓦卡]|兆[瓦赫]|百分|十分(?!之|钟|鐘)"),
    currency_before=re.compile(rf"(?P<unit>{_SIGNS})\s?(?=[0-9０-９])"),
    vague_before=re.compile("[数數几幾上成好]$"),
    rising_before=re.compile("上$"),
    and_half=re.compile("[个個](?:半(?=小时|小時|钟头|鐘頭|星期|礼拜|学期)|(?=半月(?!刊)))"),
    half_after=re.compile("(?<![日岁周])半(?![数天年月个日夜壁])"),
    place_after=re.compile("(?:[家间里]\\w?|[座道个口条层])?[村镇乡屯沟庄渠河山岭坡桥]"),
)

_COLON: Final = rf"[:：](?P<cmi>{DIGIT}{{2}})(?:[:：](?P<cs>{DIGIT}{{2}}))?(?![0-9０-９:：])"
_MINUTES: Final = rf"(?P<half>半|整|一刻|三刻)|(?P<mi>{SMALL})分(?!之)(?:(?P<s>{SMALL})秒)?"
_FOLLOWS: Final = "[起许至到前后—－-]|左右|开始|准时|以前|以后"
_CLOCK: Final = re.compile(
    rf"(?P<part>(?!))?(?P<h>{SMALL})(?:{_COLON}|[点點时時](?:{_MINUTES}|(?<=[点點])[钟鐘])"
    rf"|[点點](?={_FOLLOWS})|(?<=1[3-9]|2[0-4])[点點](?![0-9多建意要措])|(?<=[0-9０-９])[时時](?![代期间段光候节刻值效常而]))"
)
_CLOCK_OF_PART: Final = re.compile(
    rf"(?P<part>{_PART})\s?(?P<h>{SMALL})(?:{_COLON}|[点點时時](?:{_MINUTES}|[钟鐘])?)"
)
_CLOCK_OF_RANGE: Final = re.compile(
    rf"(?<=[点點时時分半刻钟鐘][至到~～〜∼—–-])(?P<part>(?!))?(?P<h>{SMALL})(?:{_COLON}|[点點时時](?:{_MINUTES}|[钟鐘])?)"
)
_DAY: Final = rf"(?:\s?(?P<d>{SMALL})(?:\s?[-－—–~～〜∼至]\s?(?P<d2>{SMALL}))?\s?[日号號])?"

GRAMMAR: Final = Grammar(
    lead=re.compile(
        rf"[0-9０-９]|[{_NUMERALS}]|第(?=\s?[0-9０-９{_NUMERALS}])|[A-Za-z]|半|上个?世纪"
        rf"|前(?=[二两三])|[上下前后大多]半|双(?!手|眼|脚|腿)|二者|俩|仨|正午|午夜|(?:{_SIGNS})(?=\s?[0-9０-９])"
        rf"|(?:{_PART})(?=\s?[0-9０-９一二两三四五六七八九十])"
    ),
    token=re.compile(rf"[0-9０-９][0-9０-９.,]*|[{_NUMERALS}]+|[A-Za-z]+"),
    at_figures=(
        born_in,
        small_money(WORDS),
        height,
        discount,
        slashed,
        dotted_day,
        numbered,
        skip(r"[0-9]{3,8}(?=(?:政务|便民|服务|举报|监督|投诉)*(?:热线|电话))"),
        skip(r"(?:(?<=拨打)|(?<=致电)|(?<=电话[:：])|(?<=热线[:：]))[【“]?[0-9-]{3,20}"),
    ),
    at_words=(
        skip(rf"[{_NUMERALS}]{{{LONGEST},}}"),
        doubled,
        small_money(WORDS),
        height,
        and_ones,
        discount,
        tens_of_years,
        lunar,
        fixed(table.FIXED),
        east.noon({"正午": 12, "午夜": 0}),
        skip(
            "(?:(?<=周)|(?<=星期)|(?<=礼拜))[一二三四五六](?![次个天期节场回趟小班百千十])"
        ),  # 周二
        skip("[十万]分(?![之钟鐘])|一点(?![半钟鐘零一二三四五六七八九十])"),
        idioms(table.IDIOMS, _NUMERALS + "第"),
        skip("[壹贰叁肆伍陆柒捌玖拾佰仟](?![拾佰仟万亿])"),  # 队伍
        repeated,
        plan,
        festival,
        first_quarters,
        east.clock(_CLOCK_OF_PART, WORDS, table.HALVES),
        adjacent(WORDS),
    ),
    forms=(
        code,
        east.date(re.compile(rf"{YEAR}\s?年\s?(?P<m>{SMALL})\s?月份?{_DAY}"), WORDS),
        east.date(re.compile(rf"{NO_YEAR}(?P<m>{SMALL})\s?月(?![球亮光饼])份?{_DAY}"), WORDS),
        east.date(
            re.compile(rf"{NO_YEAR}(?P<m>(?!))?(?P<d>{DIGIT}{{1,2}})日(?![元本均语内])"), WORDS
        ),
        east.decade(
            re.compile(
                rf"(?:(?P<last>上个?世纪)|(?P<century>{_N})世纪)?"
                rf"(?P<n>[0-9０-９]{{2,4}}|[一二三四五六七八九]十)年代"
            ),
            WORDS,
        ),
        east.year(re.compile(rf"(?=[12１２一二]){YEAR}年(?!代|历史|[级間间])"), WORDS),
        east.clock(_CLOCK, WORDS, table.HALVES),
        east.clock(_CLOCK_OF_RANGE, WORDS, table.HALVES),
        east.ordinal(
            re.compile(
                rf"第?(?P<n>[一二三四1-4](?=季)|{_N}(?=世))(?P<unit>季度|世纪)(?P<soft>(?!))?"
            ),
            WORDS,
            {"季度": "quarter", "世纪": "century"},
        ),
        east.ordinal(
            re.compile(
                rf"第\s?(?P<n>{_N})(?P<unit>(?!))?(?P<soft>(?=[天年日故，,、是]|产业|產業))?"
            ),
            WORDS,
            {},
        ),
        east.fraction(re.compile(rf"(?P<below>{_N})分之(?P<above>{_N})"), WORDS),
        east.tenths(
            re.compile(
                "(?P<n>[0-9]|[一二两三四五六七八九])成(?P<more>[1-9]|[一二三四五六七八九](?!成))?(?![功立为員员果就绩本长交效都熟套分])"
            ),
            WORDS,
        ),
        amount(WORDS),
    ),
    between=re.compile(r"\s?(?:[-−－—–~～〜∼至到]|——)\s?"),
    listed=re.compile(r"\s?(?:[、,，和及与]|以及|[-－—–~～∼至到])\s?"),
    before=re.compile(
        "(?:(?P<under>不到|不足|少于|低于|小于|不超过|至多|最多|未满|不高于)"
        "|(?P<over>超过|超出|超|逾|多于|高于|大于|不少于|不低于|至少|突破|上)"
        "|(?P<about>大约|约|約|大概|将近|接近|近|约为))$"
    ),
    after=re.compile(
        rf"\s?{table.COUNTERS}?(?:(?P<over>以上|有余|多|余)|(?P<under>以下|以内|之内)"
        r"|(?P<about>左右|上下|许|前后))"
    ),
    frost_before=re.compile(r"(?:零下|负|零下负|(?<![A-Za-z0-9)）%℃度])[-−－])\s?$"),
    degrees=re.compile("度"),
    grown=re.compile(
        "(?:(?<!不)[增提升扩]|增长|提高|上升|扩大|增加|增产|增收|高出?|多出?|快|超出?)了?(?:近|约|超过|逾|将近)?$"
    ),
)
