"""Units and currencies as Japanese words."""

from types import MappingProxyType
from typing import Final

_SQUARES: Final = MappingProxyType(
    {
        "km²": "平方キロメートル",
        "km2": "平方キロメートル",
        "㎢": "平方キロメートル",
        "m²": "平方メートル",
    }
    | {"m2": "平方メートル", "㎡": "平方メートル", "m³": "立方メートル", "m3": "立方メートル"}
    | {"㎥": "立方メートル", "cm²": "平方センチメートル", "cm³": "立方センチメートル"}
)
_METRIC: Final = MappingProxyType(
    {
        "km": "キロメートル",
        "㎞": "キロメートル",
        "m": "メートル",
        "cm": "センチメートル",
        "㎝": "センチメートル",
    }
    | {
        "mm": "ミリメートル",
        "㎜": "ミリメートル",
        "kg": "キログラム",
        "㎏": "キログラム",
        "mg": "ミリグラム",
    }
    | {
        "g": "グラム",
        "t": "トン",
        "ha": "ヘクタール",
        "L": "リットル",
        "ℓ": "リットル",
        "l": "リットル",
    }
    | {
        "mL": "ミリリットル",
        "㎖": "ミリリットル",
        "㎎": "ミリグラム",
        "㎾": "キロワット",
        "oz": "オンス",
        "ml": "ミリリットル",
        "μg": "マイクログラム",
        "kWh": "キロワット時",
    }
    | {
        "kW": "キロワット",
        "MW": "メガワット",
        "GW": "ギガワット",
        "W": "ワット",
        "V": "ボルト",
        "Hz": "ヘルツ",
    }
    | {
        "kHz": "キロヘルツ",
        "MHz": "メガヘルツ",
        "GHz": "ギガヘルツ",
        "GB": "ギガバイト",
        "MB": "メガバイト",
    }
    | {"TB": "テラバイト", "dB": "デシベル", "hPa": "ヘクトパスカル", "kcal": "キロカロリー"}
)
#: One sign for a whole word, as newspapers print them.
_NEWSPAPER: Final = MappingProxyType(
    {
        "㍍": "メートル",
        "㌔": "キロ",
        "㌘": "グラム",
        "㌧": "トン",
        "㌃": "アール",
        "㌶": "ヘクタール",
    }
    | {
        "㍑": "リットル",
        "㌦": "ドル",
        "㌢": "センチ",
        "㍉": "ミリ",
        "㌫": "パーセント",
        "㌍": "カロリー",
    }
    | {"㌻": "ページ", "㍗": "ワット"}
)
_SIGNS: Final = MappingProxyType(
    {"%": "パーセント", "‰": "パーミル", "℃": "度", "°C": "度", "℉": "度", "°F": "度", "°": "度"}
)
UNITS: Final = MappingProxyType({**_SQUARES, **_METRIC, **_NEWSPAPER, **_SIGNS})
#: Those that are units wherever they stand.
ALONE: Final = frozenset([*_NEWSPAPER, *_SIGNS, *"㎢ ㎡ ㎥ ㎞ ㎝ ㎜ ㎏ km² m² m³".split()])
RATES: Final = MappingProxyType(
    {
        "km/h": ("時速", "キロメートル"),
        "㎞/h": ("時速", "キロメートル"),
        "m/s": ("秒速", "メートル"),
    }
    | {"km/s": ("秒速", "キロメートル"), "μg/m³": ("一立方メートル当たり", "マイクログラム")}
    | {"mg/L": ("一リットル当たり", "ミリグラム")}
)
CURRENCIES: Final = MappingProxyType(
    {"US$": "ドル", "$": "ドル", "¥": "円", "€": "ユーロ", "£": "ポンド"}
)
