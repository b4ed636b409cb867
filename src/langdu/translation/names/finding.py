"""Find the names of a Chinese article."""

from collections.abc import Sequence
from dataclasses import replace

from langdu.languages import guess
from langdu.translation.names.name import Name
from langdu.translation.names.organisations import find_organisations
from langdu.translation.names.people import find_people
from langdu.translation.names.places import find_places
from langdu.translation.names.reading import simple
from langdu.translation.names.spotting import positions


def find_names(sentences: Sequence[tuple[str, str]]) -> dict[str, tuple[Name, ...]]:
    """The people, places and organisations of one Chinese article, by sentence id, in order.

    ``sentences`` are (id, text) in the order of the article: a name that one sentence makes sure is
    found in the others too. Only what is sure is found. Traditional characters are read as well.
    Every id is in the result; in an article that is not Chinese nothing is found.
    """
    if guess(text for _, text in sentences) != "zh":
        return {id_: () for id_, _ in sentences}
    texts = [simple(text) for _, text in sentences]
    taken: list[list[Name]] = [list(find_organisations(text)) for text in texts]
    for names, people in zip(taken, find_people(texts), strict=True):
        busy = positions(names)
        names += [name for name in people if name.start not in busy]
    for names, places in zip(taken, find_places(texts, taken), strict=True):
        names += places
        names.sort(key=lambda name: name.start)
    return {
        id_: tuple(_as_written(name, text) for name in names)
        for (id_, text), names in zip(sentences, taken, strict=True)
    }


def _as_written(name: Name, text: str) -> Name:
    """The name with the characters of the text itself, which may be traditional ones."""
    whole = text[name.start : name.end]
    if whole == name.text:
        return name
    first = len(name.surname or name.stem)
    head, tail = whole[:first], whole[first:]
    if name.kind == "person":
        return replace(name, text=whole, surname=head, given=tail)
    return replace(name, text=whole, stem=head, suffix=tail)
