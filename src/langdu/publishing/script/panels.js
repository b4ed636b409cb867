// The parts of the toolbar that open and close; one at a time.
import { toolbar } from "./messages.js";

export function closePanel() {
  const button = toolbar().querySelector('[data-panel][aria-expanded="true"]');
  if (!button) return false;
  const inside = panelOf(button).contains(document.activeElement);
  open(button, false);
  if (inside) button.focus();
  return true;
}

export function togglePanel(button) {
  const opens = button.getAttribute("aria-expanded") === "false";
  closePanel();
  if (opens) open(button, true);
}

function panelOf(button) {
  return document.getElementById(button.getAttribute("aria-controls"));
}

function open(button, opens) {
  button.setAttribute("aria-expanded", String(opens));
  panelOf(button).hidden = !opens;
}
