"""Every function by keyboard alone (WCAG 2.1.1): Tab to its button, press it, see that it acts.

What changes may be a pressed state, a setting, the reading, a panel, a message for screen readers
or the window; nothing at all is a finding, and so is a focus that is lost.
"""

from dataclasses import dataclass, field
from typing import Any, Final

from playwright.sync_api import Page

#: All that a function may change, in one text. Times of audio are not in it: they change alone.
_SEEN: Final = r"""() => JSON.stringify([
  Object.entries(document.documentElement.dataset).sort(),
  [...document.querySelectorAll("[aria-pressed], [aria-expanded], [aria-live], [role=status]," +
    "[role=alert], dialog, [data-panel], .panel")].map((element) => [
      element.ariaPressed, element.ariaExpanded, element.open ?? element.hidden,
      element.matches("[aria-live], [role=status], [role=alert]") ? element.textContent : "",
    ]),
  [...document.querySelectorAll(".now")].map((element) => element.id),
  [...document.querySelectorAll("audio")].map(({ paused, playbackRate, muted }) =>
    [paused, playbackRate, muted]),
  Object.entries(localStorage).sort(),
  [...document.querySelectorAll("ruby, .other")].length,
  globalThis.lookPrinted ?? 0,
  location.href,
])"""
#: A button's name, and the panel that it is in.
_NAME: Final = r"""
  const buttons = "button[data-do], button[data-set], button[data-panel]";
  const name = ({ dataset }) => dataset.panel ? `panel ${dataset.panel}` :
    dataset.do ?? `${dataset.set}=${dataset.value}`;
  const panel = (element) => {
    const id = element.closest(".panel")?.id;
    return id ? name(document.querySelector(`[aria-controls="${id}"]`)) : "";
  };
"""
_HERE: Final = f"""() => {{
  {_NAME}
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const button = element.closest(buttons);
  return {{
    path: look.path(element),
    name: button && name(button),
    panel: button && panel(button),
    chosen: button?.ariaPressed === "true" && Boolean(button.dataset.set),
    toggle: Boolean(button?.ariaPressed) && Boolean(button.dataset.do),
    main: Boolean(element.closest("main")),
  }};
}}"""
#: What ends the walk that it is in comes last, and closing is for what was opened.
_NAMES: Final = f"""() => {{
  {_NAME}
  const groups = {{}};
  for (const button of document.querySelectorAll(buttons)) {{
    if (button.hidden || button.disabled || button.closest("dialog")) continue;
    if (["reset", "close"].includes(name(button))) continue;
    (groups[panel(button)] ??= new Set()).add(name(button));
  }}
  return Object.fromEntries(Object.entries(groups).map(([key, names]) => [key, [...names]]));
}}"""
_CHORDS: Final = r"""() => [...new Map([...document.querySelectorAll("button[data-key]")]
  .filter((button) => !button.hidden && !button.disabled && !button.closest("dialog"))
  .filter(({ dataset }) => dataset.do !== "reset")
  .map(({ dataset }) => [dataset.do, dataset.key]))]"""
_PREPARE: Final = "() => { globalThis.lookPrinted = 0; globalThis.print = () => lookPrinted++; }"

