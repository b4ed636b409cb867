"""Every error that langdu raises on purpose.

::

    LangduError
    ├── ArticleError            an article's JSON is not what the schema says
    ├── LoadError               a source cannot be read
    │   ├── FetchError          … because the network or the server said no
    │   │   └── RobotsError     … because the site's robots.txt forbids it
    │   └── ListError           a list of sources cannot be read, or is none
    ├── ExtractError            a page was read, but no article is in it
    ├── TranslationError        an engine failed
    │   ├── MissingModel        no model (or path of models) for a language pair
    │   ├── PackageError        a model package or the index of packages is unusable
    │   └── GlossaryError       a glossary cannot be read or says something impossible
    ├── SpeechError             a voice failed
    │   ├── MissingVoice        no voice for a language, or none of that name
    │   └── NoAudioDevice       nothing here can play sound
    ├── Cancelled               whoever started the work called it off
    ├── PublishError            an edition cannot be written
    ├── BatchError              a batch cannot begin, or cannot go on
    └── PluginError             a backend is unknown, or its extra is not installed

The text of every one is a single line that says what happened and what to do; the command line
prints it and exits with 1. Pages, servers and file names speak in these texts too, so the root
makes each one safe to print and to log.
"""

import re
from typing import Final

#: What breaks a line or steers a terminal, and what turns the direction of the text around it.
_STEERING: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
#: Halves of characters, as in a file name that is no UTF-8: no stream takes them.
_HALVES: Final = re.compile("[\ud800-\udfff]")


def one_line(text: str) -> str:
    """Somebody else's words on a single line that is safe on a terminal and in a log."""
    return " ".join(_HALVES.sub("\ufffd", _STEERING.sub(" ", text)).split())


def reason(error: BaseException) -> str:
    """An exception of another library as one line: some of theirs have several, some none."""
    return one_line(str(error))[:300] or type(error).__name__


class LangduError(Exception):
    """The root of langdu's errors: catch this one to catch them all."""

    def __init__(self, *args: object) -> None:
        super().__init__(*(one_line(a) if isinstance(a, str) else a for a in args))


class ArticleError(LangduError):
    """An article's JSON has the wrong schema, a wrong type or an unknown block."""


class LoadError(LangduError):
    """A source cannot be read: no such file, empty, or not text."""


class FetchError(LoadError):
    """A URL cannot be fetched: refused, timed out, or answered with an error."""


class RobotsError(FetchError):
    """A site's robots.txt forbids a page to programs, or cannot be had."""


class ListError(LoadError):
    """A list of sources cannot be read, or is no list of a kind that langdu knows."""


class ExtractError(LangduError):
    """A page holds no article that langdu can find."""


class TranslationError(LangduError):
    """A translation engine failed."""


class MissingModel(TranslationError):
    """No installed model, or path of models, leads from one language to the other."""


class PackageError(TranslationError):
    """A model package is damaged or unsafe, or the index of packages cannot be had."""


class GlossaryError(TranslationError):
    """A glossary file cannot be read, or one of its lines is not what a glossary has."""


class SpeechError(LangduError):
    """A voice failed, and the one retry as well."""


class MissingVoice(SpeechError):
    """No voice speaks that language, or no voice has that name."""


class NoAudioDevice(SpeechError):
    """Nothing here can play sound."""


class Cancelled(LangduError):
    """Whoever started the work called it off."""


class PublishError(LangduError):
    """An edition cannot be written: unwritable place, or nothing to publish."""


class BatchError(LangduError):
    """A batch cannot begin or go on: its folder is in use or full, its workers do not fit."""


class PluginError(LangduError):
    """A backend's name is unknown, or the extra that it needs is not installed."""
