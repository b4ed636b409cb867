"""Contrast of 7 : 1 (WCAG 1.4.6), the heard sentence and its clause included.

axe looks at texts too, but not at the colours of a custom highlight, which the clause has.
"""

from typing import Final

from playwright.sync_api import Page

_FIND: Final = r"""() => {
  if (matchMedia("(forced-colors: active)").matches) return []; // the colours are the reader's own
  const found = [];
  const judge = (front, back, element, what) => {
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const wanted = large ? 4.5 : 7;
    const ratio = look.contrast(look.over(front, back), back);
    if (ratio < wanted - 0.005) {
      found.push(`${look.path(element)}${what}: contrast ${ratio.toFixed(2)}, not ${wanted}`);
    }
  };
  for (const node of look.texts()) {
    const element = node.parentElement;
    if (element.closest(":disabled")) continue;
    judge(look.colour(getComputedStyle(element).color), look.ground(element), element, "");
  }
  for (const element of document.querySelectorAll(".now")) {
    if (!look.visible(element)) continue;
    const style = getComputedStyle(element, "::highlight(clause)");
    const back = look.over(look.colour(style.backgroundColor), look.ground(element));
    judge(look.colour(style.color), back, element, "::highlight(clause)");
  }
  return found;
}"""


def find(page: Page) -> list[str]:
    """Texts that are too pale for their ground."""
    return list(page.evaluate(_FIND))
