// A reading line, a mask with a window, or a cross: at the pointer, at what has the focus, or at what
// is heard, whichever moved last.
import { on } from "./hub.js";
import { nowHeard } from "./highlight.js";
import { rangeOf } from "./page.js";
import { layer, settings } from "./settings.js";

// Half the height of the window around the pointer, in lines.
const LINES = 1.2;
const guide = { element: null, frame: 0, box: () => null };

function move() {
  guide.frame = 0;
  const box = settings.guide === "off" ? null : guide.box();
  if (!box) return;
  for (const [name, value] of Object.entries({ top: box.top, bottom: box.bottom, left: box.left })) {
    guide.element.style.setProperty(`--${name}`, `${Math.round(value)}px`);
  }
}

// At most once a frame, however fast the pointer is.
function guideTo(box) {
  guide.box = box;
  guide.frame ||= requestAnimationFrame(move);
}

function atPointer({ clientX, clientY }) {
  const half = LINES * parseFloat(getComputedStyle(document.body).lineHeight);
  return { top: clientY - half, bottom: clientY + half, left: clientX };
}

function atHeard() {
  const place = nowHeard();
  return place && rangeOf(place.element, place.from, place.to).getBoundingClientRect();
}

export function openGuide() {
  guide.element = document.createElement("div");
  guide.element.className = "guide";
  guide.element.setAttribute("aria-hidden", "true");
  layer().append(guide.element);
  addEventListener("pointermove", (event) => guideTo(() => atPointer(event)), { passive: true });
  addEventListener("focusin", ({ target }) => {
    if (target.matches?.(":focus-visible")) guideTo(() => target.getBoundingClientRect());
  });
  addEventListener("scroll", () => guideTo(guide.box), { passive: true });
  on("sentence", (place) => place && guideTo(atHeard));
  on("setting", (name) => name === "guide" && guideTo(guide.box));
}
