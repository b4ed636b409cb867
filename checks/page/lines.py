"""Lines of text (WCAG 1.4.8): height, justification, length and the gap between paragraphs."""

from typing import Final

from playwright.sync_api import Page

_FIND: Final = r"""() => {
  const chosen = document.documentElement.dataset;
  const blocks = [...document.querySelectorAll(
    "main p, main li, main dd, main td, main th, main figcaption, main blockquote, main caption"
  )].filter((element) => look.visible(element) && look.texts(element).length);
  const found = [];
  for (const element of blocks) {
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const height = style.lineHeight === "normal" ? 1.15 : parseFloat(style.lineHeight) / size;
    if (height < 1.495) {
      found.push(`${look.path(element)}: the line height is ${height.toFixed(2)}, less than 1.5`);
    }
  }
  for (const element of document.querySelectorAll("body, body *")) {
    if (getComputedStyle(element).textAlign.includes("justify") && look.visible(element)) {
      found.push(`${look.path(element)} is justified`);
    }
  }
  for (const element of document.querySelectorAll("article p")) {
    if (!look.visible(element)) continue;
    if (element.closest("table, li, figure, [role], dl, dialog")) continue;
    const next = element.nextElementSibling;
    const style = getComputedStyle(element);
    if (next?.matches("p") && look.visible(next) && !element.classList.contains("other")) {
      const gap = next.getBoundingClientRect().top - element.getBoundingClientRect().bottom;
      // 1.5 lines; a fraction of a pixel is rounding
      if (gap < 1.5 * parseFloat(style.lineHeight) - 1) {
        found.push(`${look.path(element)}: only ${gap.toFixed(0)} px to the next paragraph`);
      }
    }
  }
  if (!["wide", "full"].includes(chosen.width)) {
    for (const element of blocks.filter((each) => each.matches("p"))) {
      const size = parseFloat(getComputedStyle(element).fontSize);
      const wide = element.clientWidth / size;
      const tag = look.language(element).split("-")[0];
      if (["zh", "ja", "ko"].includes(tag) && wide > 40.5 &&
          /[\p{Script=Han}\p{Script=Hangul}]/u.test(element.textContent)) {
        found.push(`${look.path(element)}: a line holds ${wide.toFixed(0)} characters`);
      }
    }
  }
  return found;
}"""


def find(page: Page) -> list[str]:
    """Texts whose lines are hard to follow."""
    return list(page.evaluate(_FIND))
