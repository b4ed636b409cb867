"""Targets of 44 by 44 pixels (WCAG 2.5.5), 60 in the elder layout; links in sentences are free."""

from typing import Final

from playwright.sync_api import Page

_FIND: Final = r"""() => {
  const wanted = document.documentElement.dataset.layout === "elder" ? 60 : 44;
  const controls = "a[href], button, input, select, textarea, summary, audio, [role=button]";
  const inSentence = (element) => {
    if (getComputedStyle(element).display !== "inline") return false;
    const block = element.closest("p, li, dd, td, th, figcaption, caption, h1, h2, h3, h4, h5, h6");
    return Boolean(block) && (element.closest(".s, sup") ||
      element.matches(".flag") || block.textContent.trim() !== element.textContent.trim());
  };
  return [...document.querySelectorAll(controls)]
    .filter((element) => look.visible(element) && !inSentence(element))
    .filter((element) => !element.matches(".skip:not(:focus)"))
    .map((element) => [element, element.getBoundingClientRect()])
    .filter(([, box]) => box.width < wanted - 0.5 || box.height < wanted - 0.5)
    .map(([element, box]) => `${look.path(element)} is ${box.width.toFixed(0)} by ` +
      `${box.height.toFixed(0)} pixels, less than ${wanted}`);
}"""


def find(page: Page) -> list[str]:
    """Controls that a finger misses."""
    return list(page.evaluate(_FIND))
