"""A walk with Tab (WCAG 2.1.1, 2.1.2, 2.4.7, 2.4.12, 2.4.13).

Every control is reached, none holds the focus, each is in the window and uncovered when it has the
focus, and a ring of two pixels or more shows it.
"""

from typing import Any, Final

from playwright.sync_api import Page

_STOPS: Final = r"""() => [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, audio[controls], [tabindex]"
  )]
  .filter((element) => element.tabIndex >= 0 && !element.disabled && look.visible(element))
  .map((element, index) => { element.lookStop = index; return look.path(element); })"""

_HERE: Final = r"""() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const behind = look.ground(element.parentElement);
  const drawn = look.over(look.colour(style.outlineColor), behind);
  const clear = style.outlineStyle === "auto" || look.contrast(drawn, behind) >= 3;
  const boxes = [...element.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
  const problems = [];
  if (!ring || !clear) problems.push("shows no focus ring that one sees");
  if (!boxes.length) problems.push("has the focus and no place in the window");
  else {
    const box = boxes[0];
    const high = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
    if (high < Math.min(box.height, innerHeight) * 0.5) {
      problems.push("has the focus outside of the window");
    } else {
      // of what is too tall to be seen whole, a beginning in sight is enough
      const tall = box.height > innerHeight / 2;
      const spots = tall ? [[0.5, 0.2]] : [[0.5, 0.5], [0.1, 0.1], [0.9, 0.9]];
      const points = spots.map(([x, y]) => [
        box.left + box.width * x,
        Math.min(Math.max(box.top, 0) + high * y, innerHeight - 1),
      ]);
      for (const [x, y] of points) {
        const top = document.elementFromPoint(x, y);
        if (top && !element.contains(top) && !top.contains(element)) {
          problems.push(`has the focus under ${look.path(top)}`);
          break;
        }
      }
    }
  }
  return { stop: element.lookStop ?? -1, path: look.path(element), problems };
}"""

#: A player has several stops of its own inside.
_STAYS: Final = 12


def find(page: Page) -> list[str]:
    """Stops that are missed, hidden or unmarked, and traps."""
    page.evaluate("() => look.top()")
    stops: list[str] = page.evaluate(_STOPS)
    found: list[str] = []
    seen: list[int] = []
    stays = 0
    for _ in range(len(stops) * 2 + 4 * _STAYS):
        page.keyboard.press("Tab")
        here: dict[str, Any] | None = page.evaluate(_HERE)
        if here is None:  # past the last one
            break
        if seen and here["stop"] == seen[-1]:
            stays += 1
            if stays > _STAYS:
                return [*found, f"{here['path']} holds the focus: Tab does not leave it"]
            continue
        stays = 0
        if here["stop"] in seen:  # round once
            break
        seen.append(here["stop"])
        found += [f"{here['path']} {problem}" for problem in here["problems"]]
    missed = [path for index, path in enumerate(stops) if index not in seen]
    return found + [f"Tab does not reach {path}" for path in missed]
