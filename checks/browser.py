"""Chromium, and a page opened in it in a state, with an eye on what it must not do."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, sync_playwright

from checks.programs import chromium
from checks.states import STORE, State

_ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--mute-audio",
)
#: What the checks in the pages share.
_COMMON: Final = Path(__file__).parent / "common.js"
#: Generous: CI's machine is slow and loaded.
PATIENCE: Final = 60_000.0


@dataclass(slots=True)
class Watch:
    """What a page did that it must not: errors in its console, dialogs, requests to elsewhere."""

    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Visit:
    """An opened page and what it did so far."""

    page: Page
    watch: Watch


@contextmanager
def browser() -> Iterator[Browser]:
    """Debian's Chromium, headless."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=chromium(), args=list(_ARGUMENTS), timeout=PATIENCE
        )
        try:
            yield opened
        finally:
            opened.close()


@contextmanager
def visit(browser: Browser, file: Path, state: State, *, script: bool = True) -> Iterator[Visit]:
    """``file`` from the disk in a browser of its own, in ``state``; its folder is all it may read.

    ``state.page`` is not looked at. A state with ``reading`` is entered by whoever needs it.
    """
    width, height = state.screen
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if state.scheme == "dark" else "light",
        forced_colors="active" if state.forced == "active" else "none",
        java_script_enabled=script,
    )
    context.set_default_timeout(PATIENCE)
    try:
        if script:
            context.add_init_script(path=_COMMON)
            context.add_init_script(_remember(state))
        page = context.new_page()
        watch = Watch()
        _look(page, watch, _site(file))
        page.goto(file.resolve().as_uri(), wait_until="load")
        yield Visit(page, watch)
    finally:
        context.close()


def _remember(state: State) -> str:
    # an empty page has no store: there it would throw. What a page changes later must stay.
    put = f"localStorage.setItem({STORE!r}, {state.stored!r})"
    return f"try {{ if (localStorage.getItem({STORE!r}) === null) {put}; }} catch (error) {{ }}"


def _site(file: Path) -> Path:
    """The published folder that a page is in: the parent of its language's folder."""
    folder = file.resolve().parent
    return folder if (folder / "assets").is_dir() else folder.parent


def _look(page: Page, watch: Watch, folder: Path) -> None:
    def console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            watch.errors.append(message.text)

    def request(asked: Request) -> None:
        if not _inside(asked.url, folder):
            watch.requests.append(asked.url)

    def dialog(opened: Dialog) -> None:
        watch.dialogs.append(opened.message)
        opened.dismiss()

    page.on("console", console)
    page.on("pageerror", lambda error: watch.errors.append(str(error)))
    page.on("request", request)
    page.on("dialog", dialog)


def _inside(url: str, folder: Path) -> bool:
    parts = urlsplit(url)
    if parts.scheme in ("data", "blob"):
        return True
    return parts.scheme == "file" and Path(unquote(parts.path)).resolve().is_relative_to(folder)
