"""A sentence that fails a check is asked for again; the best candidate is kept."""

from collections.abc import Mapping, Sequence

import pytest

from langdu.article import Sentence
from langdu.errors import Cancelled, TranslationError
from langdu.translation import Request, Translated
from langdu.translation.facts import demand, study
from langdu.translation.fake import FakeTranslator
from langdu.translation.glossary import Glossary
from langdu.translation.jobs import Candidate, Job
from langdu.translation.steps import take_step
from langdu.translation.translator import PLAIN

NONE = Glossary.load(shipped=False)


class Scripted(FakeTranslator):
    """Answers from a table of text → hypotheses; gives one unless more are asked for."""

    def __init__(self, script: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self.script = script
        self.asked: list[tuple[str, int, bool]] = []

    def translate(
        self, texts: Sequence[str], source: str, target: str, request: Request = PLAIN
    ) -> list[Translated]:
        super().translate([], source, target, request)
        return [self._answer(text, request) for text in texts]

    def _answer(self, text: str, request: Request) -> Translated:
        self.asked.append((text, request.hypotheses, request.avoid_repeats))
        known = [Translated(one, -0.1) for one in self.script.get(text, ("What is this?",))]
        others = tuple(known[1 : request.hypotheses])
        return Translated(known[0].text, known[0].score, others)


def job(text: str, target: str = "en", *, lang: str = "zh") -> Job:
    facts = study([Sentence("b1.s1", text)], lang)["b1.s1"]
    return Job(demand(facts, target, NONE), text, lang)


def take(translator: Scripted, *texts: str) -> list[Candidate]:
    return take_step(translator, [job(text) for text in texts])


def test_what_passes_is_asked_for_once() -> None:
    engine = Scripted({"全区17000余名党员。": ["More than 17,000 Party members in the district."]})
    (found,) = take(engine, "全区1.7万余名党员。")
    assert found.text == "More than 17,000 Party members in the district."
    assert (found.faults, found.score) == (0, -0.1)
    assert engine.asked == [("全区17000余名党员。", 1, False)]


def test_the_best_hypothesis_that_passes_is_taken() -> None:
    engine = Scripted({"共45天。": ["A total of 54 days.", "In all 45 days.", "45 days."]})
    (found,) = take(engine, "共45天。")
    assert found.text == "In all 45 days."
    assert [hypotheses for _, hypotheses, _ in engine.asked] == [1, 4]


def test_where_no_hypothesis_passes_the_text_as_it_was_written_is_tried() -> None:
    engine = Scripted(
        {
            "资金12000000元。": ["Funds of 1200 yuan."],
            "资金1200万元。": ["Funds of 12 million yuan."],
        }
    )
    (found,) = take(engine, "资金1200万元。")
    assert found.text == "Funds of 12 million yuan."


def test_where_none_passes_the_best_is_kept_and_flagged() -> None:
    engine = Scripted({"共45天。": ["A total of 54 days."]})
    (found,) = take(engine, "共45天。")
    assert found.text == "A total of 54 days."
    (check,) = found.checks
    assert (check.kind, check.expected, check.found) == ("number", "45", "54")


def test_a_unit_that_differs_is_named() -> None:
    (found,) = take(Scripted({"他走了一个月。": ["He was gone for a year."]}), "他走了一个月。")
    (check,) = found.checks
    assert (check.kind, check.expected, check.found) == ("number", "1 month", "1 year")


def test_bare_digits_are_written_in_the_style_of_the_target() -> None:
    engine = Scripted({"全区17000余名党员。": ["More than 17000 Party members in the district."]})
    (found,) = take(engine, "全区1.7万余名党员。")
    assert found.text == "More than 17,000 Party members in the district."


def test_a_loop_is_decoded_again_so_that_nothing_repeats() -> None:
    engine = Scripted({"关闭": ["Close Close Close Close Close Close"]})
    take(engine, "关闭")
    assert engine.asked == [("关闭", 1, False), ("关闭", 4, True)]


def test_a_name_that_is_lost_is_given_in_the_target_language() -> None:
    engine = Scripted(
        {
            "局长张洪彬表示，全部复工。": ["Director Zhang Hong said that all work has resumed."],
            "局长 Zhang Hongbin 表示，全部复工。": [
                "Director Zhang Hongbin said that all work has resumed."
            ],
        }
    )
    (found,) = take(engine, "局长张洪彬表示，全部复工。")
    assert found.text == "Director Zhang Hongbin said that all work has resumed."
    assert found.faults == 0


def test_a_text_is_asked_for_once_however_often_it_occurs() -> None:
    engine = Scripted({"共45天。": ["In all 45 days."]})
    assert [found.text for found in take(engine, "共45天。", "共45天。")] == ["In all 45 days."] * 2
    assert len(engine.asked) == 1


def test_an_engine_that_gives_nothing_is_flagged() -> None:
    (found,) = take(Scripted({"首页": [""]}), "首页")
    assert [check.kind for check in found.checks] == ["empty"]


def test_an_engine_that_drops_a_text_is_caught() -> None:
    class Dropping(Scripted):
        def translate(self, texts: object, *rest: object) -> list[Translated]:
            return []

    with pytest.raises(TranslationError, match="gave 0 translations for 1 sentences"):
        take(Dropping({}), "首页")


def test_it_can_be_called_off() -> None:
    with pytest.raises(Cancelled):
        take_step(Scripted({}), [job("首页")], lambda: True)
