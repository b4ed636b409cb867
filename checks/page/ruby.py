"""Readings (WCAG 3.1.6): every ``rt`` between two ``rp``, and no reading that is empty."""

from typing import Final

from playwright.sync_api import Page

_FIND: Final = r"""() => [...document.querySelectorAll("rt")].flatMap((reading) => {
  const found = [];
  const { previousElementSibling: before, nextElementSibling: after } = reading;
  if (!before?.matches("rp") || !after?.matches("rp")) {
    found.push(`a reading without rp in ${look.path(reading.parentElement)}`);
  }
  if (!reading.textContent.trim()) found.push(`an empty reading in ${look.path(reading)}`);
  if (reading.parentElement.parentElement?.closest("ruby")) {
    found.push(`ruby in ruby in ${look.path(reading)}`);
  }
  return found;
})"""


def find(page: Page) -> list[str]:
    """Readings that a browser without ruby would run into the text."""
    return list(page.evaluate(_FIND))
