"""A text as tokens that can be compared: words, and the single characters of unspaced scripts."""

import re
from dataclasses import dataclass
from typing import Final

#: A number; a word of letters; or one character of a script whose words are not seen. Korean
#: counts by syllables: its particles change from word to word.
_TOKEN: Final = re.compile(
    r"(?P<number>\d[\d.,:%\u00a0\u202f]*)"
    r"|(?P<character>[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3])"
    r"|(?P<word>[^\W\d_\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+)"
)
#: Addresses: their parts repeat for reasons of their own.
_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.)[^\s，。；、）)》」]+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text, each written as one character: equal tokens, equal characters.

    ``code`` is the sequence, ``words`` what each token says in small letters (numbers and
    addresses behind a ``"\0"``), ``spans`` their places in the text.
    """

    code: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def says_something(self, start: int, end: int) -> bool:
        """Whether a token from ``start`` to ``end`` (excluded) is a word, not only numbers."""
        return any(not word.startswith("\0") for word in self.words[start:end])


def tokenize(text: str) -> Tokens:
    """The tokens of a text in order; capital letters do not count."""
    spans: list[tuple[int, int]] = []
    words: list[str] = []
    done = 0
    for address in (*_ADDRESS.finditer(text), None):
        for token in _TOKEN.finditer(text, done, address.start() if address else len(text)):
            spans.append(token.span())
            words.append("\0" * (token.lastgroup == "number") + token[0].lower())
        if address:
            spans.append(address.span())
            words.append("\0" + address[0])
            done = address.end()
    numbers: dict[str, int] = {}
    code = "".join(chr(numbers.setdefault(word, len(numbers))) for word in words)
    return Tokens(code, tuple(words), tuple(spans))
