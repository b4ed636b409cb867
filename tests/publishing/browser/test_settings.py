"""Settings: applied, shown as pressed, remembered, reset; and the keys."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.publishing.browser.driving import (
    attribute,
    button,
    choose,
    now,
    open_edition,
    press,
    stored,
    wait_until,
)
from tests.publishing.samples import LANGS

if TYPE_CHECKING:
    from playwright.sync_api import Page

_CHOICES = {
    "theme": ("light", "dark", "sepia", "contrast", "yellow", "blue"),
    "line": ("loose", "looser"),
    "letter": ("wide", "wider"),
    "width": ("narrow", "wide", "full"),
    "font": ("serif", "sans", "legible"),
    "guide": ("line", "mask", "cross"),
    "bilingual": ("side", "under", "demand"),
    "ruby": ("demand", "all"),
    "caption-script": ("traditional", "pinyin"),
}
#: function, setting, its value when the function is on (or, where that is the default, off)
_TOGGLES = (
    ("voice", "voice", "off"),
    ("point", "point", "on"),
    ("each", "pause", "on"),
    ("captions", "captions", "on"),
    ("highlight", "highlight", "off"),
    ("follow", "follow", "off"),
    ("pointer", "pointer", "large"),
    ("only", "only", "on"),
    ("layout", "layout", "elder"),
)


@pytest.mark.parametrize("setting", _CHOICES)
def test_a_choice_shows_holds_and_goes_back(page: Page, address: str, setting: str) -> None:
    open_edition(page, address)
    group = page.locator(f".tools [data-set='{setting}']")
    default = str(group.first.get_attribute("data-value"))
    for value in _CHOICES[setting]:
        choose(page, setting, value)
        assert attribute(page, setting) == value
        pressed = page.locator(f".tools [data-set='{setting}'][aria-pressed=true]")
        assert [b.get_attribute("data-value") for b in pressed.all()] == [value]
    page.reload()
    assert attribute(page, setting) == _CHOICES[setting][-1]
    choose(page, setting, default)
    assert attribute(page, setting) is None
    assert stored(page) == {}


def test_toggles_show_and_hold(page: Page, anywhere: str) -> None:
    open_edition(page, anywhere)
    for action, setting, value in _TOGGLES:
        before = button(page, action).get_attribute("aria-pressed")
        press(page, action)
        assert attribute(page, setting) == value
        assert button(page, action).get_attribute("aria-pressed") != before
    page.reload()
    page.locator(".tools .controls").wait_for()
    assert [attribute(page, setting) for _, setting, _ in _TOGGLES] == [v for *_, v in _TOGGLES]


def test_the_size_of_the_text(page: Page, address: str) -> None:
    open_edition(page, address)
    sizes = []
    for _ in range(10):
        press(page, "larger")
        sizes.append(int(attribute(page, "size") or 0))
    assert sizes == [110, 125, 150, 175, 200, 250, 300, 350, 400, 400]
    assert page.evaluate("document.documentElement.style.getPropertyValue('--size')") == "400"
    press(page, "smaller")
    assert attribute(page, "size") == "350"
    page.locator("[role=status]:has-text('350%')").wait_for()


@pytest.mark.parametrize("layout", ["standard", "elder"])
@pytest.mark.parametrize("lang", ["zh", "ru"])
def test_the_largest_text_fits_the_narrowest_window(
    page: Page, address: str, lang: str, layout: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    settings = {"size": 400, "letter": "wider", "ruby": "all", "bilingual": "side"}
    page.add_init_script(
        f"localStorage.setItem('langdu.settings', '{json.dumps({**settings, 'layout': layout})}')"
    )
    open_edition(page, address, lang)
    page.evaluate(
        """() => { const ruby = document.createElement("ruby");
        ruby.innerHTML = "布宜诺斯艾利斯市政厅前的广场" +
            "<rp>(</rp><rt>Plaza de Mayo, Buenos Aires</rt><rp>)</rp>";
        document.getElementById('c1.s1').append(ruby); }"""
    )
    page.locator(".other").first.wait_for(state="attached")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_other_editions_know_the_settings(page: Page, address: str) -> None:
    open_edition(page, address)
    choose(page, "theme", "dark")
    open_edition(page, address, "ru")
    assert attribute(page, "theme") == "dark"


def test_a_dark_page_is_dark_before_its_text_is_there(page: Page, served: str) -> None:
    open_edition(page, served)
    choose(page, "theme", "dark")
    page.add_init_script(
        "new MutationObserver(() => { if (document.body && !('first' in window))"
        " window.first = document.documentElement.dataset.theme ?? 'none'; })"
        ".observe(document, {childList: true, subtree: true})"
    )
    page.reload()
    assert page.evaluate("window.first") == "dark"


@pytest.mark.parametrize(
    "damage",
    [
        "{",
        "null",
        "7",
        '{"theme":"<b>","size":1e9,"keymap":[1],"nothing":1}',
        '{"keymap":{"read":5}}',
    ],
)
def test_what_is_stored_may_be_anything(page: Page, address: str, damage: str) -> None:
    open_edition(page, address)
    page.evaluate("text => localStorage.setItem('langdu.settings', text)", damage)
    page.reload()
    page.locator(".tools .controls").wait_for()
    assert attribute(page, "theme") is None
    choose(page, "theme", "sepia")
    assert stored(page) == {"theme": "sepia"}


def test_where_storage_is_denied_the_reader_works(page: Page, served: str) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied'); } })"
    )
    open_edition(page, served)
    choose(page, "theme", "dark")
    assert attribute(page, "theme") == "dark"
    press(page, "read")
    wait_until(page, "document.querySelector('.now')?.id === 'title'")


def test_reset_resets_everything(page: Page, address: str) -> None:
    open_edition(page, address)
    start = page.evaluate("document.documentElement.outerHTML.match(/<html[^>]*>/)[0]")
    press(page, "read")
    wait_until(page, "document.querySelector('.now')?.id === 'b1.alt'")
    for setting, values in _CHOICES.items():
        choose(page, setting, values[-1])
    for action, *_ in _TOGGLES:
        press(page, action)
    press(page, "faster")
    page.evaluate("localStorage.setItem('other', 'kept')")
    choose(page, "bilingual", "under")
    page.locator(".pair").first.wait_for()
    page.keyboard.press("Alt+r")
    page.locator("[role=status]:has-text('所有设置已恢复默认')").wait_for()
    assert page.evaluate("Object.keys(localStorage)") == ["other"]
    names = page.evaluate("Object.keys(document.documentElement.dataset)")
    assert names == []
    assert now(page) is None
    wait_until(page, "!document.querySelector('.other, ruby.r')")
    assert page.evaluate("document.querySelector('audio').playbackRate") == 1
    page.reload()
    page.locator(".tools .controls").wait_for()
    assert page.evaluate("document.documentElement.outerHTML.match(/<html[^>]*>/)[0]") == start
    press(page, "read")
    assert now(page) == "title"


@pytest.mark.parametrize("lang", LANGS)
def test_every_button_has_a_name_and_every_function_a_row(
    page: Page, address: str, lang: str
) -> None:
    open_edition(page, address, lang)
    names = page.locator(".tools button").evaluate_all(
        "all => all.map(b => [b.dataset.do, b.textContent.trim()])"
    )
    assert all(name for _, name in names)
    press(page, "help")
    rows = page.locator("dialog tbody tr th").all_inner_texts()
    hidden = page.locator(".tools [data-do][hidden]").evaluate_all(
        "all => all.map(b => b.dataset.do)"
    )
    assert set(rows) == {n for do, n in names if do and do != "close" and do not in hidden}
    assert len(rows) == len(set(rows))
