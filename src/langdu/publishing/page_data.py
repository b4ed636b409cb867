"""What the reader's script must know of a page: a block of JSON at its end."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from langdu.article import Article
from langdu.publishing.editions import Edition, Sound
from langdu.publishing.labels import endonym, labels, page_tag
from langdu.publishing.labels_tools import SCRIPT_LABELS
from langdu.timeline import Cue, Timeline

VERSION: Final = 1

#: Everything that could end a script element or a line of JavaScript within a JSON string.
_ESCAPES: Final = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where an edition is: its page and its words from here, the prefix of its ids, its sound."""

    article: Article
    href: str | None
    words: str | None
    prefix: str = ""
    sound: Sound | None = None


def reader_data(current: Article, places: Iterable[Place], key: str) -> str:
    """The data of a page that shows ``current``, as JSON that can stand in a script element."""
    words = labels(current.lang)
    return safe_json(
        {
            "version": VERSION,
            "key": key,
            "editions": [_edition(place) for place in places],
            "current": current.lang,
            "labels": {name: words[name] for name in SCRIPT_LABELS},
        }
    )


def storage_key(edition: Edition) -> str:
    """A name for the article that is the same in all its editions, and on each publishing."""
    first = edition.languages[0] if edition.languages else edition.article
    named = first.url or f"{first.lang} {first.title} {first.published}"
    return hashlib.sha256(named.encode(errors="replace")).hexdigest()[:16]


def safe_json(data: object) -> str:
    """The data as JSON that is harmless in a script element and in a script."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_ESCAPES)


def _edition(place: Place) -> dict[str, Any]:
    article = place.article
    return {
        "lang": article.lang,
        "tag": page_tag(article.lang),
        "name": endonym(article.lang),
        "href": place.href,
        "words": place.words,
        "prefix": place.prefix,
        "audio": _audio(place.sound) if place.sound else None,
    }


def _audio(sound: Sound) -> dict[str, Any]:
    return {
        "src": "" if sound.embedded else sound.href,  # in the page it is in its <audio>
        "duration": round(sound.duration, 3),
        "cues": _cues(sound.timeline) if sound.timeline else [],
    }


def _cues(timeline: Timeline) -> list[list[Any]]:
    return [_cue(cue) for cue in timeline.cues if cue.lang in (None, timeline.lang)]


def _cue(cue: Cue) -> list[Any]:
    clauses = [[clause.at, round(clause.start, 3)] for clause in cue.clauses]
    row = [cue.id, round(cue.start, 3), round(cue.end, 3)]
    return [*row, clauses] if clauses else row
