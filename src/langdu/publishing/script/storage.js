// What the browser remembers. Storage can be denied, or hold anything: neither may stop the reader.
const SPACE = "langdu.";

export function recall(name) {
  try {
    return JSON.parse(localStorage.getItem(SPACE + name));
  } catch {
    return null;
  }
}

export function remember(name, value) {
  try {
    localStorage.setItem(SPACE + name, JSON.stringify(value));
  } catch {
    // full or denied: the setting holds for this page
  }
}

export function forgetAll() {
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(SPACE)) localStorage.removeItem(name);
    }
  } catch {
    // denied: there is nothing to forget
  }
}
