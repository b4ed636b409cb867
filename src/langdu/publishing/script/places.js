// The reader's place: links to other languages lead to the same sentence.
import { elementOf, idOf, isHere, page, showEdition } from "./page.js";
import { isReading, place, setPlace } from "./reading.js";
import { rootElement } from "./settings.js";

// The first sentence that is in the window. They follow each other down the page.
function firstInSight() {
  const top = parseFloat(rootElement().style.getPropertyValue("--bar")) || 0;
  let low = 0;
  let high = page.sentences.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (page.sentences[middle].getBoundingClientRect().bottom > top + 4) high = middle;
    else low = middle + 1;
  }
  return page.sentences[low];
}

// What is being read, as long as it is; else what the reader sees.
function here() {
  return isReading() && place() ? place() : scrollY > 0 ? idOf(firstInSight()) : "";
}

function editionOf(link) {
  const edition = page.data.editions.find(({ tag }) => tag === link.hreflang);
  const leads = edition && (link.getAttribute("href").split("#")[0] === edition.href || isHere(edition));
  return leads ? edition : null;
}

function keepPlace(event) {
  const link = event.target.closest?.("a[hreflang]");
  const edition = link && editionOf(link);
  if (!edition) return;
  const id = here();
  if (isHere(edition)) {
    if (event.type !== "click") return;
    event.preventDefault();
    showEdition(edition.lang);
    if (id) goTo(id);
  } else link.href = edition.href + (id && `#${id}`);
}

function goTo(id) {
  const element = elementOf(id);
  if (!element) return;
  setPlace(id);
  element.scrollIntoView({ block: "start", behavior: "instant" });
}

// An address may name a sentence of any edition that is here.
function fromAddress() {
  const article = document.getElementById(location.hash.slice(1))?.closest("article[data-lang]");
  if (article && article !== page.root) showEdition(article.dataset.lang);
  const sentence = page.sentences.find((element) => `#${element.id}` === location.hash);
  if (sentence) goTo(idOf(sentence));
}

export function openPlaces() {
  // before a click, and before a link is opened elsewhere or its address copied
  for (const name of ["click", "pointerdown", "focusin"]) addEventListener(name, keepPlace);
  fromAddress();
}
