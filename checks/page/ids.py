"""Ids that are there twice: labels, links and the places of sentences lead to the first only."""

from typing import Final

from playwright.sync_api import Page

_FIND: Final = r"""() => {
  const seen = new Set(), found = new Set();
  for (const { id } of document.querySelectorAll("[id]")) {
    if (seen.has(id)) found.add(`the id ${JSON.stringify(id)} is there twice`);
    seen.add(id);
  }
  return [...found];
}"""


def find(page: Page) -> list[str]:
    """Repeated ids."""
    return list(page.evaluate(_FIND))
