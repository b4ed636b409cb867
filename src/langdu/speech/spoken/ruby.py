"""Ruby is read once: its base, as its reading says."""

import re
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from langdu.article import Mark, Sentence
from langdu.languages import normalize
from langdu.speech.spoken.form import Reading, Spoken
from langdu.speech.spoken.reading import spoken_form

#: Letters that an engine of the language reads: kana, Hangul. Ruby in others is a gloss.
_LETTERS: Final = MappingProxyType(
    {
        "ja": re.compile("[\u3040-\u30ff]+"),
        "ko": re.compile("[\uac00-\ud7a3 ]+"),
    }
)


def spoken_sentence(sentence: Sentence, lang: str) -> Spoken:
    """A sentence as it is read out, its ruby (marks of the kind ``ruby``) as readings.

    A reading goes before those that langdu finds; ruby over what is read otherwise than it is
    written (3月) is left out.
    """
    spoken = spoken_form(sentence.text, lang)
    letters = _LETTERS.get(normalize(lang))
    marks = [mark for mark in sentence.marks if mark.kind == "ruby" and mark.value]
    if letters is None or not marks:
        return spoken
    given = list(_readings(spoken, marks, letters))
    kept = [
        one
        for one in spoken.readings
        if all(one.end <= other.start or other.end <= one.start for other in given)
    ]
    readings = sorted([*kept, *given], key=lambda reading: reading.start)
    return replace(spoken, readings=tuple(readings))


def _readings(spoken: Spoken, marks: list[Mark], letters: re.Pattern[str]) -> Iterator[Reading]:
    places = {source: place for place, source in enumerate(spoken.sources)}
    position = 0
    for mark in sorted(marks, key=lambda mark: mark.start):
        sounds = "".join((mark.value or "").split())
        if not letters.fullmatch(sounds) or mark.start >= mark.end:
            continue
        first = places.get((mark.start, mark.start + 1))
        last = places.get((mark.end - 1, mark.end))
        if first is None or last is None or first < position:
            continue
        written = spoken.written[mark.start : mark.end]
        if spoken.text[first : last + 1] == written:
            yield Reading(first, last + 1, sounds)
            position = last + 1
