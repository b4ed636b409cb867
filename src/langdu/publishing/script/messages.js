// What the reader is told: in a live region, which shows as well. The words stand in the toolbar,
// in the language of the edition.
import { page } from "./page.js";
import { layer } from "./settings.js";

const ROUTINE = 8000;
const messages = { element: null, timer: 0 };

export function openMessages() {
  const element = document.createElement("p");
  element.className = "say";
  element.setAttribute("role", "status");
  layer().append(element);
  messages.element = element;
}

export function toolbar() {
  return document.querySelector(`.tools[data-lang="${page.edition.lang}"]`) ?? document.querySelector(".tools");
}

export function words(name, value = "") {
  return toolbar().querySelector(`[data-say="${name}"]`).textContent.replace("{n}", value);
}

// Over an open dialog the message must be a part of it: the rest of the page is out of reach.
export function lodge(parent) {
  quiet();
  parent.append(messages.element);
}

// A problem stays until the reader does something else; what only confirms goes by itself.
export function say(text, { stays = false } = {}) {
  clearTimeout(messages.timer);
  messages.element.lang = toolbar().closest("[lang]").lang;
  messages.element.textContent = text;
  if (!stays) messages.timer = setTimeout(quiet, ROUTINE);
}

export function quiet() {
  messages.element.textContent = "";
}
