"""What the rules for English share."""

from types import MappingProxyType
from typing import Final

NUMBER: Final = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+(?!\.?[0-9]))?"
SCALE: Final = "hundred|thousand|million|billion|trillion"
JOINT: Final = r"\s?[-–—~]\s?"
STOPS: Final = ",.!?;:，。！？；：、"
OPENING: Final = "([{（【"
QUOTES: Final = "\"'“”‘’«»"

MONTHS: Final = MappingProxyType(
    {
        short: name
        for name in (
            "January February March April May June July August September October November December"
        ).split()
        for short in (name, name[:3], name[:3] + ".", name[:4] + ".")
    }
    | {"Sept": "September"}
)
