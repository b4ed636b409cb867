// The keys of the functions: their own ones, those that the reader chose instead, or none.
import { isAction, run } from "./actions.js";
import { chordOf, shownChord } from "./chords.js";
import { on } from "./hub.js";
import { set, settings } from "./settings.js";

// What moves through a page must not be taken away from it.
const TAKEN = /^(Shift\+)?(Tab|Enter| )$/;
// The function that waits for its new key, and what is to be done then.
const keys = { waiting: null };

function defaultOfAction(action) {
  return document.querySelector(`[data-do="${action}"][data-key]`)?.dataset.key ?? "";
}

export function keyOf(action) {
  return settings.keymap[action] ?? defaultOfAction(action);
}

export function actionsWithButtons() {
  const names = [...document.querySelectorAll(".tools [data-do]")].map((button) => button.dataset.do);
  return [...new Set(names)];
}

// Gives a function a key, and takes it from the function that had it. An empty one: no key.
export function setKey(action, chord) {
  const others = actionsWithButtons().filter((other) => chord && other !== action && keyOf(other) === chord);
  const taken = Object.fromEntries(others.map((other) => [other, ""]));
  set("keymap", { ...settings.keymap, ...taken, [action]: chord });
}

// Hands the next key to `then`: its chord, "" for none, or null where it was called off.
export function waitForKey(then) {
  keys.waiting = then;
}

function capture(event) {
  const chord = chordOf(event);
  if (!chord || TAKEN.test(chord)) return;
  const then = keys.waiting;
  keys.waiting = null;
  event.preventDefault();
  if (chord === "Escape") then(null);
  else then(["Delete", "Backspace"].includes(chord) ? "" : chord);
}

function onKeyDown(event) {
  if (keys.waiting) return capture(event);
  const chord = chordOf(event);
  if (chord === "Escape") return run("close");
  if (!chord || settings.keys === "off") return;
  const action = actionsWithButtons().find((name) => keyOf(name) === chord);
  if (!action || !isAction(action)) return;
  event.preventDefault();
  run(action, { byKey: true });
}

// Buttons say which key does the same.
function showKeys() {
  for (const button of document.querySelectorAll(".tools [data-do]")) {
    const key = settings.keys === "on" ? keyOf(button.dataset.do) : "";
    if (key) {
      button.setAttribute("aria-keyshortcuts", key);
      button.title = `${button.textContent.trim()} (${shownChord(key)})`;
    } else {
      button.removeAttribute("aria-keyshortcuts");
      button.removeAttribute("title");
    }
  }
}

export function openKeys() {
  addEventListener("keydown", onKeyDown);
  on("setting", (name) => name.startsWith("key") && showKeys());
  showKeys();
}
