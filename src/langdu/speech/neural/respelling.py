"""Words that engines read wrong, written as they sound."""

from collections.abc import Sequence

from langdu.speech.spoken.form import Reading


def respelled(text: str, readings: Sequence[Reading]) -> str:
    """The text with the sounds of its readings in the place of their words."""
    out = []
    position = 0
    for reading in readings:
        out += [text[position : reading.start], reading.sounds]
        position = reading.end
    return "".join([*out, text[position:]])
