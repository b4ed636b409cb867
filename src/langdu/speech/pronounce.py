"""A user's own pronunciations: ``pronounce.toml``.

One table for each language; a word of the spoken text on the left, how it sounds on the right:
pinyin with tone digits in Chinese, kana in Japanese, a respelling in the others. ::

    [zh]
    "重走" = "chong2 zou3"
    [en]
    "Langdu" = "Lahng-doo"
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from langdu.errors import SpeechError
from langdu.languages import LANGUAGES, normalize
from langdu.speech.spoken.form import Reading

_SYLLABLE: Final = "[a-zü]{1,6}[1-5]"
_PINYIN: Final = re.compile(rf"{_SYLLABLE}(?: {_SYLLABLE})*")
_KANA: Final = re.compile("[\u3041-\u3096\u30a1-\u30fc\u3000 ・]+")
#: Languages in which a word is no part of another one; Korean joins its particles to it.
_APART: Final = frozenset({"en", "ru"})


@dataclass(frozen=True, slots=True)
class Pronunciations:
    """Language → word → how it sounds."""

    words: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))

    def readings(self, text: str, lang: str) -> tuple[Reading, ...]:
        """The words of a text that have a pronunciation, the longest first at each place."""
        words = self.words.get(normalize(lang))
        if not words:
            return ()
        pattern = _pattern(words, normalize(lang))
        return tuple(Reading(m.start(), m.end(), words[m[0]]) for m in pattern.finditer(text))


#: Of whoever has none.
NONE: Final = Pronunciations()


def load(path: Path) -> Pronunciations:
    """The pronunciations of a file.

    Raises :class:`~langdu.SpeechError` naming the file and, where one is wrong, the key.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SpeechError(f"cannot read {path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise SpeechError(f"{path} is not UTF-8: save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise SpeechError(f"{path} is not TOML: {error}") from error
    found: dict[str, dict[str, str]] = {}
    for name, words in table.items():
        lang = normalize(name)
        if lang not in LANGUAGES or not isinstance(words, dict):
            known = ", ".join(f"[{code}]" for code in LANGUAGES)
            raise SpeechError(f"{path}: {name!r} is no table of a language: write one of {known}")
        found.setdefault(lang, {}).update(
            (word, _checked(path, lang, word, sounds)) for word, sounds in words.items()
        )
    return Pronunciations(MappingProxyType({k: MappingProxyType(v) for k, v in found.items()}))


def of_user() -> Pronunciations:
    """Those of ``pronounce.toml`` in the user's configuration folder, if there is one.

    Raises :class:`~langdu.SpeechError` as :func:`load` does.
    """
    path = user_path()
    return load(path) if path.exists() else NONE


def user_path() -> Path:
    """Where a user's file lies: ``~/.config/langdu/pronounce.toml`` on Linux."""
    from platformdirs import user_config_path

    return user_config_path("langdu", appauthor=False) / "pronounce.toml"


def merged(own: Sequence[Reading], others: Sequence[Reading]) -> tuple[Reading, ...]:
    """Both, in order; of the others those that touch none of ``own``."""
    taken = {at for reading in own for at in range(reading.start, reading.end)}
    free = (r for r in others if taken.isdisjoint(range(r.start, r.end)))
    return tuple(sorted([*own, *free], key=lambda reading: reading.start))


def _pattern(words: Mapping[str, str], lang: str) -> re.Pattern[str]:
    longest = sorted(words, key=len, reverse=True)
    edges = (r"(?<!\w)", r"(?!\w)") if lang in _APART else ("", "")
    return re.compile(f"{edges[0]}(?:{'|'.join(map(re.escape, longest))}){edges[1]}")


def _checked(path: Path, lang: str, word: str, sounds: object) -> str:
    where = f"{path}: [{lang}] {word!r}"
    if not word.strip():
        raise SpeechError(f"{where}: a word is missing")
    if not isinstance(sounds, str) or not sounds.strip():
        raise SpeechError(f"{where}: write how it sounds in quotation marks")
    plain = " ".join(sounds.split())
    if lang == "zh" and not _PINYIN.fullmatch(plain):
        raise SpeechError(f"{where}: {plain!r} is no pinyin with tone digits (chong2 zou3)")
    if lang == "ja" and not _KANA.fullmatch(plain):
        raise SpeechError(f"{where}: {plain!r} is no kana (かな)")
    return plain
