"""The checks over an article and its translation, whoever made it."""

from langdu.article import Article, Check
from langdu.errors import TranslationError
from langdu.languages import normalize
from langdu.translation.checks.running import run
from langdu.translation.facts import demand, study
from langdu.translation.glossary import Glossary


def check_article(
    source: Article, translation: Article, glossary: Glossary | None = None
) -> tuple[Check, ...]:
    """What differs between two articles with the same sentence ids.

    Raises :class:`~langdu.TranslationError` where they are not aligned or of one language.
    """
    lang, target = normalize(source.lang), normalize(translation.lang)
    if lang == target:
        raise TranslationError(
            f"both articles are in {lang!r}: give an article and its translation"
        )
    texts = {segment.id: segment.text for segment in translation.segments}
    facts = study(source.segments, lang)
    if strange := next((key for key in texts if key not in facts), None):
        raise TranslationError(
            f"the sentence {strange!r} of the translation is not in the source: "
            "the two articles are not aligned"
        )
    glossary = glossary or Glossary.load()
    return tuple(
        check
        for key, one in facts.items()
        if one.text
        for check in run(demand(one, target, glossary), texts.get(key, "").strip(), None)
    )
