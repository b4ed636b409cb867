"""Languages of parts (WCAG 3.1.1, 3.1.2): the script of each text against the language it is in.

axe looks at whether a tag is a tag; a Chinese page that says that it is English passes it.
"""

from typing import Final

from playwright.sync_api import Page

_FIND: Final = r"""() => {
  const scripts = [
    ["Hang", /\p{Script=Hangul}/u, ["ko"]],
    ["Kana", /[\p{Script=Hiragana}\p{Script=Katakana}]/u, ["ja"]],
    ["Cyrl", /\p{Script=Cyrillic}/u, ["ru"]],
    ["Hani", /\p{Script=Han}/u, ["zh", "ja"]],
  ];
  const word = /(?<![\p{L}\d_.\-\/])\p{Script=Latin}{2,}(?![\p{L}\d_\-\/]|\.\p{L})/gu;
  const latin = (text) => (text.match(word) ?? []).length;
  const other = (text) => (text.match(/[\p{L}--\p{Script=Latin}]/gv) ?? []).length;
  const found = [];
  const judge = (text, element, where) => {
    const tag = look.language(element).split("-")[0].toLowerCase();
    if (!tag) return found.push(`no language for ${JSON.stringify(text.slice(0, 30))}`);
    if (element.closest("code, pre, .quoted, kbd")) return;
    for (const [name, letters, languages] of scripts) {
      if (letters.test(text) && !languages.includes(tag)) {
        found.push(`${name} in lang=${tag}: ${JSON.stringify(text.slice(0, 30))} in ${where}`);
      }
    }
    // names and abbreviations are Latin everywhere; a sentence of such words is another language
    if (["zh", "ja", "ko", "ru"].includes(tag) && latin(text) >= 4 && !other(text)) {
      found.push(`Latn in lang=${tag}: ${JSON.stringify(text.slice(0, 30))} in ${where}`);
    }
  };
  for (const node of look.texts()) {
    judge(node.data.trim(), node.parentElement, look.path(node.parentElement));
  }
  for (const name of ["aria-label", "title", "alt", "placeholder"]) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      const text = element.getAttribute(name).trim();
      if (text && look.visible(element)) judge(text, element, `${name} of ${look.path(element)}`);
    }
  }
  return found;
}"""


def find(page: Page) -> list[str]:
    """Texts whose script is not that of their language."""
    return list(page.evaluate(_FIND))
