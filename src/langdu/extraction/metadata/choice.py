"""Which of the facts that were noted become the fields of the article.

The order is that of evidence. A date with a label of publishing under the title is what readers
see, and hand-read dates agree with it; metas follow, then what stands there unlabelled, then what
is further away. Writers are named in the text more often than in metas, which name clerks.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from langdu.extraction.dates import date_in_address, finer
from langdu.extraction.metadata.keywords import split_keywords
from langdu.extraction.metadata.names import clean, is_name, is_person
from langdu.extraction.metadata.title_parts import is_sites
from langdu.extraction.notes import Notes
from langdu.extraction.result import Origin
from langdu.extraction.text import key

_PUBLISHED: Final = (
    "published_shown",
    "published",
    "published_near",
    "published_far",
    "published_weak",
)
_UPDATED: Final = ("updated", "updated_far", "updated_weak")
_MOST_BEATEN: Final = 4


def choose(notes: Notes, text: str, url: str | None) -> dict[str, Origin]:
    """The chosen fact of each field that has one. ``text`` is the article's, in full."""
    found: list[Origin | None] = [
        _first(notes, "title", ("title",)),
        _first(notes, "url", ("canonical",)),
        _first(notes, "site", ("site",), is_name),
        _published(notes, url),
        _first(notes, "updated", _UPDATED),
        _first(notes, "source", ("source",), is_name),
        _path(notes),
        _keywords(notes, text),
    ]
    found += _people(notes)
    return {fact.field: fact for fact in found if fact is not None}


def _first(
    notes: Notes,
    field: str,
    names: tuple[str, ...],
    good: Callable[[str], bool] = bool,
) -> Origin | None:
    """The first fact that is good, as one of ``field``, with what it was chosen over."""
    facts = [fact for name in names for fact in notes.of(name)]
    if field in ("source", "author", "editor"):
        facts = [replace(fact, value=clean(fact.value)) for fact in facts]
    best = next((fact for fact in facts if good(fact.value)), None)
    return _over(replace(best, field=field), facts, notes) if best else None


def _over(best: Origin, facts: list[Origin], notes: Notes) -> Origin:
    """A fact with those that it was chosen over, for who asks for an explanation."""
    if not notes.explaining or len(facts) == 1:
        return best
    beaten = dict.fromkeys(
        f"{fact.value} ({fact.where})" for fact in facts if fact.value and fact.value != best.value
    )
    return replace(best, beaten=tuple(beaten)[:_MOST_BEATEN])


def _published(notes: Notes, url: str | None) -> Origin | None:
    facts = [fact for name in _PUBLISHED for fact in notes.of(name)]
    if not facts:
        day = date_in_address(url or "")
        return Origin("published", "address", day) if day else None
    best = replace(facts[0], field="published")
    # what readers are shown has no zone; only the first such day can be the publication's
    shown = next((fact.value[:10] for fact in facts if len(fact.value) in (10, 16)), None)
    for fact in facts[1:]:
        if (
            fact.value[:10] != best.value[:10]
            and fact.value[:10] != shown
            and "Z" not in fact.value
        ):
            continue
        value = finer(best.value, fact.value)
        if value and value != best.value:
            best = replace(best, value=value, where=f"{best.where}, {fact.where}")
    return _over(best, facts, notes)


def _people(notes: Notes) -> list[Origin | None]:
    """Author and editor. A clerk who is both in metas and in the editor's line is the editor."""
    editor = _first(notes, "editor", ("editor", "editor_weak"), lambda name: is_person(name, ()))
    others = {key(fact.value) for name in ("site", "source") for fact in notes.of(name)}
    sure = _first(notes, "author", ("author",), lambda name: is_person(name, others))
    if sure:
        same = editor is not None and key(sure.value) == key(editor.value)
        return [sure, None if same else editor]
    known = key(editor.value) if editor else None

    def told(name: str) -> bool:
        return is_person(name, others) and not is_sites(name) and not (known and known in key(name))

    return [_first(notes, "author", ("author_far", "author_weak", "author_named"), told), editor]


def _path(notes: Notes) -> Origin | None:
    """The columns, without the article's own title at their end."""
    title = key(notes.first("title") or "")
    for fact in [*notes.of("path"), *notes.of("column")]:
        names = [name for name in fact.value.split("\n") if name]
        if (
            len(names) > 1
            and title
            and key(names[-1]) in title
            and len(key(names[-1])) * 2 > len(title)
        ):
            names.pop()
        if len(names) > (fact.field == "path"):  # a path of one name says no more than a column
            return Origin("column", fact.where, "\n".join(names))
    return None


def _are_in(words: tuple[str, ...], text: str) -> bool:
    whole = key(text)
    return any(own in whole for word in words if (own := key(word)))


def _keywords(notes: Notes, text: str) -> Origin | None:
    """The first row of keywords of which one is in the text: others are the site's own."""
    for fact in [*notes.of("keywords"), *notes.of("keywords_weak")]:
        words = split_keywords(fact.value)
        told = not fact.where.startswith("meta ") or any(word in text for word in words)
        if words and (told or _are_in(words, f"{notes.first('title') or ''} {text}")):
            return Origin("keywords", fact.where, "\n".join(words))
    return None
