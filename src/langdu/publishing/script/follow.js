// Scrolls gently to what is heard, unless the reader looks elsewhere.
import { on } from "./hub.js";
import { rangeOf } from "./page.js";
import { rootElement, settings } from "./settings.js";

const SCROLL_KEYS = ["PageUp", "PageDown", "Home", "End", "ArrowUp", "ArrowDown", " "];
// The part of the window in which nothing needs to move, and where a sentence that does is put.
const CALM = { top: 0.12, bottom: 0.7, put: 0.25 };
// The reader scrolled by hand: nothing moves until what is heard is in sight again, and not while a
// hand may still be scrolling, for so many milliseconds.
const HAND = 1500;
const follow = { away: false, until: 0 };

// The room between the toolbar and the captions, which lie above the text.
function room() {
  const style = getComputedStyle(rootElement());
  const length = (name) => parseFloat(style.getPropertyValue(name)) || 0;
  const top = length("--bar");
  return { top, height: innerHeight - top - length("--foot") };
}

export function scrollToText(box) {
  const { top, height } = room();
  const calm = box.top >= top + CALM.top * height && box.bottom <= top + CALM.bottom * height;
  if (calm) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scrollBy({ top: box.top - top - CALM.put * height, behavior: still ? "instant" : "smooth" });
}

function inSight(box) {
  const { top, height } = room();
  return box.bottom > top && box.top < top + height;
}

function follows({ element, from, to }) {
  if (settings.follow === "off") return;
  const image = element instanceof HTMLImageElement;
  const box = (image ? element : rangeOf(element, from, to)).getBoundingClientRect();
  if (performance.now() < follow.until || (follow.away && !inSight(box))) return;
  follow.away = false;
  scrollToText(box);
}

function lookAway() {
  follow.away = true;
  follow.until = performance.now() + HAND;
}

export function openFollowing() {
  on("sentence", (place) => place && follows(place));
  on("reading", () => Object.assign(follow, { away: false, until: 0 }));
  addEventListener("wheel", lookAway, { passive: true });
  addEventListener("touchmove", lookAway, { passive: true });
  addEventListener("keydown", (event) => {
    const onControl = event.target.closest?.("button, a, audio, dialog");
    if (SCROLL_KEYS.includes(event.key) && !event.altKey && !onControl) lookAway();
  });
  addEventListener("pointerdown", (event) => {
    if (event.target === document.documentElement && event.clientX >= event.target.clientWidth) lookAway();
  });
}
