// The words of an edition: the text of another language, other scripts, readings. They lie beside
// the pages, in a single file in it, and are loaded when somebody asks for them.
import { say, words } from "./messages.js";

const loading = new Map();
const waiting = new Map();

// Where there are none, the reader is told so, and this gives null.
export async function wordsOf(edition) {
  try {
    if (!loading.has(edition.lang)) loading.set(edition.lang, load(edition));
    return await loading.get(edition.lang);
  } catch {
    loading.delete(edition.lang);
    say(words("no_words"), { stays: true });
    return null;
  }
}

async function load(edition) {
  const block = document.getElementById(`_words-${edition.lang}`);
  if (block) return JSON.parse(block.textContent);
  if (!edition.words) throw new Error("no words");
  const script = document.createElement("script");
  script.src = edition.words;
  return new Promise((resolve, reject) => {
    waiting.set(edition.lang, resolve);
    // a file that is there and says nothing is as good as none
    script.onload = script.onerror = reject;
    document.head.append(script);
  }).finally(() => script.remove());
}

export function openWords() {
  // the files call it by this name: the only one that this script gives to the page
  window.langduWords = (found) => waiting.get(found.lang)?.(found);
}
