// The other language beside each sentence, under it, or where the reader asks for it.
import { emit, on } from "./hub.js";
import { idOf, page, partnerOf } from "./page.js";
import { settings } from "./settings.js";
import { wordsOf } from "./words.js";

// `asked`: words that come late must not show where something else was asked for.
const bilingual = { asked: 0 };

export function otherEdition() {
  const others = page.data.editions.filter((edition) => edition !== page.edition);
  return others.find((edition) => edition.lang === settings.other) ?? others[0];
}

function put(element, found) {
  const text = found.sentences[idOf(element)];
  if (!text?.trim() || element instanceof HTMLImageElement) return;
  const other = document.createElement("span");
  other.className = "other";
  other.lang = found.tag;
  other.textContent = text;
  element.after(other);
  element.parentElement.classList.add("pair");
}

function clear() {
  for (const other of page.root.querySelectorAll(".other")) {
    other.parentElement.classList.remove("pair");
    other.remove();
  }
}

async function showTranslations() {
  const asked = ++bilingual.asked;
  clear();
  const everywhere = ["side", "under"].includes(settings.bilingual);
  const found = everywhere && otherEdition() && (await wordsOf(otherEdition()));
  if (asked !== bilingual.asked) return;
  if (found) for (const element of page.sentences) put(element, found);
  emit("texts");
}

// One sentence in the other language, or not any more.
export async function toggleTranslation(element) {
  const partner = partnerOf(element);
  const found = partner || !otherEdition() ? null : await wordsOf(otherEdition());
  if (partner) {
    const parent = partner.parentElement;
    partner.remove();
    parent.classList.toggle("pair", parent.querySelector(":scope > .other") !== null);
  } else if (found && !partnerOf(element)) put(element, found);
  emit("texts");
}

export function openBilingual() {
  on("setting", (name) => ["bilingual", "other"].includes(name) && showTranslations());
  on("edition", showTranslations);
  if (settings.bilingual !== "off") showTranslations();
}
