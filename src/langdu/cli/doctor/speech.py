"""Which languages are read aloud, by which voices, and whether anything can play them."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from langdu.cli.doctor.finding import Finding
from langdu.errors import LangduError
from langdu.languages import LANGUAGES

if TYPE_CHECKING:
    from langdu.speech.voice import VoiceInfo


def speech() -> Iterator[Finding]:
    """A finding for each language, and one for each engine that has no voice here."""
    from langdu import plugins

    spoken: defaultdict[str, dict[str, str]] = defaultdict(dict)
    silent = []
    for name in plugins.names("langdu.voices"):
        try:
            for info in plugins.voice(name).voices():
                spoken[info.lang].setdefault(name, _quality(name, info))
        except LangduError as error:
            silent.append(Finding("speech", name, False, str(error)))
    for code, language in LANGUAGES.items():
        if code in spoken:
            yield Finding(
                "speech", code, True, f"{language.english}: {', '.join(spoken[code].values())}"
            )
        else:
            advice = "install a voice for it in the system, or: langdu voices add kokoro"
            yield Finding("speech", code, False, f"{language.english}: no voice", advice)
    yield from silent


def _quality(engine: str, info: "VoiceInfo") -> str:
    return f"{engine} ({info.quality})" if info.quality else engine


def sound() -> Iterator[Finding]:
    """Whether something can play sound here."""
    from langdu.speech import find_output

    try:
        yield Finding("sound", "output", True, find_output())
    except LangduError as error:
        yield Finding("sound", "output", False, str(error))
