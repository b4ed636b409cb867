"""Signs of units and currencies, and how they are said.

Legal units by their names in GB 3100, but kg is 公斤 and km 公里, as people say.
"""

import re
from collections.abc import Iterable
from types import MappingProxyType
from typing import Final


def _signs(table: str) -> MappingProxyType[str, str]:
    """Sign → name, of a table whose lines are a name and its signs."""
    rows = (line.split() for line in table.split("\n") if line.strip())
    return MappingProxyType({sign: name for name, *signs in rows for sign in signs})


UNITS: Final = _signs(
    """
    平方公里 km² km2 ㎢
    平方米 m² m2 ㎡
    平方厘米 cm² cm2
    立方米 m³ m3 ㎥
    立方厘米 cm³ cm3
    公里 km KM ㎞
    米 m
    厘米 cm ㎝
    毫米 mm ㎜
    微米 μm µm
    纳米 nm
    公顷 ha
    吨 t
    公斤 kg KG Kg ㎏
    克 g
    毫克 mg ㎎
    微克 μg µg
    升 L l ℓ
    毫升 ml mL ㎖
    小时 h
    分钟 min
    秒 s
    千瓦时 kWh KWh kW·h kW•h kw·h
    兆瓦时 MWh
    千瓦 kW KW ㎾
    兆瓦 MW
    吉瓦 GW
    瓦 W
    千伏 kV KV
    伏 V
    毫安时 mAh
    赫兹 Hz
    千赫 kHz ㎑
    兆赫 MHz ㎒
    吉赫 GHz ㎓
    分贝 dB
    帕 Pa
    百帕 hPa
    千帕 kPa
    兆帕 MPa
    千卡 kcal
    千焦 kJ
    摄氏度 ℃ °C
    华氏度 ℉ °F
    度 °
    """
)
CURRENCIES: Final = _signs(
    """
    元 ¥ RMB CNY
    美元 $ US$ USD
    港元 HK$
    欧元 € EUR
    英镑 £
    """
)
#: Said in front of the number: 每小时一百二十公里.
PER: Final = MappingProxyType(
    {
        "km/h": ("小时", "公里"),
        "km/s": ("秒", "公里"),
        "m/s": ("秒", "米"),
        "m³/s": ("秒", "立方米"),
        "kg/m³": ("立方米", "公斤"),
        "mg/m³": ("立方米", "毫克"),
        "μg/m³": ("立方米", "微克"),
        "µg/m³": ("立方米", "微克"),
        "mg/L": ("升", "毫克"),
        "kg/亩": ("亩", "公斤"),
    }
)


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
