// Large captions: the clause that is heard, at the foot of the window. It is text that stands on the
// page as well, so assistive technology passes it over.
import { on } from "./hub.js";
import { words } from "./messages.js";
import { idOf, page, textOf } from "./page.js";
import { located, rubyOf } from "./ruby.js";
import { nowHeard } from "./highlight.js";
import { layer, rootElement, settings } from "./settings.js";
import { wordsOf } from "./words.js";

const captions = { element: null, asked: 0 };

// The part of another form of the sentence: the same characters where the form has as many.
function cut(form, text, from, to) {
  return form.length === text.length ? form.slice(from, to) : form;
}

function withReadings(text, readings, from, to) {
  const parts = [];
  let at = from;
  for (const { start, end, reading } of located(text, readings)) {
    if (start < at || end > to) continue;
    parts.push(text.slice(at, start), rubyOf(text.slice(start, end), reading, page.edition.lang));
    at = end;
  }
  return [...parts, text.slice(at, to)];
}

async function contents({ element, from, to }) {
  const text = textOf(element);
  const script = settings["caption-script"];
  if (script === "same") return [text.slice(from, to).trim()];
  const { traditional, readings } = (await wordsOf(page.edition)) ?? {};
  const id = idOf(element);
  if (script === "traditional") return [cut(traditional?.[id] ?? text, text, from, to).trim()];
  return withReadings(text, readings?.[id], from, to);
}

async function showCaption() {
  if (settings.captions === "off") return resize(true);
  const asked = ++captions.asked;
  const place = nowHeard();
  const parts = place ? await contents(place) : [words("captions_wait")];
  if (asked !== captions.asked) return;
  const traditional = settings["caption-script"] === "traditional" && page.edition.lang === "zh";
  captions.element.lang = traditional ? "zh-Hant" : page.edition.tag;
  captions.element.replaceChildren(...parts);
  captions.element.scrollTop = 0;
  resize(false);
}

// The text keeps clear of the captions, as it does of the toolbar.
function resize(hidden) {
  captions.element.hidden = hidden;
  rootElement().style.setProperty("--foot", `${captions.element.offsetHeight}px`);
}

export function openCaptions() {
  captions.element = document.createElement("div");
  captions.element.className = "captions";
  captions.element.setAttribute("aria-hidden", "true");
  layer().append(captions.element);
  on("sentence", showCaption);
  on("edition", showCaption);
  on("setting", (name) => name.startsWith("caption") && showCaption());
  showCaption();
}
