"""The style sheet: contrast of every theme, and what it must not do."""

import re
from itertools import product

import pytest

from langdu.publishing.assets import reader_style

STYLE = reader_style()
#: The blocks of rules that set the colours of a theme, by their selector.
PALETTES = [
    (selector.strip().splitlines()[-1], dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{6})", body)))
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", STYLE)
    if body.count(":#") >= 5 and "@media print" not in selector and "#fff;" not in body
]
#: (text, ground, least contrast): WCAG 2.2 1.4.6 for text, 1.4.11 for lines and focus rings.
PAIRS = [
    *(
        (text, ground, 7.0)
        for text, ground in product(("text", "quiet", "link", "warn"), ("ground", "panel"))
    ),
    ("mark-text", "mark", 7.0),
    ("mark-text", "clause", 7.0),
    ("line", "ground", 3.0),
    ("focus", "ground", 3.0),
    ("focus", "panel", 3.0),
]


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


def test_seven_themes_and_those_of_the_system() -> None:
    selectors = " ".join(selector for selector, _ in PALETTES)
    for theme in ("light", "dark", "sepia", "contrast", "yellow", "blue"):
        assert f'[data-theme="{theme}"]' in selectors
    assert selectors.count(":root:not([data-theme])") == 3


@pytest.mark.parametrize(("selector", "colours"), PALETTES)
def test_everything_can_be_read(selector: str, colours: dict[str, str]) -> None:
    weak = {
        f"{text} on {ground}": round(found, 2)
        for text, ground, least in PAIRS
        if (found := contrast(colours[text], colours[ground])) < least
    }
    assert weak == {}, selector


def test_nothing_is_loaded_and_nothing_is_justified() -> None:
    assert set(re.findall(r"url\(\"(\w+:[\w/+]+)", STYLE)) == {"data:image/svg+xml"}
    assert "@import" not in STYLE
    assert "justify;" not in STYLE.replace("justify-content", "")
