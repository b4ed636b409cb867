// The settings: their values, the first of which is the default; remembered, and shown to the
// style sheet as attributes of the page's root.
import { emit } from "./hub.js";
import { recall, remember } from "./storage.js";

const CHOICES = {
  theme: ["auto", "light", "dark", "sepia", "contrast", "yellow", "blue"],
  size: [100, 110, 125, 150, 175, 200, 250, 300, 350, 400],
  line: ["normal", "loose", "looser"],
  letter: ["normal", "wide", "wider"],
  width: ["normal", "narrow", "wide", "full"],
  font: ["auto", "serif", "sans", "legible"],
  layout: ["standard", "elder"],
  only: ["off", "on"],
  guide: ["off", "line", "mask", "cross"],
  pointer: ["normal", "large"],
  captions: ["off", "on"],
  "caption-script": ["same", "traditional", "pinyin", "kana"],
  ruby: ["off", "demand", "all"],
  bilingual: ["off", "side", "under", "demand"],
  highlight: ["on", "off"],
  follow: ["on", "off"],
  flags: ["on", "off"],
  voice: ["on", "off"],
  speed: [1, 0.5, 0.75, 1.25, 1.5, 1.75, 2, 2.5, 3],
  pause: ["off", "on"],
  point: ["off", "on"],
  keys: ["on", "off"],
};
// No choice among a few: the other language of the bilingual view, and the keys that were changed.
const OPEN = { other: "", keymap: {} };

export const settings = {};

function defaultOf(name) {
  return name in OPEN ? OPEN[name] : CHOICES[name][0];
}

function known(name, value) {
  if (name === "other") return typeof value === "string";
  if (name !== "keymap") return CHOICES[name].includes(value);
  return value instanceof Object && Object.values(value).every((key) => typeof key === "string");
}

function showSetting(root, name) {
  const value = settings[name];
  if (value === defaultOf(name) || typeof value === "object") root.removeAttribute(`data-${name}`);
  else root.setAttribute(`data-${name}`, value);
  if (typeof value === "number") root.style.setProperty(`--${name}`, value);
}

// Of a page its root; of a part of somebody else's page the element that holds it.
export function rootElement() {
  return document.querySelector(".langdu") ?? document.documentElement;
}

// Where captions, guides and messages are put: over the page, within what the style sheet knows.
export function layer() {
  return rootElement() === document.documentElement ? document.body : rootElement();
}

export function applySettings() {
  const saved = recall("settings") ?? {};
  for (const name of [...Object.keys(CHOICES), ...Object.keys(OPEN)]) {
    settings[name] = Object.hasOwn(saved, name) && known(name, saved[name]) ? saved[name] : defaultOf(name);
    showSetting(rootElement(), name);
  }
}

export function set(name, value) {
  if (!known(name, value)) return;
  settings[name] = value;
  showSetting(rootElement(), name);
  const changed = Object.entries(settings).filter(([key, now]) => now !== defaultOf(key));
  remember("settings", Object.fromEntries(changed));
  emit("setting", name);
}

export function toggle(name) {
  const [first, second] = CHOICES[name];
  set(name, settings[name] === first ? second : first);
}

// The next larger or smaller number; at its end a setting stays.
export function step(name, by) {
  const values = [...CHOICES[name]].sort((a, b) => a - b);
  set(name, values[values.indexOf(settings[name]) + by] ?? settings[name]);
}

export function resetSettings() {
  applySettings();
  for (const name of Object.keys(settings)) emit("setting", name);
}
