"""The article that carries every hostile pattern: nothing of it may run, load or lead away.

``alert`` is a canary: it exists in every frame and tells the check. :func:`raw` shows that it would
sing: the same patterns, put into a page as they are.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page, Request

from checks.browser import PATIENCE

NAME: Final = "hostile text"
_SCHEMES: Final = ("http:", "https:", "mailto:", "file:")
_UNSAFE: Final = r"""() => {
  const found = [];
  for (const name of ["href", "src", "action", "formaction", "data", "poster", "srcset"]) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      const value = element.getAttribute(name).trim();
      if (value.startsWith("#") || value.startsWith("data:,")) continue;
      const url = new URL(value, document.baseURI);
      found.push([element.localName, name, url.protocol, url.href]);
    }
  }
  return found;
}"""
#: The words of both languages, the readings over them and the captions are put into the page.
_UNFOLD: Final = r"""async () => {
  const found = [];
  const press = (selector) => document.querySelector(selector)?.click();
  const comes = async (selector) => {
    const end = performance.now() + 20000;
    while (!document.querySelector(selector)) {
      if (performance.now() > end) return found.push(`${selector} does not come`);
      await new Promise((go) => setTimeout(go, 10));
    }
  };
  if (!document.querySelector(".tools:not([hidden])")) return found;
  press("[data-do=captions]");
  press("[data-set=bilingual][data-value=under]");
  if (document.querySelector("nav a[hreflang]")) await comes(".other");
  press("[data-set=ruby][data-value=all]");
  document.getElementById("z1.s1")?.scrollIntoView(); // readings come into what is in sight
  document.querySelector('[id="zh:z1.s1"]')?.scrollIntoView();
  if (document.querySelector("[data-set=ruby]")) await comes("ruby.r");
  press("[data-do=next]");
  return found;
}"""
#: What a reader may do to every part of the page.
_TOUCH: Final = r"""() => {
  for (const element of document.querySelectorAll("body *")) {
    for (const kind of ["mouseover", "pointerenter", "focus", "toggle", "animationstart"]) {
      element.dispatchEvent(new Event(kind, { bubbles: true }));
    }
  }
}"""

_TURNS: Final = r"""async () => {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
  await new Promise((done) => requestIdleCallback(done));
}"""


class Cage:
    """A page with the canary in it, and all that it tried."""

    def __init__(self, browser: Browser) -> None:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.set_default_timeout(PATIENCE)
        self.page: Page = context.new_page()
        self.sung: list[str] = []
        self.asked: list[str] = []
        context.expose_binding("alert", lambda source, said=None: self.sung.append(str(said)))
        context.on("request", self._request)

    def _request(self, request: Request) -> None:
        self.asked.append(request.url)

    def close(self) -> None:
        """The end of the page and its context."""
        self.page.context.close()


def look(browser: Browser, page: Path) -> list[str]:
    """What the published page ``page`` did or would do that it must not."""
    cage = Cage(browser)
    try:
        address = page.resolve().as_uri()
        cage.page.goto(address, wait_until="load")
        missing: list[str] = cage.page.evaluate(_UNFOLD)
        cage.page.evaluate(_TOUCH)
        links: list[tuple[str, str, str, str]] = cage.page.evaluate(_UNSAFE)
        settle(cage.page)
        found = missing + [f"the canary sang {text!r}" for text in cage.sung]
        found += _elsewhere(cage.asked, page)
        if cage.page.url != address:
            found.append(f"the page went to {cage.page.url}")
        for element, name, scheme, url in links:
            if scheme == "data:" and element in ("img", "audio"):
                continue  # a single file carries its pictures and sound; no program is in them
            if scheme not in _SCHEMES:
                found.append(f"{element} {name} has the scheme {scheme}")
            if element != "a" and element != "link" and not _inside(url, page):
                found.append(f"{element} {name} loads {url}")
        return found
    finally:
        cage.close()


def raw(browser: Browser, patterns: Iterable[str]) -> list[str]:
    """The patterns that run, or ask for something elsewhere, in a page that lets them."""
    sang: list[str] = []
    cage = Cage(browser)
    # nothing leaves this machine: what asks is answered here
    cage.page.context.route("http://**/*", lambda route: route.abort())
    try:
        for pattern in patterns:
            cage.sung.clear()
            cage.asked.clear()
            cage.page.goto("about:blank")
            cage.page.set_content(f"<!DOCTYPE html><body>{pattern}", wait_until="load")
            settle(cage.page)
            if cage.sung or any("evil.example" in url for url in cage.asked):
                sang.append(pattern)
        return sang
    finally:
        cage.close()


def settle(page: Page) -> None:
    """Wait until what a page has begun, as failing to load a picture, has happened.

    Frames and turns of the page's own loop, and no time: a slow machine takes longer over them.
    """
    page.wait_for_function(
        "() => [...document.images].every((image) => image.complete || image.loading === 'lazy')"
    )
    page.evaluate(_TURNS)


def _elsewhere(asked: Iterable[str], page: Path) -> list[str]:
    return [f"it asks for {url}" for url in asked if not _inside(url, page)]


def _inside(url: str, page: Path) -> bool:
    folder = page.resolve().parent.parent.as_uri()
    return url.startswith((f"{folder}/", "data:"))
