"""Everything by keyboard alone; keys that can be changed and switched off."""

from __future__ import annotations

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
    with_voices,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.mark.parametrize(
    ("key", "name", "value"),
    [
        ("Alt+c", "guide", "line"),
        ("Alt+t", "only", "on"),
        ("Alt+m", "pointer", "large"),
        ("Alt+ArrowUp", "size", "110"),
        ("Alt+Backquote", "theme", "light"),
        ("Alt+Shift+Backquote", "theme", "light"),
        ("Alt+v", "voice", "off"),
        ("Alt+s", "speed", "1.25"),
        ("Alt+Shift+s", "speed", "0.75"),
        ("Alt+p", "point", "on"),
        ("Alt+x", "reading", "on"),
        ("Alt+b", "captions", "on"),
        ("Alt+o", "layout", "elder"),
        ("Alt+l", "bilingual", "side"),
        ("Alt+y", "ruby", "demand"),
        ("Alt+h", "pause", "on"),
    ],
)
def test_a_key_does_what_its_button_does(
    page: Page, served: str, key: str, name: str, value: str
) -> None:
    open_edition(page, served)
    page.keyboard.press(key)
    wait_until(
        page, "([name, value]) => document.documentElement.dataset[name] === value", [name, value]
    )


def test_keys_on_other_keyboards(page: Page, served: str) -> None:
    """A Russian layout writes ч on the key X, and Option writes ≈ there on a Mac."""
    open_edition(page, served)
    press_key = """([key, code]) => document.body.dispatchEvent(
        new KeyboardEvent('keydown', {key, code, altKey: true, bubbles: true}))"""
    page.evaluate(press_key, ["ч", "KeyX"])
    wait_until(page, "document.documentElement.dataset.reading === 'on'")
    page.evaluate(press_key, ["≈", "KeyX"])
    wait_until(page, "document.documentElement.dataset.reading === 'paused'")


def test_the_help_opens_tells_and_closes(page: Page, address: str) -> None:
    open_edition(page, address, "en")
    page.keyboard.press("Alt+Shift+Slash")
    dialog = page.locator("dialog")
    assert dialog.is_visible()
    row = dialog.locator("tr:has-text('Read aloud')")
    assert row.locator("kbd").inner_text() == "Alt+X"
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    press(page, "help")
    press(page, "close")
    assert not dialog.is_visible()


def change(page: Page, action: str, key: str) -> None:
    page.locator(f"[data-change='{action}']").click()
    page.keyboard.press(key)


def test_a_key_is_changed_and_taken_from_another(page: Page, address: str) -> None:
    open_edition(page, address, "en")
    press(page, "help")
    change(page, "print", "Control+Shift+e")
    page.locator("dialog [role=status]:has-text('Ctrl+Shift+E')").wait_for()
    change(page, "guide", "Alt+x")
    assert stored(page)["keymap"] == {"print": "Control+Shift+E", "guide": "Alt+X", "read": ""}
    assert page.locator(":focus").get_attribute("data-change") == "guide"
    change(page, "guide", "Escape")
    assert page.locator("dialog").is_visible()
    change(page, "theme", "Delete")
    page.keyboard.press("Escape")
    page.reload()
    page.locator(".tools .controls").wait_for()
    assert button(page, "guide").get_attribute("aria-keyshortcuts") == "Alt+X"
    assert button(page, "read").get_attribute("aria-keyshortcuts") is None
    page.keyboard.press("Alt+x")
    assert attribute(page, "guide") == "line"
    assert attribute(page, "reading") is None
    page.keyboard.press("Alt+c")
    page.keyboard.press("Alt+Backquote")
    assert attribute(page, "guide") == "line"
    assert attribute(page, "theme") is None


def test_keys_can_be_off_but_for_escape(page: Page, address: str) -> None:
    open_edition(page, address)
    assert button(page, "read").get_attribute("title") == "连读 (Alt+X)"
    press(page, "help")
    press(page, "keys")
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()
    page.keyboard.press("Alt+c")
    assert attribute(page, "guide") is None
    assert button(page, "read").get_attribute("title") is None


def test_escape_goes_back_one_step(page: Page, address: str) -> None:
    open_edition(page, address)
    press(page, "read")
    wait_until(page, "document.documentElement.dataset.reading === 'on'")
    opener = page.locator("[data-panel=look]")
    opener.click()
    page.locator("[data-set=theme]").first.focus()
    page.keyboard.press("Escape")
    assert opener.get_attribute("aria-expanded") == "false"
    assert page.locator(":focus").get_attribute("data-panel") == "look"
    assert attribute(page, "reading") == "on"
    page.keyboard.press("Escape")
    wait_until(page, "document.documentElement.dataset.reading === 'paused'")


def test_tab_and_enter_reach_and_do_everything(page: Page, address: str) -> None:
    """Walks with Tab through the toolbar and every panel, and sees each button once with a ring."""
    open_edition(page, address)
    wanted = set(
        page.locator(".tools button:not(dialog *):not([hidden])").evaluate_all(
            "all => all.map(b => b.textContent.trim() + '|' + (b.closest('.panel')?.id ?? ''))"
        )
    )
    seen = set()
    for panel in ("", "listen", "look", "help", "two"):
        page.locator("body").click(position={"x": 2, "y": 2})
        if panel:
            page.locator(f"[data-panel={panel}]").focus()
            page.keyboard.press("Enter")
            page.evaluate("document.activeElement.blur()")
            page.locator(".skip").focus()
        for _ in range(80):
            page.keyboard.press("Tab")
            if not page.evaluate("!!document.activeElement.closest('.tools, body > header')"):
                break
            found = page.evaluate(
                """() => { const b = document.activeElement;
                if (!b.matches('.tools button')) return null;
                const ring = getComputedStyle(b).outlineStyle;
                return ring === 'none' ? 'no ring'
                  : b.textContent.trim() + '|' + (b.closest('.panel')?.id ?? ''); }"""
            )
            if found:
                seen.add(found)
    assert seen == wanted


def test_pointing_with_the_keyboard(page: Page, address: str) -> None:
    with_voices(page, take=60_000)
    open_edition(page, address, "ja")
    page.keyboard.press("Alt+p")
    assert page.locator("[tabindex='0'].s").count() == 1
    page.locator("#title").focus()
    page.keyboard.press("ArrowDown")
    assert page.locator(":focus").get_attribute("id") == "b1.alt"
    page.keyboard.press("ArrowDown")
    wait_until(page, "document.querySelector('.now')?.id === 'b1.s1'")
    page.keyboard.press("ArrowUp")
    wait_until(page, "document.querySelector('.now')?.id === 'b1.alt'")
    before = page.evaluate("window.said.length")
    page.keyboard.press("Enter")
    wait_until(page, "n => window.said.length > n", before)
    page.keyboard.press("Alt+p")
    assert page.locator("[tabindex].s").count() == 0


def test_the_other_language_with_the_keyboard(page: Page, address: str) -> None:
    open_edition(page, address)
    choose(page, "bilingual", "demand")
    page.locator("#title").focus()
    page.keyboard.press("Enter")
    page.locator("#title + .other").wait_for()
    page.keyboard.press("Enter")
    page.locator("#title + .other").wait_for(state="detached")
    assert now(page) is None
