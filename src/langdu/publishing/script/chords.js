// A key with its modifiers, written as in aria-keyshortcuts: Alt+Shift+X.

// The letters of a keyboard by their place, for layouts that write other letters there; and names for
// keys that write one sign with Shift and another without.
const ONE_NAME = { "/": "?", "\x60": "~" };
const PLACES = { Slash: "?", Backquote: "~", Period: ".", Comma: ",", Minus: "-", Equal: "=" };
const MODIFIERS = ["Control", "Alt", "Shift", "Meta", "AltGraph"];

function baseOf({ key, code }) {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  if (/^[!-~]$/.test(key)) return ONE_NAME[key] ?? key;
  if (key.length > 1 && key !== "Dead") return key;
  return PLACES[code] ?? code.replace(/^(Key|Digit)/, "");
}

// Empty for a modifier alone and for what an input method or another level of the keyboard writes.
export function chordOf(event) {
  if (event.isComposing || MODIFIERS.includes(event.key) || event.getModifierState("AltGraph")) return "";
  const base = baseOf(event);
  // a sign that needs Shift says so itself
  const shift = event.shiftKey && (base.length > 1 || /[A-Z0-9]/.test(base));
  const held = [event.ctrlKey && "Control", event.altKey && "Alt", shift && "Shift", event.metaKey && "Meta"];
  return [...held.filter(Boolean), base].join("+");
}

const ARROWS = { ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→", Control: "Ctrl", Escape: "Esc" };

export function shownChord(chord) {
  return chord.replace(/Arrow\w+|Control|Escape/g, (name) => ARROWS[name] ?? name);
}
