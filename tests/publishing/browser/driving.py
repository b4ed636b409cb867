"""What a reader does and sees, in words."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def open_edition(page: Page, address: str, lang: str = "zh", place: str = "") -> None:
    """Open an edition's page and wait for its tools."""
    page.goto(f"{address}/{lang}/index.html{place}")
    page.locator(".tools .controls").wait_for()


def button(page: Page, action: str) -> Locator:
    """The first button of a function."""
    return page.locator(f".tools [data-do='{action}']").first


def press(page: Page, action: str) -> None:
    """Click a function's button, which may be in a part of the toolbar that is closed."""
    reveal(page, button(page, action))
    button(page, action).click()


def choose(page: Page, setting: str, value: str) -> None:
    """Click the button of a value."""
    wanted = page.locator(f".tools [data-set='{setting}'][data-value='{value}']").first
    reveal(page, wanted)
    wanted.click()


def reveal(page: Page, wanted: Locator) -> None:
    """Open the panel in which a button is."""
    panel = wanted.evaluate("e => e.closest('.panel')?.id")
    if panel and not wanted.is_visible():
        page.locator(f".tools [aria-controls='{panel}']").click()


def attribute(page: Page, name: str) -> str | None:
    """A setting as the style sheet sees it."""
    value: str | None = page.locator("html").get_attribute(f"data-{name}")
    return value


def now(page: Page) -> str | None:
    """The id of the marked sentence."""
    found = page.evaluate("document.querySelector('.s.now')?.id ?? null")
    return None if found is None else str(found)


def stored(page: Page, name: str = "settings") -> Any:
    """What the browser remembers."""
    return page.evaluate("name => JSON.parse(localStorage.getItem('langdu.' + name))", name)


#: In the page itself no sentence ends between two presses, however slow this machine is.
_AT_ONCE = """
actions => actions.map((action) => {
  document.querySelector(`.tools [data-do='${action}']`).click();
  return document.querySelector(".s.now, img.now")?.id;
})
"""


def press_at_once(page: Page, *actions: str) -> list[str | None]:
    """Press buttons in the page itself; gives the id of what is marked after each."""
    found: list[str | None] = page.evaluate(_AT_ONCE, list(actions))
    return found


def wait_for_sentence(page: Page, ids: list[str]) -> None:
    """Wait until the first of the sentences that follow each other, or a later one, is marked."""
    wait_until(page, "ids => ids.includes(document.querySelector('.now')?.id)", ids)


def hold(page: Page) -> None:
    """Pause what is being read, so that the sound's clock stands while a test looks."""
    wait_until(page, "document.documentElement.dataset.reading === 'on'")
    press_at_once(page, "pause")
    wait_until(page, "document.documentElement.dataset.reading === 'paused'")


def seek(page: Page, seconds: float) -> None:
    """Move the sound by its own control, as far as the page can tell."""
    page.evaluate("time => document.querySelector('audio').currentTime = time", seconds)


def wait_until(page: Page, condition: str, argument: Any = None, limit: float = 90) -> None:
    """Wait until a JavaScript expression is true (or a function of the argument is).

    Playwright's own way evaluates text within the page, which the page's policy forbids.
    """
    end = time.monotonic() + limit
    while not page.evaluate(condition, argument):
        assert time.monotonic() < end, f"never came true: {condition} {argument}"
        page.wait_for_timeout(20)


def with_voices(page: Page, **options: Any) -> None:
    """Give the browser our own voices: ``voices``, ``late``, ``take``, ``broken``, ``none``."""
    page.add_init_script(f"window.name = {json.dumps(json.dumps(options))}")
    page.add_init_script(path=Path(__file__).with_name("voices.js"))
