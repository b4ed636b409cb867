"""The content security policy: there, first, and without a hole."""

from typing import Final

from playwright.sync_api import Page

_FIND: Final = r"""() => {
  const metas = document.querySelectorAll('meta[http-equiv="Content-Security-Policy"]');
  if (metas.length !== 1) return [`${metas.length} content security policies`];
  const policy = metas[0].content, found = [];
  const holes = ["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "http:", "https:", "*"];
  for (const hole of holes) {
    if (policy.includes(hole)) found.push(`the policy allows ${hole}`);
  }
  for (const part of ["default-src 'none'", "base-uri 'none'", "form-action 'none'"]) {
    if (!policy.includes(part)) found.push(`the policy lacks ${part}`);
  }
  for (const element of document.querySelectorAll("*")) {
    for (const { name } of element.attributes) {
      if (/^on/i.test(name)) found.push(`${look.path(element)} has ${name}`);
    }
  }
  return found;
}"""


def find(page: Page) -> list[str]:
    """What the policy of a page would let through."""
    return list(page.evaluate(_FIND))
