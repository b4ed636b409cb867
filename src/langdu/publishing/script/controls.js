// The toolbar: clicks, pressed states, what is offered here at all.
import { isOn, run, TOGGLES } from "./actions.js";
import { otherEdition } from "./bilingual.js";
import { on } from "./hub.js";
import { toolbar } from "./messages.js";
import { page } from "./page.js";
import { togglePanel } from "./panels.js";
import { rootElement, set, settings } from "./settings.js";

function onToolbarClick({ target }) {
  const button = target.closest?.(".tools button");
  if (!button) return;
  const { do: action, set: setting, value, panel } = button.dataset;
  if (action) run(action);
  else if (setting) set(setting, typeof settings[setting] === "number" ? Number(value) : value);
  else if (panel) togglePanel(button);
}

function press(button, pressed) {
  button.setAttribute("aria-pressed", String(pressed));
}

function showStates() {
  const reading = rootElement().dataset.reading;
  for (const button of toolbar().querySelectorAll("button")) {
    const { do: action, set: setting, value } = button.dataset;
    if (action in TOGGLES) press(button, isOn(TOGGLES[action]));
    else if (action === "read") press(button, reading === "on");
    else if (action === "pause") press(button, reading === "paused");
    else if (setting === "other") press(button, value === otherEdition()?.lang);
    else if (setting) press(button, value === String(settings[setting]));
  }
}

// One button for each other language, in its own name.
function offerLanguages() {
  const group = toolbar().querySelector("[data-others]");
  const others = page.data.editions.filter((edition) => edition !== page.edition);
  const buttons = others.map((edition) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", lang: edition.tag, textContent: edition.name });
    Object.assign(button.dataset, { set: "other", value: edition.lang });
    return button;
  });
  group.replaceChildren(...buttons);
  for (const each of toolbar().querySelectorAll("[data-needs=other]")) each.hidden = !others.length;
  const flags = page.root.querySelector(".flag") !== null;
  for (const each of toolbar().querySelectorAll("[data-needs=flags]")) each.hidden = !flags;
}

function showTools() {
  for (const tools of document.querySelectorAll(".tools")) tools.hidden = tools !== toolbar();
  offerLanguages();
  showStates();
}

// The toolbar stays in sight where it leaves enough room for the text, and scrolls away elsewhere.
function keepInSight() {
  const tools = toolbar();
  const height = tools.querySelector(".controls").offsetHeight;
  const stays = height > 0 && height <= innerHeight / 5;
  tools.toggleAttribute("data-stays", stays);
  rootElement().style.setProperty("--bar", stays ? `${height}px` : "0px");
}

export function openControls() {
  addEventListener("click", onToolbarClick);
  on("setting", showStates);
  on("reading", showStates);
  on("edition", showTools);
  showTools();
  const sizes = new ResizeObserver(keepInSight);
  for (const bar of document.querySelectorAll(".tools .controls")) sizes.observe(bar);
  addEventListener("resize", keepInSight);
}
