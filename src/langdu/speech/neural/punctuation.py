"""Text in what is between its punctuation marks, each as the mark that networks know."""

import re
from dataclasses import dataclass
from typing import Final

#: Marks of five languages → those that Kokoro and Piper were trained with.
_PLAIN: Final = str.maketrans(
    {"、": ",", "，": ",", "。": ".", "．": ".", "！": "!", "？": "?", "：": ":", "；": ";"}
    | {"《": "“", "》": "”", "〈": "“", "〉": "”", "「": "“", "」": "”", "『": "“", "』": "”"}
    | {"【": "“", "】": "”", "«": "“", "»": "”", "„": "“", "（": "(", "）": ")"}
    | {"[": "(", "]": ")", "–": "—", "―": "—", "〜": "—", "～": "—", "・": " ", "\u3000": " "}
)
#: A mark: after , . : and their like something else than a letter or figure follows, as in
#: "3.5" and "10:42" they are none.
_MARKS: Final = re.compile(r"(?:[;:,.!?](?![\w])|[—…\"()“”])+")


@dataclass(frozen=True, slots=True)
class Part:
    """Words, or the ``marks`` that follow them."""

    text: str
    marks: bool


def plain(text: str) -> str:
    """The text with plain marks, character by character, so that offsets stay."""
    return text.translate(_PLAIN)


def parts(text: str) -> list[Part]:
    """The words and marks of a text with plain marks, which joined give it back."""
    found = []
    start = 0
    for marks in _MARKS.finditer(text):
        if marks.start() > start:
            found.append(Part(text[start : marks.start()], marks=False))
        found.append(Part(marks[0], marks=True))
        start = marks.end()
    if start < len(text):
        found.append(Part(text[start:], marks=False))
    return found
