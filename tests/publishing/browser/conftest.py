"""Behaviour of the published page in a real Chromium, through Playwright.

Runs only where the environment variable ``LANGDU_BROWSER`` names a Chromium.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.publishing.browser.server import serving
from tests.publishing.browser.site import publish_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_BROWSER = os.environ.get("LANGDU_BROWSER", "")
_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --autoplay-policy=no-user-gesture-required"
)

if not _BROWSER:
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=_BROWSER, args=_FLAGS.split())
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five editions, those in Chinese and English with sound; do not change it."""
    return publish_site(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of the site on a server."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def address(site: Path) -> str:
    """Where the site is: on a disk, where browsers forbid most."""
    return site.as_uri()


@pytest.fixture(params=["disk", "server"])
def anywhere(request: pytest.FixtureRequest, address: str, served: str) -> str:
    """Both places, for what could differ there."""
    return address if request.param == "disk" else served


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a new browser; whatever it complains about fails the test."""
    context = browser.new_context(viewport={"width": 1000, "height": 720})
    context.set_default_timeout(90_000)  # of a machine that is busy
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on(
        "console",
        lambda message: complaints.append(message.text) if message.type == "error" else None,
    )
    yield opened
    context.close()
    assert complaints == []
