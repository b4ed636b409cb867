"""Timelines: the JSON beside an audio file."""

import pytest

from langdu.errors import ArticleError
from langdu.timeline import Cue, Timeline


def test_round_trip() -> None:
    timeline = Timeline("zh", 3.5, (Cue("title", 0.0, 1.25), Cue("b1.s1", 1.75, 3.0)))
    assert Timeline.from_json(timeline.to_json()) == timeline


@pytest.mark.parametrize(
    "text", ["", "{}", '{"schema": "other"}', "[]", '{"schema": 1, "cues": 2}']
)
def test_what_is_no_timeline_is_refused(text: str) -> None:
    with pytest.raises(ArticleError):
        Timeline.from_json(text)
