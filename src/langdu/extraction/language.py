"""The language of an article: what its text is written in, and what the page says where it can."""

from typing import Final

from langdu.languages import guess, normalize

#: Languages whose letters :func:`langdu.languages.guess` counts; a page in them has their script.
_KNOWN_SCRIPTS: Final = frozenset({"zh", "ja", "ko", "ru"})
_NON_LATIN: Final = frozenset({"uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "ru"})
#: So much of the beginning, the middle and the end tells the script.
_SAMPLE: Final = 400
_KANA: Final = 2_000


def _samples(text: str) -> list[str]:
    if len(text) <= 3 * _SAMPLE:
        return [text]
    middle = len(text) // 2
    return [text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]]


def language_of(text: str, declared: str | None) -> str:
    """The declared language if it agrees with the script of the text, else the script's own.

    ``und`` (BCP 47: undetermined) where neither says anything.
    """
    seen = guess(_samples(text))
    said = normalize(declared or "")
    if not said.isalpha() or not 2 <= len(said) <= 3:
        return seen or "und"
    if seen is None or seen == said:
        return said
    if seen == "zh" and said == "ja":
        return "ja" if any("\u3041" <= char <= "\u30fa" for char in text[:_KANA]) else "zh"
    if seen == "ru":
        return said if said in _NON_LATIN else "ru"
    if seen == "en":
        return said if said not in _KNOWN_SCRIPTS | _NON_LATIN else "en"
    return seen
