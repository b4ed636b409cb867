"""Text spacing (WCAG 1.4.12): with a reader's own spacing no text is cut off or covered."""

from typing import Final

from playwright.sync_api import Page

from checks.page import reflow

_APPLY: Final = r"""() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: .12em !important; }
    * { word-spacing: .16em !important; }
    p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
_UNDO: Final = "() => { document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1); }"
_FIND: Final = r"""() => [...document.querySelectorAll("body *")]
  .filter((element) => look.visible(element) && look.texts(element).length)
  .filter((element) => {
    const style = getComputedStyle(element);
    const cut = (way) => ["hidden", "clip"].includes(way);
    if (element.clientWidth <= 1) return false; // for screen readers only
    return (cut(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (cut(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
  })
  .map((element) => `${look.path(element)} is cut off`)"""


def find(page: Page) -> list[str]:
    """Texts that a reader's own spacing hides."""
    page.evaluate(_APPLY)
    try:
        return [*page.evaluate(_FIND), *reflow.find(page)]
    finally:
        page.evaluate(_UNDO)