#: Nothing moves by itself when a function is pressed: what changes then is its work. So reading is
#: paused, on another sentence than the first, where the function ``name`` is one of reading, and
#: stopped elsewhere. All in one script, so that no sound ends while this looks; where it cannot be,
#: what is pressed next does nothing, which is a finding. Gives what a function may change.
_SETTLE: Final = f"""async ([name, reading, tries, wait]) => {{
  const press = (action) => document.querySelector(`[data-do=${{action}}]`).click();
  const state = () => document.querySelector("[data-reading]")?.dataset.reading ?? "off";
  const comes = async (happened) => {{
    const end = performance.now() + wait;
    while (!happened() && performance.now() < end) await new Promise((go) => setTimeout(go, 5));
    return happened();
  }};
  const hold = async () => {{
    if (!(await comes(() => state() !== "off"))) return false;
    if (state() === "on") press("pause");
    return comes(() => state() === "paused");
  }};
  const read = async () => {{
    if (state() !== "off") press("stop");
    press("read");
    if (!(await hold())) return false;
    press("next-paragraph"); // it reads one sentence and pauses
    return (await comes(() => document.querySelector("main .now:not(#title)"))) && hold();
  }};
  if (name === "smaller") press("larger"); // nothing is smaller than the size at the beginning
  if (!reading) {{ if (state() !== "off") press("stop"); }}
  else for (let n = 0; n < tries && !(await read()); n++);
  return ({_SEEN})();
}}"""
#: Whether something else is seen than before, and where the focus is then.
_CHANGED: Final = f"""async ([before, wait]) => {{
  const seen = {_SEEN};
  const end = performance.now() + wait;
  while (seen() === before && performance.now() < end) await new Promise((go) => setTimeout(go, 5));
  return [seen() !== before, look.path(document.activeElement)];
}}"""

_TRIES: Final = 4
_PRESSES: Final = 400
#: Milliseconds: generous, for a function that works is done at once wherever it can be.
_WAIT: Final = 20_000.0
#: They have work to do only while something is read, and the first sentence has none before it.
_READING: Final = frozenset("pause stop next previous next-paragraph previous-paragraph".split())


def find(page: Page, wait: float = _WAIT) -> list[str]:
    """Functions that no key reaches or that do nothing within ``wait`` milliseconds."""
    page.evaluate(_PREPARE)
    groups: dict[str, list[str]] = page.evaluate(_NAMES)
    walk = Walk(page, wait)
    for panel, wanted in groups.items():
        done = walk.through(panel, set(wanted))
        walk.found += [
            f"Tab does not reach {name} of {panel or 'the bar'}"
            for name in wanted
            if name not in done
        ]
    walk.keys()
    return walk.found


@dataclass(slots=True)
class Walk:
    """A page under somebody's fingers, and what was found so far."""

    page: Page
    wait: float
    found: list[str] = field(default_factory=list)

    def through(self, panel: str, wanted: set[str]) -> set[str]:
        """Walk with Tab from the top; open ``panel`` on the way, press all ``wanted`` in it."""
        self.page.evaluate("() => look.top()")
        done: set[str] = set()
        opened = not panel
        for _ in range(_PRESSES):
            self.page.keyboard.press("Tab")
            here: dict[str, Any] | None = self.page.evaluate(_HERE)
            if here is None or here["main"] or done == wanted:
                break
            name = here["name"]
            if not opened and name == panel:
                opened = True
                self._press(name, here["path"])
            elif here["panel"] == panel and name in wanted and name not in done:
                done.add(name)
                if not here["chosen"]:
                    self._press(name, here["path"])
                if here["toggle"]:  # and back: text only would hide what comes next
                    self._press(name, here["path"])
        return done

    def keys(self) -> None:
        """Each key does what its button does; twice, so that a toggle is as it was."""
        for name, key in self.page.evaluate(_CHORDS):
            for _ in range(2):
                changed, _path = self._act(name, key)
                if not changed:
                    self.found.append(f"the key {key} of {name} does nothing")

    def _press(self, name: str, path: str) -> None:
        changed, now = self._act(name, "Enter")
        if not changed:
            self.found.append(f"{name} does nothing when it is pressed")
        if now != path:
            self.found.append(f"{name} takes the focus away from {path}")

    def _act(self, name: str, key: str) -> tuple[bool, str]:
        """Press ``key`` where nothing else moves; whether something changed, and the focus then."""
        reading = name in _READING
        before = self.page.evaluate(_SETTLE, [name, reading, _TRIES, self.wait])
        self.page.keyboard.press(key)
        changed, path = self.page.evaluate(_CHANGED, [before, self.wait])
        if name == "help":  # the dialog has the focus as long as it is there
            self.page.keyboard.press("Escape")
            path = self.page.evaluate("() => look.path(document.activeElement)")
        return changed, path
