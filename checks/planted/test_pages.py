"""Every check of pages finds the defect that is planted for it, and nothing without it."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from checks import axe
from checks.browser import Visit, visit
from checks.page import ALWAYS, SOMETIMES
from checks.planted.defects import AXE, OWN, Defect
from checks.states import State

_CHECKS = {**ALWAYS, **SOMETIMES}


def _open_page(chromium: Browser, site: Path):  # type: ignore[no-untyped-def]
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


def test_every_check_has_a_planted_defect() -> None:
    planted = {defect.check for defect in OWN}
    assert planted == {*_CHECKS, "console", "network", "dialogs"}


def test_nothing_is_found_where_nothing_is_planted(chromium: Browser, site: Path) -> None:
    with _open_page(chromium, site) as seen:
        found = {name: find(seen.page) for name, find in _CHECKS.items()}
        found["axe"] = list(axe.look(seen.page).findings)
    assert {name: lines for name, lines in found.items() if lines} == {}
