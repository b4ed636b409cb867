// The help: what there is, and which keys do it; here they are changed.
import { shownChord } from "./chords.js";
import { on } from "./hub.js";
import { layer } from "./settings.js";
import { actionsWithButtons, keyOf, setKey, waitForKey } from "./keys.js";
import { lodge, say, toolbar, words } from "./messages.js";

function dialog() {
  return toolbar().querySelector("dialog");
}

export function toggleHelp() {
  if (closeHelp()) return;
  list();
  dialog().showModal();
  lodge(dialog());
}

export function closeHelp() {
  const shown = document.querySelector("dialog[open]");
  shown?.close();
  return !!shown;
}

function cell(name, ...contents) {
  const element = document.createElement(name);
  element.append(...contents);
  return element;
}

function row(action) {
  const label = toolbar().querySelector(`[data-do="${action}"]`).textContent.trim();
  const head = cell("th", label);
  head.scope = "row";
  const key = keyOf(action);
  const change = cell("button", words("change"));
  change.type = "button";
  change.dataset.change = action;
  change.setAttribute("aria-label", `${words("change")}: ${label}`);
  return cell("tr", head, cell("td", key ? cell("kbd", shownChord(key)) : words("no_key")), cell("td", change));
}

function list() {
  const actions = actionsWithButtons().filter((action) => action !== "close" && labelled(action));
  const titles = ["function", "key", "change"].map((name) => cell("th", words(name)));
  for (const title of titles) title.scope = "col";
  const table = dialog().querySelector("table");
  table.replaceChildren(cell("thead", cell("tr", ...titles)), cell("tbody", ...actions.map(row)));
}

function labelled(action) {
  return toolbar().querySelector(`[data-do="${action}"]:not([hidden])`);
}

function change(button) {
  say(words("press_key"), { stays: true });
  button.setAttribute("aria-pressed", "true");
  waitForKey((chord) => {
    const { change: action } = button.dataset;
    if (chord !== null) setKey(action, chord);
    list();
    dialog().querySelector(`[data-change="${action}"]`).focus();
    say(chord === null ? words("key_kept") : words("key_is", shownChord(chord) || words("no_key")));
  });
}

export function openHelp() {
  addEventListener("click", ({ target }) => {
    const button = target.closest("[data-change]");
    if (button) change(button);
  });
  document.addEventListener("close", ({ target }) => target.matches("dialog") && leave(), true);
  on("setting", (name) => name === "keymap" && document.querySelector("dialog[open]") && list());
}

function leave() {
  waitForKey(null);
  lodge(layer());
}
