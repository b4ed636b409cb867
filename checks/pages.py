"""Every page in a browser: our own checks and axe, in states that let every two settings meet."""

from collections.abc import Callable, Iterable
from typing import Final

from playwright.sync_api import Browser, Page

from checks import axe
from checks.browser import Visit, visit
from checks.finding import Report
from checks.material import Material
from checks.page import ALWAYS, SOMETIMES
from checks.states import SCREENS, State, covering

#: The pages that are looked at in all states: five languages, articles of both kinds.
_MANY: Final = ("blocks/zh", "demo/en", "blocks/ja", "demo/ko", "blocks/ru")
#: Every so many states, a walk with Tab and a reader's own spacing too.
_WALK_EVERY: Final = 4

Enter = Callable[[Page], None]


def check_pages(browser: Browser, material: Material, report: Report, enter: Enter) -> None:
    """Look at all pages; ``enter`` brings a page to reading."""
    for number, state in enumerate(covering(_MANY)):
        _look(browser, material, report, state, enter, walk=number % _WALK_EVERY == 0)
    for state in _plain(material.pages()):
        _look(browser, material, report, state, enter, walk=state.screen == SCREENS[0])
    for name in _MANY:
        with visit(browser, material.page(name), State(name), script=False) as bare:
            bare.page.evaluate(COMMON)


def _plain(names: Iterable[str]) -> Iterable[State]:
    """Each page as a reader first meets it, on a desk and on a phone, light and dark."""
    for name in names:
        yield State(name)
        yield State(name, screen=SCREENS[1], scheme="dark")


def _look(
    browser: Browser, material: Material, report: Report, state: State, enter: Enter, *, walk: bool
) -> None:
    with visit(browser, material.page(state.page), state) as seen:
        if state.reading:
            enter(seen.page)
        judge(seen, report, str(state), walk=walk)


def judge(seen: Visit, report: Report, where: str, *, walk: bool) -> None:
    """All checks of a page as it is now."""
    result = axe.look(seen.page)
    report.add("axe", where, result.findings)
    report.undecided(result.undecided)
    checks = {**ALWAYS, **SOMETIMES} if walk else ALWAYS
    for name, find in checks.items():
        report.add(name, where, find(seen.page))
    report.add("console", where, seen.watch.errors)
    report.add("network", where, (f"asks for {url}" for url in seen.watch.requests))
    report.add("dialogs", where, seen.watch.dialogs)
