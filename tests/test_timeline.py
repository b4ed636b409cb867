"""Timelines: the JSON beside an audio file."""

import pytest

from langdu.errors import ArticleError
from langdu.timeline import Clause, Cue, Timeline


def test_round_trip() -> None:
    timeline = Timeline("zh", 3.5, (Cue("title", 0.0, 1.25), Cue("b1.s1", 1.75, 3.0)))
    assert Timeline.from_json(timeline.to_json()) == timeline


@pytest.mark.parametrize(
    "text", ["", "{}", '{"schema": "other"}', "[]", '{"schema": 1, "cues": 2}']
)
def test_what_is_no_timeline_is_refused(text: str) -> None:
    with pytest.raises(ArticleError):
        Timeline.from_json(text)


def test_languages_and_clauses_are_optional() -> None:
    """A reader that knows neither reads on, and a timeline without them is as before."""
    cue = Cue("b1.s1", 1.75, 3.0, "en", (Clause(4, 2.5),))
    timeline = Timeline("zh", 3.5, (Cue("title", 0.0, 1.25), cue))
    assert timeline.to_dict()["cues"] == [
        {"id": "title", "start": 0.0, "end": 1.25},
        {"id": "b1.s1", "start": 1.75, "end": 3.0, "lang": "en", "clauses": [[4, 2.5]]},
    ]
    assert Timeline.from_json(timeline.to_json()) == timeline


def test_damaged_clauses_are_refused() -> None:
    head = '{"schema": "langdu/timeline/1", "lang": "zh", "duration": 1, "cues": '
    for clauses in ("[1]", "[[1]]", '[["a", 1]]', "7"):
        row = f'[{{"id": "a", "start": 0, "end": 1, "clauses": {clauses}}}]}}'
        with pytest.raises(ArticleError):
            Timeline.from_json(head + row)
