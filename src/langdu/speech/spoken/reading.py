"""Which language's rules read a sentence out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final, cast

from langdu.languages import normalize
from langdu.speech.spoken.form import Change, Reading, Spoken, apply

#: Language → the module with its rules, a function ``changes(text) -> Sequence[Change]``, and where
#: engines err ``readings(spoken text) -> Sequence[Reading]``.
_RULES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "zh": "langdu.speech.spoken.zh",
        "en": "langdu.speech.spoken.en",
        "ja": "langdu.speech.spoken.ja",
        "ko": "langdu.speech.spoken.ko",
        "ru": "langdu.speech.spoken.ru",
    }
)


def spoken_form(text: str, lang: str) -> Spoken:
    """A sentence as it is read out in its language; one without rules is read as it is written."""
    name = _RULES.get(normalize(lang))
    if name is None:
        return apply(text, ())
    module: Any = import_module(name)
    changes = cast("Callable[[str], Sequence[Change]]", module.changes)
    spoken = apply(text, changes(text))
    find = cast("Callable[[str], Sequence[Reading]] | None", getattr(module, "readings", None))
    return replace(spoken, readings=tuple(find(spoken.text))) if find else spoken
