"""Headings that only look like headings (WCAG 1.3.1): a bold line over a text, and no element."""

from typing import Final

from playwright.sync_api import Page

_FIND: Final = r"""() => {
  const quiet = "nav, header, footer, [role=note], [role=group], [role=toolbar], dialog, " +
    "figure, table, dl, li, button, label, legend, summary";
  const named = (element) =>
    element.id && document.querySelector(`[aria-labelledby~="${CSS.escape(element.id)}"]`);
  const bold = (element) => {
    const texts = look.texts(element);
    return texts.length && texts.every((node) =>
      Number(getComputedStyle(node.parentElement).fontWeight) >= 600);
  };
  return [...document.querySelectorAll("p, div")]
    .filter((element) => look.visible(element) && !element.closest(quiet) && !named(element))
    .filter((element) => !element.querySelector("p, div, ul, ol, h1, h2, h3, h4, h5, h6"))
    .filter((element) => element.textContent.trim().length <= 80 && bold(element))
    .filter((element) => element.nextElementSibling?.matches("p, ul, ol, dl, table, div, figure"))
    .map((element) => `${look.path(element)} is bold like a heading and is none`);
}"""


def find(page: Page) -> list[str]:
    """Paragraphs that stand for headings."""
    return list(page.evaluate(_FIND))
