"""Whether a translation uses a term, whatever ending grammar gives it there.

* English and Russian: the words of a form stand in a row, compared by their stems (Snowball,
  https://snowballstem.org: *policies* = *policy*, *районного* = *районный*); articles, capital
  letters, possessives and hyphens do not count, nor do Russian letters that come and go (*рынок*,
  *рынка*; *ячейка*, *ячеек*).
* Korean: particles follow the form, and spaces between the words of a name are free.
* Japanese and Chinese: as it is written.
"""

import re
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from langdu.translation.glossary.term import Term

_STEMMERS: Final = MappingProxyType({"en": "english", "ru": "russian"})
_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_ARTICLES: Final = frozenset({"the", "a", "an"})
#: Snowball takes the s of *bureaus* for a part of the word.
_BUREAUS: Final = re.compile(r"eau[sx]\Z")
_FLEETING: Final = re.compile(r"(?<=..)[оей](?=[бвгджзйклмнпрстфхцчшщ]\Z)")
_SPACE: Final = re.compile(r"[\s\u00a0]+")


def honoured(term: Term, text: str, target: str) -> bool:
    """Whether one of the accepted forms is in a translation into the language ``target``."""
    if target in _STEMMERS:
        words = f" {_stems(text, target)} "
        return any(f" {_stems(form, target)} " in words for form in term.accepted)
    squeezed = _squeezed(text)
    return any(_squeezed(form) in squeezed for form in term.accepted)


def _squeezed(text: str) -> str:
    return _SPACE.sub("", text).casefold()


@lru_cache(maxsize=2048)  # a sentence is looked at for each of its terms, a term in many sentences
def _stems(text: str, lang: str) -> str:
    import snowballstemmer

    stemmer = snowballstemmer.stemmer(_STEMMERS[lang])  # keeps a state: not for two threads
    plain = text.lower().replace("’", "'").replace("ё", "е").replace("\u0301", "")
    words = (_BUREAUS.sub("eau", word) for word in _WORD.findall(plain))
    stems = [stemmer.stemWord(word) for word in words if word not in _ARTICLES]
    return " ".join(_FLEETING.sub("", stem) for stem in stems) if lang == "ru" else " ".join(stems)
