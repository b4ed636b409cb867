// The words of an edition: the text of another language, other scripts, readings. They lie beside
// the pages, in a single file in it, and are loaded when somebody asks for them.
const loading = new Map();
const waiting = new Map();

// Rejects where there are none.
export function wordsOf(edition) {
  const found = loading.get(edition.lang) ?? load(edition);
  loading.set(edition.lang, found);
  found.catch(() => loading.delete(edition.lang));
  return found;
}

function load(edition) {
  const block = document.getElementById(`_words-${edition.lang}`);
  if (block) return Promise.resolve(JSON.parse(block.textContent));
  if (!edition.words) return Promise.reject(new Error("no words"));
  return new Promise((resolve, reject) => {
    waiting.set(edition.lang, resolve);
    const script = document.createElement("script");
    script.src = edition.words;
    script.onerror = reject;
    script.onload = () => script.remove();
    document.head.append(script);
  });
}

export function openWords() {
  // the files call it by this name: the only one that this script gives to the page
  window.langduWords = (words) => waiting.get(words.lang)?.(words);
}
