// Tells the parts of the reader what happened, so that none has to know the others.
//   setting(name)      a setting has another value
//   sentence(place)    another sentence or clause is heard: {id, element, from, to}; null: none
//   reading(state)     "on", "paused" or "off"
//   edition()          another language is shown
//   texts(element)     text was put beside or into a sentence, or taken away
const listeners = new Map();

export function on(event, listener) {
  listeners.set(event, [...(listeners.get(event) ?? []), listener]);
}

export function emit(event, value) {
  for (const listener of listeners.get(event) ?? []) listener(value);
}
