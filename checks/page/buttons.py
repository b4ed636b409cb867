"""What acts as a button is one (WCAG 2.1.1, 4.1.2).

axe does not see a ``div`` with an action, nor a ``role`` of a control that no key reaches.
"""

from typing import Final

from playwright.sync_api import Page

_FIND: Final = r"""() => {
  const native = "a[href], button, input, select, textarea, summary, label, audio, video, area, " +
    "option, dialog";
  const acts = "[onclick], [onkeydown], [onmousedown], [data-do], [data-set], .button";
  const roles = "button link checkbox radio switch tab menuitem slider spinbutton option textbox";
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    if (!look.visible(element)) continue;
    const role = element.getAttribute("role");
    const control = element.closest(native);
    if (element.matches(acts) && !control && !roles.split(" ").includes(role)) {
      found.push(`${look.path(element)} acts as a button and is none`);
    }
    if (roles.split(" ").includes(role) && !control && element.tabIndex < 0
        && !element.closest("[aria-activedescendant]")) {
      found.push(`${look.path(element)} has the role ${role} and no key reaches it`);
    }
    if (!control && !role && element.tabIndex < 0
        && getComputedStyle(element).cursor === "pointer"
        && (!element.parentElement || getComputedStyle(element.parentElement).cursor !== "pointer")
        && !element.closest("[data-point=on]")) {
      found.push(`${look.path(element)} has the pointer of a link and is none`);
    }
  }
  return found;
}"""


def find(page: Page) -> list[str]:
    """Elements that pointers can use and keys cannot."""
    return list(page.evaluate(_FIND))
