"""The other figures of the benchmark: titles, dates, halves and the bootstrap."""

from pathlib import Path

import pytest

from benchmarks.extraction.bootstrap import paired
from benchmarks.extraction.extractors import Facts
from benchmarks.extraction.gold import FILE, GoldFacts, moment, score_facts, title_key
from benchmarks.extraction.metric import Overlap
from benchmarks.extraction.running import halves, run
from benchmarks.extraction.samples import Sample


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("2020-03-30", "2020-03-30"),
        ("2020-03-30T10:42", "2020-03-30T10:42"),
        ("2020-03-30T10:42:59+08:00", "2020-03-30T10:42"),
        ("2020年3月30日 9:05", "2020-03-30T09:05"),
        ("2020/3/30", "2020-03-30"),
        ("Monday, 2020-3-30", "2020-03-30"),
        ("March 30, 2020, 10:42 GMT", "2020-03-30T10:42"),
        ("20200330104200", ""),
        ("yesterday", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_dates_are_compared_however_they_are_written(given: str | None, read: str) -> None:
    assert moment(given) == read


def test_titles_are_compared_by_letters_and_digits() -> None:
    assert title_key("Ｎew ‘Reading’ Room, 2020!") == title_key("new reading room 2020")
    assert title_key("新阅览室 - 某网站") != title_key("新阅览室")


def test_shares_are_of_the_pages_with_a_gold() -> None:
    key = (title_key("Right"),)
    gold = {
        "a": GoldFacts(key, ("2020-03-30T10:42", "2020-03-31T02:42")),
        "b": GoldFacts(key, ("2020-03-30",)),
        "c": GoldFacts(key, ()),
        "d": GoldFacts((), ()),
    }
    found = {
        "a": Facts("right!", "2020-03-31T02:42:10Z"),
        "b": Facts("Right - site", "2020-03-29"),
        "c": Facts("Right", "2020-01-01"),
        "d": Facts("anything", None),
    }
    score = score_facts(gold, gold, found)
    assert score.titles == pytest.approx(2 / 3)
    assert (score.days, score.minutes) == (0.5, 1.0)


def test_an_extractor_without_dates_has_no_share_of_them() -> None:
    gold = {"a": GoldFacts((title_key("Right"),), ("2020-03-30",))}
    assert score_facts(gold, gold, {"a": Facts("Wrong")}).days is None
    assert score_facts(gold, gold, {"a": Facts("Wrong")}).titles == 0.0


def test_no_headline_stands_in_the_gold() -> None:
    assert FILE.read_text(encoding="utf-8").isascii()


def test_an_exception_is_an_empty_text_that_is_counted(tmp_path: Path) -> None:
    import gzip

    class Breaks:
        name = "breaks"

        def text(self, html: str, url: str) -> str:
            raise RuntimeError("no")

        def facts(self, html: str, url: str) -> Facts:
            return Facts()

    page = tmp_path / "page.html.gz"
    page.write_bytes(gzip.compress(b"<p>text"))
    found = run(Breaks(), [Sample("a", "aeb", "latin", "https://a.example/", "text", page)])
    assert (found["a"].text, found["a"].error) == ("", "RuntimeError: no")


def test_halves_have_as_many_pages_of_every_kind_and_all_of_them() -> None:
    samples = [
        Sample(f"{lang}{number}", "aeb", lang, "", "", Path())
        for lang in ("latin", "zh")
        for number in range(6)
    ]
    first, second = halves(samples, 1)
    assert sorted(s.id for s in (*first, *second)) == sorted(s.id for s in samples)
    assert sum(s.lang == "zh" for s in first) == 3
    assert halves(samples, 1) == (first, second) != halves(samples, 2)


def test_the_bootstrap_favours_what_is_better_on_every_page() -> None:
    good, bad = [Overlap(9, 1, 1)] * 5, [Overlap(5, 5, 5)] * 5
    better = paired(good, bad)
    assert better.wins == 1.0
    for value in (better.mean, better.low, better.high):
        assert value == pytest.approx(0.4)


def test_the_bootstrap_knows_a_tie_and_a_page_on_which_nothing_was_found() -> None:
    mixed = [Overlap(9, 1, 1), Overlap(0, 0, 10), Overlap(4, 1, 3)]
    same = paired(mixed, mixed)
    assert (same.mean, same.wins) == (0.0, 0.0)
    full = [Overlap(9, 1, 1), Overlap(10, 0, 0), Overlap(4, 1, 3)]
    assert 0.5 < paired(full, mixed).wins < 1.0
