// Sentences that one can point at, touch or go to with the keyboard: to hear them, to see them in the
// other language, or to see how they are read. One of them is in the order of the Tab key; arrows go
// on from there.
import { toggleTranslation } from "./bilingual.js";
import { on } from "./hub.js";
import { page, sentenceOf, idOf, elementOf } from "./page.js";
import { place, readFrom, setPlace } from "./reading.js";
import { toggleReadings } from "./ruby.js";
import { settings } from "./settings.js";

// How long a mouse must rest on a sentence, in milliseconds: passing over it means nothing.
const REST = 500;
const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
const point = { stop: null, timer: 0, over: null };

const points = () => settings.point === "on";
const asks = () => settings.bilingual === "demand" || settings.ruby === "demand";

function activate(element) {
  setPlace(idOf(element));
  if (settings.bilingual === "demand") toggleTranslation(element);
  if (settings.ruby === "demand") toggleReadings(element);
  if (points()) hear(element);
}

function hear(element) {
  readFrom(idOf(element), true);
}

// Makes a sentence the one that the Tab key reaches; none, where there is nothing to do there.
function reach(element) {
  point.stop?.removeAttribute("tabindex");
  point.stop = element;
  if (element) element.tabIndex = 0;
}

function refreshPointing() {
  clearTimeout(point.timer);
  if (!points() && !asks()) return reach(null);
  if (!page.order.has(point.stop)) reach(elementOf(place()) ?? page.sentences[0]);
}

function onSentenceKey(event) {
  const element = event.target;
  if (element !== point.stop || event.altKey || event.ctrlKey || event.metaKey) return;
  const to = page.sentences[page.order.get(element) + STEPS[event.key]];
  if (event.key in STEPS && to) {
    reach(to);
    to.focus();
  } else if (event.key === "Enter" || event.key === " ") activate(element);
  else return;
  event.preventDefault();
}

function onOver({ target, pointerType }) {
  const element = sentenceOf(target);
  if (element === point.over) return;
  clearTimeout(point.timer);
  point.over = element;
  if (element && points() && pointerType === "mouse") point.timer = setTimeout(hear, REST, element);
}

function onSentenceClick({ target }) {
  const element = sentenceOf(target);
  const busy = target.closest("a, button") || !getSelection().isCollapsed;
  if (!element || busy || !(points() || asks())) return;
  clearTimeout(point.timer);
  reach(element);
  activate(element);
}

// The sentence that a button means: the one with the focus, else the one that was read or chosen.
export function chosen() {
  return sentenceOf(document.activeElement) ?? elementOf(place()) ?? page.sentences[0];
}

export function openPointing() {
  on("setting", (name) => ["point", "bilingual", "ruby"].includes(name) && refreshPointing());
  on("edition", refreshPointing);
  on("sentence", (heard) => heard && point.stop && document.activeElement !== point.stop && reach(heard.element));
  addEventListener("keydown", onSentenceKey);
  addEventListener("pointerover", onOver);
  addEventListener("click", onSentenceClick);
  addEventListener("focusin", ({ target }) => {
    const element = points() && target.matches?.(":focus-visible") && sentenceOf(target);
    if (element) hear(element);
  });
  refreshPointing();
}
