"""Every function by keyboard alone (WCAG 2.1.1): Tab to its button, press it, see that it acts.

What changes may be a pressed state, a setting, the reading, a panel, a message for screen readers
or the window; nothing at all is a finding, and so is a focus that is lost.
"""

from typing import Any, Final

from playwright.sync_api import Error, Page

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

_START: Final = r"""() => {
  const press = (name) => document.querySelector(`[data-do=${name}]`).click();
  if (document.querySelector("[data-reading]")) press("stop");
  press("read");
}"""
_STOP: Final = r"""() => {
  if (document.querySelector("[data-reading]")) document.querySelector("[data-do=stop]").click();
}"""
_PAUSE: Final = r"""() => {
  const going = document.querySelector("[data-reading=on]");
  if (going) document.querySelector("[data-do=pause]").click();
}"""
_MARKED: Final = "(selector) => document.querySelector(selector)"

_TRIES: Final = 4
_PRESSES: Final = 400
_WAIT: Final = 3_000.0
#: They have work to do only while something is read, and the first sentence has none before it.
_READING: Final = frozenset("pause stop next previous next-paragraph previous-paragraph".split())


def find(page: Page) -> list[str]:
    """Functions that no key reaches or that do nothing."""
    page.evaluate(_PREPARE)
    groups: dict[str, list[str]] = page.evaluate(_NAMES)
    found: list[str] = []
    for panel, wanted in groups.items():
        done = _walk(page, panel, set(wanted), found)
        found += [
            f"Tab does not reach {name} of {panel or 'the bar'}"
            for name in wanted
            if name not in done
        ]
    return found + _keys(page)


def _keys(page: Page) -> list[str]:
    """Each key does what its button does; twice, so that a toggle is as it was."""
    found = []
    for name, key in page.evaluate(_CHORDS):
        for _ in range(2):
            _settle(page, name)
            before = page.evaluate(_SEEN)
            page.keyboard.press(key)
            if not _changed(page, before):
                found.append(f"the key {key} of {name} does nothing")
            if name == "help":
                page.keyboard.press("Escape")
    return found


def _walk(page: Page, panel: str, wanted: set[str], found: list[str]) -> set[str]:
    """Walk with Tab from the top; open ``panel`` on the way, press all ``wanted`` in it."""
    page.evaluate("() => look.top()")
    done: set[str] = set()
    opened = not panel
    for _ in range(_PRESSES):
        page.keyboard.press("Tab")
        here: dict[str, Any] | None = page.evaluate(_HERE)
        if here is None or here["main"]:
            break
        name = here["name"]
        if not opened and name == panel:
            opened = True
            found += _press(page, name, here["path"])
        elif here["panel"] == panel and name in wanted and name not in done:
            done.add(name)
            if not here["chosen"]:
                found += _press(page, name, here["path"])
            if here["toggle"]:  # and back: text only would hide what comes next
                found += _press(page, name, here["path"])
    return done


def _press(page: Page, name: str, path: str) -> list[str]:
    _settle(page, name)
    before = page.evaluate(_SEEN)
    page.keyboard.press("Enter")
    found = [] if _changed(page, before) else [f"{name} does nothing when it is pressed"]
    if name == "help":
        page.keyboard.press("Escape")
    if page.evaluate("() => look.path(document.activeElement)") != path:
        found.append(f"{name} takes the focus away from {path}")
    return found


def _changed(page: Page, before: str) -> bool:
    try:
        page.wait_for_function(f"(before) => ({_SEEN})() !== before", arg=before, timeout=_WAIT)
    except Error:
        return False
    return True


def _settle(page: Page, name: str) -> None:
    """Nothing moves by itself: what changes then is the work of the function ``name``."""
    if name == "smaller":  # nothing is smaller than the size at the beginning
        page.evaluate("() => document.querySelector('[data-do=larger]').click()")
    if name in _READING:
        _read(page)
        if name != "pause":
            page.evaluate(_PAUSE)
    else:
        page.evaluate(_STOP)


def _read(page: Page) -> None:
    """Something is being read, and it is not the first sentence.

    A short article may end while this looks: then it begins once more. Where it cannot be, what is
    pressed next does nothing, which is a finding.
    """
    for _ in range(_TRIES):
        page.evaluate(_START)
        try:
            page.wait_for_function(_MARKED, arg="main .now", timeout=_WAIT)
            page.evaluate("() => document.querySelector('[data-do=next-paragraph]').click()")
            page.wait_for_function(_MARKED, arg="main .now:not(#title)", timeout=_WAIT)
            return
        except Error:
            continue
