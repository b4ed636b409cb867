"""langdu's scores on the development pages must not drop.

The pages are other people's and lie beside the repository; without them this is skipped. Raise a
floor when langdu has got better; lower one only with a reason in the commit.
"""

from collections.abc import Mapping

import pytest

from benchmarks.extraction.extractors import Facts, Langdu
from benchmarks.extraction.gold import fact_sets, read_gold, score_facts
from benchmarks.extraction.running import Found, row, run
from benchmarks.extraction.samples import FOLDER, SETS, Sample, read_samples

#: The lowest F1 that passes, by the key of a set of pages.
FLOORS = {
    "aeb": 0.9745,
    "zh": 0.974,
    "other": 0.976,
    "latin": 0.928,
    "moz-cjk": 0.993,
    "moz-latin": 0.9675,
    "cjk": 0.977,
}

#: The lowest share of right titles and of right days, by the name of a set of facts.
FACT_FLOORS = {
    "Chinese": (1.0, 1.0),
    "ja ko ru": (1.0, 1.0),
    "Latin (AEB, magic)": (1.0, 1.0),
}

pytestmark = pytest.mark.skipif(
    not (FOLDER / "manifest.jsonl").exists(),
    reason="the development pages (../shared) are not here",
)


@pytest.fixture(scope="module")
def samples() -> list[Sample]:
    return list(read_samples())


@pytest.fixture(scope="module")
def found(samples: list[Sample]) -> Mapping[str, Found]:
    return run(Langdu(), samples)


def test_nothing_but_no_article_is_raised(found: Mapping[str, Found]) -> None:
    assert {key: page.error for key, page in found.items() if page.error} == {}


@pytest.mark.parametrize("key", FLOORS)
def test_the_text_is_as_good_as_it_was(
    key: str, samples: list[Sample], found: Mapping[str, Found]
) -> None:
    (pages,) = (one for one in SETS if one.key == key)
    assert row("langdu", found, pages, samples).score.f1 >= FLOORS[key]


@pytest.mark.parametrize("name", FACT_FLOORS)
def test_titles_and_dates_are_as_good_as_they_were(name: str, samples: list[Sample]) -> None:
    gold = read_gold(samples)
    (pages,) = (one for one in fact_sets(samples, gold) if one.name == name)
    langdu, by_id = Langdu(), {sample.id: sample for sample in samples}
    given: dict[str, Facts] = {
        key: langdu.facts(by_id[key].html(), by_id[key].url) for key in pages.pages
    }
    score = score_facts(pages.pages, gold, given)
    titles, days = FACT_FLOORS[name]
    assert (score.titles or 0) >= titles
    assert (score.days or 0) >= days
