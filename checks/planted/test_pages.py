"""Every check of pages finds the defect that is planted for it, and nothing without it."""

from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from checks import axe
from checks.browser import Visit, visit
from checks.page import ALWAYS, SOMETIMES, functions
from checks.planted.defects import AXE, OWN, Defect
from checks.states import State

_CHECKS = {**ALWAYS, **SOMETIMES}


def _open_page(chromium: Browser, site: Path) -> AbstractContextManager[Visit]:
    return visit(chromium, site / "zh" / "index.html", State("planted"))


def _findings(seen: Visit, defect: Defect) -> list[str]:
    if defect.check == "axe":
        return list(axe.look(seen.page).findings)
    if defect.check in _CHECKS:
        return _CHECKS[defect.check](seen.page)
    seen.page.wait_for_timeout(100)
    watch = seen.watch
    return {"console": watch.errors, "network": watch.requests, "dialogs": watch.dialogs}[
        defect.check
    ]


@pytest.mark.parametrize("defect", [*OWN, *AXE], ids=lambda defect: defect.name)
def test_a_planted_defect_is_found(chromium: Browser, site: Path, defect: Defect) -> None:
    with _open_page(chromium, site) as seen:
        seen.page.evaluate(f"() => {{ {defect.plant} }}")
        found = _findings(seen, defect)
    assert any(defect.says in text for text in found), found


def test_functions_that_do_nothing_and_that_no_key_reaches(chromium: Browser, site: Path) -> None:
    with _open_page(chromium, site) as seen:
        seen.page.evaluate(
            """() => {
              document.querySelector("[data-do=larger]").tabIndex = -1;
              addEventListener("click", (event) => {
                if (event.target.closest("[data-do=theme]")) event.stopImmediatePropagation();
              }, true);
              addEventListener("keydown", (event) => {
                if (event.altKey && event.code === "KeyT") event.stopImmediatePropagation();
              }, true);
            }"""
        )
        # what waits is planted; that slower functions might be found too does no harm here
        found = " ".join(functions.find(seen.page, wait=1_000.0))
    assert "Tab does not reach larger" in found
    assert "theme does nothing" in found
    assert "the key Alt+T of only does nothing" in found


def test_every_check_has_a_planted_defect() -> None:
    planted = {defect.check for defect in OWN}
    assert planted == {*_CHECKS, "console", "network", "dialogs"}


def test_nothing_is_found_where_nothing_is_planted(chromium: Browser, site: Path) -> None:
    with _open_page(chromium, site) as seen:
        found = {name: find(seen.page) for name, find in _CHECKS.items()}
        found["axe"] = list(axe.look(seen.page).findings)
    assert {name: lines for name, lines in found.items() if lines} == {}
