"""The states that a page is looked at in: a set in which every two settings meet."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from allpairspy import AllPairs

#: Where the reader's script keeps what a reader has chosen.
STORE: Final = "langdu.settings"

#: Setting → values, the default first. Those that change looks; speed and keys change none.
SETTINGS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "theme": ("auto", "light", "dark", "sepia", "contrast", "yellow", "blue"),
        "bilingual": ("off", "side", "under", "demand"),
        "captions": ("off", "on"),
        "caption-script": ("same", "traditional", "pinyin"),
        "size": ("100", "200", "400"),
        "line": ("normal", "loose", "looser"),
        "letter": ("normal", "wide", "wider"),
        "width": ("normal", "narrow", "wide", "full"),
        "font": ("auto", "serif", "sans", "legible"),
        "layout": ("standard", "elder"),
        "only": ("off", "on"),
        "guide": ("off", "line", "mask", "cross"),
        "pointer": ("normal", "large"),
        "ruby": ("off", "demand", "all"),
        "flags": ("on", "off"),
    }
)

#: Width and height in CSS pixels: a desk, a phone, 1280 × 1024 at a zoom of 400 %.
SCREENS: Final = ((1280, 900), (320, 640), (320, 256))
SCHEMES: Final = ("light", "dark")
FORCED: Final = ("none", "active")
READING: Final = (False, True)


@dataclass(frozen=True, slots=True)
class State:
    """A page, what a reader has set, the window, and whether a sentence is being read."""

    page: str
    settings: Mapping[str, str] = field(default_factory=dict)
    screen: tuple[int, int] = SCREENS[0]
    scheme: str = "light"
    forced: str = "none"
    reading: bool = False

    @property
    def stored(self) -> str:
        """What the store of the browser holds in this state."""
        # the size is a number there
        values = {n: int(v) if v.isdecimal() else v for n, v in self.settings.items()}
        return json.dumps(values)

    def __str__(self) -> str:
        changed = [
            f"{name}={value}" for name, value in self.settings.items() if value != SETTINGS[name][0]
        ]
        window = f"{self.screen[0]}x{self.screen[1]}"
        forced = ["forced colours"] if self.forced == "active" else []
        reading = ["reading"] if self.reading else []
        return " ".join([self.page, window, self.scheme, *forced, *reading, *changed])


def covering(pages: tuple[str, ...]) -> tuple[State, ...]:
    """States in which every value of a setting meets every value of every other one."""
    outside: list[tuple[object, ...]] = [pages, SCREENS, SCHEMES, FORCED, READING]
    rows = AllPairs([*outside, *SETTINGS.values()])
    return tuple(
        State(
            page=page,
            settings=dict(zip(SETTINGS, values, strict=True)),
            screen=screen,
            scheme=scheme,
            forced=forced,
            reading=reading,
        )
        for page, screen, scheme, forced, reading, *values in rows
    )
