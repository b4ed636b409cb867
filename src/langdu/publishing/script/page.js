// The page: its data, the edition that is shown, its sentences and their texts.
import { emit } from "./hub.js";

const SENTENCE = ".s[id]";
// What stands in a sentence and is not its text: readings, notes, marks, the other language.
const ASIDE = "rt, rp, .note, .flag, .other";

export const page = { data: null, edition: null, root: null, sentences: [], order: new Map() };

// Whether there is something to read: the page that leads to the editions has no such data.
export function openPage() {
  const block = document.getElementById("_reader");
  if (!block) return false;
  page.data = JSON.parse(block.textContent);
  showEdition(page.data.current);
  return true;
}

function rootOf(edition) {
  const own = [...document.querySelectorAll("article[data-lang]")];
  return own.find((article) => article.dataset.lang === edition.lang) ?? document.querySelector("article");
}

// In a single file all editions are there; the reader sees one.
export function showEdition(lang) {
  page.edition = page.data.editions.find((edition) => edition.lang === lang);
  page.root = rootOf(page.edition);
  const all = document.querySelectorAll("article[data-lang]");
  if (all.length > 1) {
    for (const article of all) article.hidden = article !== page.root;
    document.documentElement.lang = page.edition.tag;
    document.title = page.root.querySelector("h1").textContent;
    for (const link of document.querySelectorAll("nav a[hreflang]")) {
      if (link.hreflang === page.edition.tag) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }
  page.sentences = [...page.root.querySelectorAll(SENTENCE)];
  page.order = new Map(page.sentences.map((element, index) => [element, index]));
  emit("edition");
}

// Whether an edition is in this document and not behind an address.
export function isHere(edition) {
  return rootOf(edition).dataset.lang === edition.lang || edition === page.edition;
}

export function elementOf(id) {
  return document.getElementById(prefix() + id);
}

export function idOf(element) {
  return element.id.slice(prefix().length);
}

function prefix() {
  return page.root.dataset.prefix ?? "";
}

// The sentence in which a node is, if it is in one that is shown.
export function sentenceOf(node) {
  const element = node instanceof Element ? node : node?.parentElement;
  const found = element?.closest(SENTENCE);
  return found && page.order.has(found) ? found : null;
}

// The translation that stands beside a sentence in the bilingual view.
export function partnerOf(element) {
  const beside = element.nextElementSibling;
  return beside?.classList.contains("other") ? beside : null;
}

export function textNodes(element) {
  const nodes = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ALL, (node) =>
    node instanceof Element && node.matches(ASIDE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
  return nodes;
}

export function textOf(element) {
  if (element instanceof HTMLImageElement) return element.alt;
  return textNodes(element).map((node) => node.data).join("");
}

// The characters of a sentence from one place to another, as the browser marks and measures them.
export function rangeOf(element, from, to) {
  const range = document.createRange();
  range.selectNodeContents(element);
  let before = 0;
  for (const node of textNodes(element)) {
    const end = before + node.length;
    if (from >= before && from < end) range.setStart(node, from - before);
    if (to > before && to <= end) range.setEnd(node, to - before);
    before = end;
  }
  return range;
}

// Timelines count characters as Python does; a script counts those beyond U+FFFF twice.
export function unitsOf(text, at) {
  return /[\ud800-\udbff]/.test(text) ? [...text].slice(0, at).join("").length : at;
}
