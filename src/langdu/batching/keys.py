"""What each unit of an article was made from, as one digest: its key.

A unit is an article in one language and one form. Its key changes with whatever would change its
bytes; a unit whose receipt has the key that is wanted need not be made again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from langdu.batching.corrections import Corrections
from langdu.batching.identity import Identity
from langdu.batching.places import digest
from langdu.batching.recipe import Recipe

#: The text itself, as JSON: what all other forms are made from.
TEXT: Final = "article"
AUDIO: Final = "audio"


@dataclass(frozen=True, slots=True)
class Unit:
    """One language and one form of an article: ``article``, ``audio``, or a format's name."""

    lang: str
    form: str

    def __str__(self) -> str:
        return f"{self.lang}/{self.form}"

    @classmethod
    def from_str(cls, text: str) -> "Unit":
        """Read what ``str`` wrote."""
        lang, _, form = text.partition("/")
        return cls(lang, form)


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys that a recipe wants."""

    recipe: Recipe
    identity: Identity
    corrections: Corrections = field(default_factory=Corrections)

    def source(self, content: str) -> str:
        """The key of a cleaned article; ``content`` is the digest of its source's bytes."""
        identity = self.identity
        return digest("text", identity.langdu, identity.rules, str(self.recipe.pages), content)

    def units(
        self,
        slug: str,
        content: str,
        lang: str,
        sentences: Iterable[str] = (),
        pictures: str = "",
    ) -> dict[Unit, str]:
        """Every unit of an article in ``lang``, with its key; the texts first, the source's first.

        ``sentences`` are those of the article, where :attr:`corrections` concern its language;
        ``pictures`` is the digest of those that lie beside it. Pages link to each other and to the
        audio, so their keys depend on all texts and all audio.
        """
        texts = {lang: self.source(content)}
        said = tuple(sentences)
        for target in self.recipe.targets(lang):
            texts[target] = self._translation(texts[lang], slug, lang, target, said)
        units = {Unit(code, TEXT): key for code, key in texts.items()}
        if self.recipe.cleans_only:
            return units
        sounds = (
            {code: self._audio(key) for code, key in texts.items()} if self.recipe.audio else {}
        )
        units.update({Unit(code, AUDIO): key for code, key in sounds.items()})
        made_from = (*self.recipe.formats, pictures, *_flat(texts), *_flat(sounds))
        page = digest(self.identity.langdu, *made_from)
        units.update({Unit(code, form): page for code in texts for form in self.recipe.formats})
        return units

    def _translation(
        self, source: str, slug: str, lang: str, target: str, said: tuple[str, ...]
    ) -> str:
        given = given_file(self.recipe, slug, target)
        if given:
            return digest("given", source, given.read_bytes())
        identity = self.identity
        # on the way through another language, what was corrected in that one counts too
        corrected = self.corrections.used(lang, identity.languages(lang, target)[1:], said)
        made_by = (identity.engine, identity.glossary, corrected, *identity.way(lang, target))
        return digest("machine", source, target, *made_by)

    def _audio(self, text: str) -> str:
        recipe, identity = self.recipe, self.identity
        voice = (identity.voice, recipe.voice_name or "", repr(recipe.rate), identity.pronounce)
        return digest("audio", text, identity.langdu, *voice)


def given_file(recipe: Recipe, slug: str, lang: str) -> Path | None:
    """The translation that a person made, if there is one."""
    if recipe.translations is None:
        return None
    path = recipe.translations / slug / lang / "article.json"
    return path if path.is_file() else None


def _flat(pairs: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(part for pair in pairs.items() for part in pair)
