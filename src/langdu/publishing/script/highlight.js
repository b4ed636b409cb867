// Marks the sentence that is heard, its translation beside it, and its clause.
import { on } from "./hub.js";
import { partnerOf, rangeOf, textOf } from "./page.js";

const shown = { place: null, marked: [] };

function mark() {
  for (const element of shown.marked) element.classList.remove("now");
  const element = shown.place?.element;
  shown.marked = element ? [element, partnerOf(element)].filter(Boolean) : [];
  for (const each of shown.marked) each.classList.add("now");
  markClause();
}

function markClause() {
  if (!window.Highlight) return;
  CSS.highlights.delete("clause");
  if (!shown.place) return;
  const { element, from, to } = shown.place;
  const whole = from === 0 && to >= textOf(element).length;
  if (!whole) CSS.highlights.set("clause", new Highlight(rangeOf(element, from, to)));
}

// What is heard now, for those who come later than the news.
export function nowHeard() {
  return shown.place;
}

export function openHighlight() {
  on("sentence", (place) => {
    const same = place?.element === shown.place?.element;
    shown.place = place;
    if (same) markClause();
    else mark();
  });
  on("texts", mark);
}
