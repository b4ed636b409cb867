"""Which of a system's voices reads a language.

Systems tag the same voice as ``cmn``, ``zh-CN`` or ``zh_CN``, and list Cantonese beside Mandarin.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from langdu.errors import MissingVoice
from langdu.languages import LANGUAGES, normalize

#: The tags to take first, best first, where a language has several voices.
_PREFERRED: Final = MappingProxyType(
    {"zh": ("cmn", "zh-cn", "zh-hans-cn", "zh", "zh-tw"), "en": ("en-us", "en-gb", "en")}
)
#: Regions and scripts by which tags that begin with ``zh`` mean another language than Mandarin.
_CANTONESE: Final = frozenset({"hk", "mo", "yue"})


@dataclass(frozen=True, slots=True)
class Offer:
    """A voice as the system offers it, with the language tags in the system's spelling."""

    id: str
    name: str
    tags: tuple[str, ...]

    @property
    def lang(self) -> str:
        """The code of its first language, or ``und`` where the system gives none."""
        return code_of(self.tags[0]) if self.tags else "und"


def code_of(tag: str) -> str:
    """The language code of a voice's tag; ``zh-HK`` voices speak Cantonese: ``yue``."""
    code = normalize(tag)
    return "yue" if code == "zh" and _CANTONESE & set(_spelled(tag).split("-")) else code


def choose(offers: Sequence[Offer], lang: str, wanted: str | None = None) -> Offer:
    """The voice for a language: the ``wanted`` id or name, or the best.

    Raises :class:`MissingVoice` where none speaks the language, where there is none of that name,
    or where that one speaks another language.
    """
    if wanted is not None:
        return _named(offers, lang, wanted)
    code = normalize(lang)
    able = [offer for offer in offers if offer.lang == code and not _is_mbrola(offer)]
    if not able:
        raise MissingVoice(
            f"no voice here speaks {_title(code)}: add one in the system's speech settings, "
            "then look at it with: langdu voices"
        )
    return min(able, key=lambda offer: _rank(offer, code, lang))


def _named(offers: Sequence[Offer], lang: str, wanted: str) -> Offer:
    folded = wanted.casefold()
    for offer in offers:
        if folded in (offer.id.casefold(), offer.name.strip().casefold()):
            if offer.tags and normalize(lang) not in map(code_of, offer.tags):
                raise MissingVoice(
                    f"the voice {wanted!r} speaks {_title(offer.lang)} and not "
                    f"{_title(normalize(lang))}: choose another one with: langdu voices"
                )
            return offer
    raise MissingVoice(f"there is no voice {wanted!r} here: list them with: langdu voices")


def _rank(offer: Offer, code: str, lang: str) -> tuple[bool, int, int]:
    """Smaller is better: the very tag that was asked for, then preference, then plainness."""
    tag = _spelled(offer.tags[0])
    preferred = _PREFERRED.get(code, (code,))
    place = preferred.index(tag) if tag in preferred else len(preferred)
    return (tag != _spelled(lang) or lang == code, place, len(tag))


def _is_mbrola(offer: Offer) -> bool:
    """MBROLA voices are listed where only their data is installed and the program is not."""
    return offer.id.startswith("mb/")


def _spelled(tag: str) -> str:
    return tag.strip().lower().replace("_", "-")


def _title(code: str) -> str:
    language = LANGUAGES.get(code)
    return f"{language.english} ({code})" if language else repr(code)
