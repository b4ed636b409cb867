// How words are read: pinyin or furigana over them, everywhere or where the reader asks for it.
import { emit, on } from "./hub.js";
import { say, words } from "./messages.js";
import { idOf, page, sentenceOf, textNodes, textOf } from "./page.js";
import { settings } from "./settings.js";
import { wordsOf } from "./words.js";

const OWN = "ruby.r";
const ruby = { observer: null, asked: 0 };

function node(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

// A word with its reading over it; a browser without ruby shows it in brackets.
export function rubyOf(word, reading, lang) {
  const element = document.createElement("ruby");
  element.className = "r";
  const over = node("rt", reading);
  if (lang === "zh") over.lang = "zh-Latn-pinyin";
  element.append(word, node("rp", "（"), over, node("rp", "）"));
  return element;
}

// Where the words with readings stand in a text, in its order.
export function located(text, readings) {
  const found = [];
  let at = 0;
  for (const [word, reading] of readings ?? []) {
    const start = text.indexOf(word, at);
    if (start < 0) continue;
    at = start + word.length;
    if (reading) found.push({ start, end: at, reading });
  }
  return found;
}

function add(element, readings) {
  if (element instanceof HTMLImageElement || element.querySelector(OWN)) return;
  const found = located(textOf(element), readings);
  let before = 0;
  for (const text of textNodes(element)) {
    const [start, end] = [before, before + text.length];
    before = end;
    if (text.parentElement.closest("ruby")) continue;
    const inside = found.filter((word) => word.start >= start && word.end <= end);
    // from the last on: what is before a word keeps its place
    for (const word of inside.reverse()) {
      const part = text.splitText(word.start - start);
      part.splitText(word.end - word.start);
      const over = rubyOf("", word.reading, page.edition.lang);
      part.replaceWith(over);
      over.prepend(part);
    }
  }
}

function remove(element) {
  for (const over of element.querySelectorAll(OWN)) over.replaceWith(over.firstChild);
  element.normalize();
}

async function readings() {
  return (await wordsOf(page.edition))?.readings;
}

// Where everything is wanted, words are read as they come into sight: a long article has thousands.
async function showReadings() {
  const asked = ++ruby.asked;
  ruby.observer?.disconnect();
  if (page.root.querySelector(OWN)) remove(page.root);
  const found = settings.ruby === "all" && (await readings());
  if (asked !== ruby.asked) return;
  if (found) observe(found);
  emit("texts");
}

function observe(found) {
  const show = (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      ruby.observer.unobserve(target);
      for (const element of target.children) if (sentenceOf(element) === element) add(element, found[idOf(element)]);
    }
    emit("texts");
  };
  ruby.observer = new IntersectionObserver(show, { rootMargin: "100%" });
  for (const parent of new Set(page.sentences.map((each) => each.parentElement))) ruby.observer.observe(parent);
}

// The readings of one sentence, or not any more.
export async function toggleReadings(element) {
  if (element.querySelector(OWN)) remove(element);
  else {
    const found = await readings();
    if (found) add(element, found[idOf(element)]);
    if (found && !element.querySelector(OWN)) say(words("no_readings"));
  }
  emit("texts");
}

export function openRuby() {
  on("setting", (name) => name === "ruby" && showReadings());
  on("edition", showReadings);
  if (settings.ruby === "all") showReadings();
}
