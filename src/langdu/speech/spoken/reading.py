"""Which language's rules read a sentence out."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import Final, cast

from langdu.languages import normalize
from langdu.speech.spoken.form import Change, Spoken, apply

#: Language → the module with its rules, a function ``changes(text) -> Sequence[Change]``.
_RULES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "zh": "langdu.speech.spoken.zh",
        "en": "langdu.speech.spoken.en",
    }
)


def spoken_form(text: str, lang: str) -> Spoken:
    """A sentence as it is read out in its language; one without rules is read as it is written."""
    module = _RULES.get(normalize(lang))
    if module is None:
        return apply(text, ())
    changes = cast(
        "Callable[[str], Sequence[Change]]",
        getattr(import_module(module), "changes"),  # noqa: B009
    )
    return apply(text, changes(text))
