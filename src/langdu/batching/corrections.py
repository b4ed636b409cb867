"""What persons corrected in the translation memory: a part of what a translation is made from.

Only sentences that an article has count for it: a correction makes those articles again, and no
other.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from langdu.batching.places import digest
from langdu.batching.recipe import Recipe
from langdu.errors import TranslationError
from langdu.languages import normalize

#: A sentence → language and translation, as persons wrote it.
_Rows = Mapping[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections of a memory, by the language of their sentences."""

    of: Mapping[str, _Rows] = field(default_factory=lambda: MappingProxyType({}))

    def concern(self, lang: str) -> bool:
        """Whether any sentence in ``lang`` was corrected."""
        return normalize(lang) in self.of

    @property
    def version(self) -> str:
        """The digest of all."""
        rows = (
            (lang, text, *pair)
            for lang, texts in self.of.items()
            for text, pairs in texts.items()
            for pair in pairs
        )
        return digest(*(part for row in sorted(rows) for part in row))

    def used(self, lang: str, targets: Collection[str], sentences: Iterable[str]) -> str:
        """The digest of those for these sentences into these languages; none: an empty text."""
        rows = self.of.get(normalize(lang), {})
        found = sorted(
            (text, target, translation)
            for text in {sentence.strip() for sentence in sentences} & rows.keys()
            for target, translation in rows[text]
            if target in targets
        )
        return digest(*(part for row in found for part in row)) if found else ""


def corrections_of(recipe: Recipe) -> Corrections:
    """The corrections of the memory that a recipe uses; none where there is none that can be read.

    Who translates says what is wrong with a memory.
    """
    if not (recipe.to and recipe.memory):
        return Corrections()
    from langdu.translation.memory import Memory

    found: dict[str, dict[str, tuple[tuple[str, str], ...]]] = {}
    try:
        with Memory(None if recipe.memory is True else recipe.memory) as memory:
            for key, entry in memory.corrections():
                rows = found.setdefault(key.source, {})
                rows[entry.text] = (*rows.get(entry.text, ()), (key.target, entry.translation))
    except TranslationError:
        return Corrections()
    return Corrections(found)
