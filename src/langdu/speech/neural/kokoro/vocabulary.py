"""The phonemes that Kokoro knows, each one character, and their numbers."""

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Final, cast

#: Kokoro's network takes 510 phonemes at most, and hurries when it gets more than some 400
#: (its model card, "rushing").
LONGEST: Final = 400


def vocabulary() -> Mapping[str, int]:
    """Phoneme → number, as Kokoro's own configuration has them (version 1.0)."""
    data = files("langdu.speech.neural.kokoro") / "data" / "vocabulary.json"
    return cast("Mapping[str, int]", json.loads(data.read_text(encoding="utf-8")))
