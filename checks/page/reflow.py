"""Reflow (WCAG 1.4.10): a narrow window scrolls in one direction only; nothing is cut off.

Tables and code may scroll in a frame of their own.
"""

from typing import Final

from playwright.sync_api import Page

_FIND: Final = r"""() => {
  const root = document.documentElement, wide = root.clientWidth, found = [];
  if (root.scrollWidth > wide + 1) {
    found.push(`the page is ${root.scrollWidth} pixels wide in a window of ${wide}`);
  }
  const held = (element) => {
    for (let node = element; node && node !== document.body; node = node.parentElement) {
      if (["auto", "scroll"].includes(getComputedStyle(node).overflowX)) return true;
    }
    return false;
  };
  for (const node of look.texts()) {
    const element = node.parentElement;
    if (held(element) || element.closest(".skip, rp")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width > 2 && (box.right > wide + 1 || box.left < -1)) {
        found.push(`${look.path(element)} reaches from ${box.left.toFixed(0)} to ` +
          `${box.right.toFixed(0)} pixels in a window of ${wide}`);
        break;
      }
    }
  }
  return found.slice(0, 10);
}"""


def find(page: Page) -> list[str]:
    """Texts that lie outside the window."""
    return list(page.evaluate(_FIND))
