"""``python -m checks.screenshots``: pictures of the main states of the demo's page, for docs/.

They are drawn from what langdu itself publishes of the examples; look at them before committing.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser

from checks.browser import browser, visit
from checks.material import publish_demo
from checks.pages import read
from checks.programs import ROOT
from checks.states import State

FOLDER: Final = ROOT / "docs" / "images"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its file, the language and state of the page, and what is pressed before."""

    name: str
    lang: str
    settings: dict[str, str] = field(default_factory=dict)
    screen: tuple[int, int] = (900, 640)
    scheme: str = "light"
    reading: bool = False
    press: tuple[str, ...] = ()


PICTURES: Final = (
    Picture("reader", "zh"),
    Picture("reader-reading", "zh", {"captions": "on"}, reading=True),
    Picture("reader-dark", "en", scheme="dark"),
    Picture("reader-bilingual", "en", {"bilingual": "side"}, reading=True),
    Picture("reader-contrast", "ru", {"theme": "yellow", "size": "200"}),
    Picture("reader-elder", "zh", {"layout": "elder"}),
    Picture("reader-ruby", "ja", {"ruby": "all", "theme": "sepia"}),
    Picture("reader-phone", "ko", screen=(360, 640)),
    Picture("reader-tools", "zh", press=("[data-panel=look]",)),
    Picture("reader-help", "en", press=("[data-do=help]",)),
)


def main() -> None:
    """Draw all of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    site = publish_demo()
    with browser() as opened:
        for picture in PICTURES:
            _draw(opened, site, picture)


def _draw(opened: Browser, site: Path, picture: Picture) -> None:
    state = State(picture.name, picture.settings, picture.screen, picture.scheme)
    with visit(opened, site / picture.lang / "index.html", state) as seen:
        if picture.reading:
            read(seen.page)
        for button in picture.press:
            seen.page.locator(button).first.press("Enter")
        seen.page.evaluate("() => document.activeElement?.blur()")
        seen.page.screenshot(path=FOLDER / f"{picture.name}.png", animations="disabled")


if __name__ == "__main__":
    main()
