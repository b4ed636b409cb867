"""What is known of a source sentence: what its translation must say again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from langdu.article import Sentence
from langdu.quantities import Quantity, find
from langdu.translation.glossary import Found, Glossary
from langdu.translation.names import Name, find_names, forms, render
from langdu.translation.references import elsewhere


@dataclass(frozen=True, slots=True)
class Facts:
    """One source sentence without its outer white space, its quantities and its names.

    ``others`` are the names that the article names elsewhere and that nothing in this sentence
    stands for: no translation of it has a reason to name them.
    """

    id: str
    text: str
    lang: str
    quantities: tuple[Quantity, ...] = ()
    names: tuple[Name, ...] = ()
    others: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Demands:
    """What a translation of a sentence into one language must hold.

    ``terms`` are those of the user's glossaries, ``advice`` those that langdu ships. Names that a
    user's term names are not among ``names``: the glossary wins; nor are those with a character for
    which the target's convention is not known. ``usual``: how such names and terms are said
    otherwise (form, the user's form): what an engine will have written instead.
    """

    facts: Facts
    target: str
    names: tuple[Name, ...]
    terms: tuple[Found, ...]
    advice: tuple[Found, ...]
    usual: tuple[tuple[str, str], ...] = ()


def study(segments: Sequence[Sentence], lang: str) -> Mapping[str, Facts]:
    """Facts by sentence id. Names are found over the whole article, and only in Chinese."""
    texts = [(segment.id, segment.text.strip()) for segment in segments]
    names = find_names(texts) if lang == "zh" else {}
    others = elsewhere(texts, names)
    return {
        key: Facts(key, text, lang, find(text, lang), names.get(key, ()), others.get(key, ()))
        for key, text in texts
    }


def demand(facts: Facts, target: str, glossary: Glossary) -> Demands:
    """What the translation of a sentence into ``target`` must hold."""
    found = glossary.terms(facts.text, facts.lang, target)
    terms = tuple(one for one in found if not one.term.shipped)
    # places are names: find_names knows where one ends, a list of words takes 河北 out of 银河北岸
    advice = tuple(one for one in found if one.term.shipped and one.term.kind != "place")
    names = tuple(
        name
        for name in facts.names
        if render(name, target)
        and not any(one.start < name.end and name.start < one.end for one in terms)
    )
    usual = tuple(
        (form, one.term.target)
        for one in terms
        for form in (*_spelled(facts, one, target), *glossary.usual(one.term, facts.lang, target))
        if form not in one.term.accepted
    )
    return Demands(facts, target, names, terms, advice, usual)


def _spelled(facts: Facts, found: Found, target: str) -> tuple[str, ...]:
    """The spellings of a name that a user's term gives another one."""
    return next((forms(name, target) for name in facts.names if name.text == found.term.source), ())
