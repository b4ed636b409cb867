// What the buttons and the keys do, by the names that the toolbar's buttons carry.
import { toggleTranslation } from "./bilingual.js";
import { toggleHelp, closeHelp } from "./help.js";
import { quiet, say, toolbar, words } from "./messages.js";
import { closePanel } from "./panels.js";
import { chosen } from "./point.js";
import { isReading, moveParagraph, moveSentence, stopReading, togglePause, toggleReading } from "./reading.js";
import { toggleReadings } from "./ruby.js";
import { resetSettings, set, settings, step, toggle } from "./settings.js";
import { forgetAll } from "./storage.js";

// Functions that are on or off, and functions with several values: their settings.
export const TOGGLES = {
  voice: "voice", point: "point", each: "pause", captions: "captions", highlight: "highlight",
  follow: "follow", pointer: "pointer", only: "only", layout: "layout", flags: "flags", keys: "keys",
};
const CYCLES = {
  theme: "theme", line: "line", letter: "letter", width: "width", font: "font", guide: "guide",
  script: "caption-script", bilingual: "bilingual", ruby: "ruby",
};
const ON = ["on", "elder", "large"];

const ACTIONS = {
  read: toggleReading,
  pause: togglePause,
  stop: stopReading,
  next: () => moveSentence(1),
  previous: () => moveSentence(-1),
  "next-paragraph": () => moveParagraph(1),
  "previous-paragraph": () => moveParagraph(-1),
  faster: () => stepAndSay("speed", 1, "speed_is"),
  slower: () => stepAndSay("speed", -1, "speed_is"),
  larger: () => stepAndSay("size", 1, "size_is"),
  smaller: () => stepAndSay("size", -1, "size_is"),
  translate: () => toggleTranslation(chosen()),
  readings: () => toggleReadings(chosen()),
  print: () => print(),
  help: toggleHelp,
  reset: resetAll,
  close,
};

export function isOn(setting) {
  return ON.includes(settings[setting]);
}

// Runs a function. What a key did is said: there is no button with the focus that would tell.
export function run(name, { byKey = false } = {}) {
  quiet();
  if (name in TOGGLES) toggleAndSay(name, byKey);
  else if (name in CYCLES) cycle(name);
  else ACTIONS[name]();
}

export function isAction(name) {
  return [TOGGLES, CYCLES, ACTIONS].some((table) => Object.hasOwn(table, name));
}

function labelOf(selector) {
  return toolbar().querySelector(selector)?.textContent.trim() ?? "";
}

function toggleAndSay(name, aloud) {
  toggle(TOGGLES[name]);
  if (aloud) say(`${labelOf(`[data-do="${name}"]`)}: ${words(isOn(TOGGLES[name]) ? "on" : "off")}`);
}

// The next of the values that the toolbar offers here: not every language has pinyin.
function cycle(name) {
  const setting = CYCLES[name];
  const buttons = [...toolbar().querySelectorAll(`[data-set="${setting}"]`)];
  const at = buttons.findIndex((button) => button.dataset.value === settings[setting]);
  const next = buttons[(at + 1) % buttons.length];
  if (!next) return;
  set(setting, next.dataset.value);
  say(`${labelOf(`[data-do="${name}"]`)}: ${next.textContent.trim()}`);
}

function stepAndSay(setting, by, message) {
  step(setting, by);
  say(words(message, settings[setting]));
}

function resetAll() {
  stopReading();
  forgetAll();
  resetSettings();
  closePanel();
  say(words("reset_done"));
}

// One step back: out of the help, out of a panel, out of reading.
function close() {
  if (closeHelp() || closePanel()) return;
  if (isReading()) togglePause();
}
