"""Every page in a browser: our own checks and axe, in states that let every two settings meet."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page

from checks import axe
from checks.browser import Visit, visit
from checks.finding import Report
from checks.material import Material
from checks.page import ALWAYS, ONCE, SOMETIMES
from checks.states import SCREENS, SETTINGS, State, covering

#: The pages that are looked at in all states: five languages, articles of both kinds.
_MANY: Final = ("blocks/zh", "demo/en", "blocks/ja", "demo/ko", "blocks/ru")
#: Every so many states, a walk with Tab and a reader's own spacing too.
_WALK_EVERY: Final = 4

#: A setting that the page does not take would leave a state unseen.
_NOT_SET: Final = r"""([settings, defaults]) => {
  const root = document.querySelector(".langdu") ?? document.documentElement;
  return Object.entries(settings)
    .filter(([name, value]) => (root.getAttribute(`data-${name}`) ?? defaults[name]) !== value)
    .map(([name, value]) => `the page does not take ${name}=${value}`);
}"""


def check_pages(browser: Browser, material: Material, report: Report) -> None:
    """Look at all pages."""
    pages = material.pages()
    for number, state in enumerate(covering(_MANY)):
        _look(browser, pages, report, state, walk=number % _WALK_EVERY == 0)
    for state in _plain(pages):
        # hundreds of hostile links: walking over them tells nothing
        walk = not state.page.startswith("hostile")
        # what axe sees of a page is the same in the dark, but for colours, which our own check sees
        _look(browser, pages, report, state, walk=walk, by_axe=state.scheme == "light")
    for name in _MANY:
        state = State(name)
        with visit(browser, pages[name], state) as seen:
            for check, find in ONCE.items():
                report.add(check, name, find(seen.page))
            report.add("console", f"{name} after all functions", seen.watch.errors)
            report.add("network", f"{name} after all functions", seen.watch.requests)


def _plain(names: Iterable[str]) -> Iterable[State]:
    """Each page as a reader first meets it: light on a desk, dark on a phone."""
    for name in names:
        yield State(name)
        yield State(name, screen=SCREENS[1], scheme="dark")


def _look(
    browser: Browser,
    pages: Mapping[str, Path],
    report: Report,
    state: State,
    *,
    walk: bool,
    by_axe: bool = True,
) -> None:
    with visit(browser, pages[state.page], state) as seen:
        report.add("settings", str(state), not_taken(seen.page, state))
        if state.reading:
            read(seen.page)
        if by_axe:
            result = axe.look(seen.page)
            report.add("axe", str(state), result.findings)
            report.undecided(result.undecided)
        judge(seen, report, str(state), walk=walk)


def not_taken(page: Page, state: State) -> list[str]:
    """The settings of ``state`` that the page has not."""
    defaults = {name: values[0] for name, values in SETTINGS.items()}
    return list(page.evaluate(_NOT_SET, [dict(state.settings), defaults]))


def read(page: Page) -> None:
    """Read until a sentence is marked, then pause, so that it stays marked."""
    button = page.locator("button[data-do=read]")
    button.press("Enter")
    page.locator(".now").first.wait_for(state="attached")
    root = page.locator("[data-reading]")
    if root.get_attribute("data-reading") == "on":
        page.locator("button[data-do=pause]").press("Enter")
    page.locator("[data-reading=paused]").wait_for(state="attached")


def judge(seen: Visit, report: Report, where: str, *, walk: bool) -> None:
    """Our own checks of a page as it is now."""
    checks = {**ALWAYS, **SOMETIMES} if walk else dict(ALWAYS)
    if where.startswith("hostile"):  # its text is in the language of no page
        del checks["languages"]
    for name, find in checks.items():
        report.add(name, where, find(seen.page))
    report.add("console", where, seen.watch.errors)
    report.add("network", where, (f"asks for {url}" for url in seen.watch.requests))
    report.add("dialogs", where, seen.watch.dialogs)
