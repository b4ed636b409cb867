"""Sound starts only when a reader asks for it (WCAG 1.4.2), and has controls of its own."""

from typing import Final

from playwright.sync_api import Page

_FIND: Final = r"""() => [...document.querySelectorAll("audio, video")].flatMap((media) => {
  const found = [];
  if (media.autoplay) found.push(`${look.path(media)} plays by itself`);
  if (!media.controls) found.push(`${look.path(media)} has no controls`);
  return found;
})"""


def find(page: Page) -> list[str]:
    """Sound that nobody asked for."""
    return list(page.evaluate(_FIND))
