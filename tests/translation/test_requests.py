"""What the local models give beside the best translation: others, links, no loops, a way out."""

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from langdu.errors import Cancelled
from langdu.translation import Request
from langdu.translation.engines.argos import ArgosTranslator
from langdu.translation.engines.batches import FEWEST, MOST, SCORES, packed
from langdu.translation.engines.ctranslate2_model import LoadedModel, load
from langdu.translation.engines.pieces import moved, piece_spans

SENTENCE = "全区1.7万名党员，全部复工。"
LONG = "全区1.7万名党员，" * 60


@pytest.fixture(scope="module")
def model(packages: Path) -> LoadedModel:
    return load(next(packages.glob("*zh_en*")), threads=2)


def test_others_are_different_and_come_best_first(model: LoadedModel) -> None:
    plain = model.translate([SENTENCE])[0]
    [result] = model.translate([SENTENCE], Request(hypotheses=8))
    texts = [result.text, *(other.text for other in result.others)]
    assert len(set(texts)) == len(texts) > 4
    assert all(other.score is not None and not other.others for other in result.others)
    assert plain.others == ()
    [four] = model.translate([SENTENCE], Request(hypotheses=4))
    assert four.text == plain.text  # the same beam, so the same best


def test_links_lie_within_their_texts_and_join_what_is_the_same(model: LoadedModel) -> None:
    [result] = model.translate([SENTENCE], Request(links=True, hypotheses=2))
    for one in (result, *result.others):
        assert one.links
        for link in one.links:
            assert 0 <= link.source[0] < link.source[1] <= len(SENTENCE)
            assert 0 <= link.target[0] < link.target[1] <= len(one.text)
            assert 0 < link.weight <= 1
    assert model.translate([SENTENCE])[0].links == ()


def test_strong_links_join_what_became_what(model: LoadedModel) -> None:
    [result] = model.translate([SENTENCE], Request(links=True))
    strong = {
        (SENTENCE[slice(*link.source)], result.text[slice(*link.target)])
        for link in result.links
        if link.weight >= 0.7
    }
    assert strong >= {("1", "1"), ("7", "7"), ("万名", "0"), ("党员", "Par"), ("全区", "the")}


def test_links_of_a_text_cut_at_its_clauses_point_at_their_own_clause(model: LoadedModel) -> None:
    [result] = model.translate([LONG], Request(links=True))
    assert max(link.source[1] for link in result.links) > 0.9 * len(LONG)
    assert 0.9 * len(result.text) < max(link.target[1] for link in result.links)
    assert max(link.target[1] for link in result.links) <= len(result.text)
    last = len(model.translate([LONG[-20:]])[0].text)
    tail = [link for link in result.links if link.target[0] > len(result.text) - last]
    assert min(link.source[0] for link in tail) > len(LONG) / 3  # not of the first chunk


def test_a_tokenizer_without_positions_gives_no_links(model: LoadedModel) -> None:
    blind = dataclasses.replace(model, spans=None)
    assert blind.translate([SENTENCE], Request(links=True))[0].links == ()


def test_tokens_around_the_source_move_no_link(model: LoadedModel) -> None:
    """Links count from the text, not from what the model wants before it."""
    wrapped = dataclasses.replace(model, source_prefix=("▁", "▁"), source_suffix=("▁",))
    [result] = wrapped.translate([SENTENCE], Request(links=True))
    assert all(link.source[1] <= len(SENTENCE) for link in result.links)


def test_a_target_prefix_is_taken_off_the_text_and_the_links(model: LoadedModel) -> None:
    prefixed = dataclasses.replace(model, target_prefix=("▁Par", "ty"))
    [result] = prefixed.translate([SENTENCE], Request(links=True))
    assert not result.text.startswith("Party")
    assert all(link.target[1] <= len(result.text) for link in result.links)


def test_against_loops_no_four_pieces_come_twice(model: LoadedModel) -> None:
    loop = "全区" * 30
    pieces = model.encode(model.translate([loop], Request(avoid_repeats=True))[0].text)
    fours = [tuple(pieces[at : at + 4]) for at in range(len(pieces) - 3)]
    assert len(set(fours)) == len(fours)


def test_calling_off_is_asked_for_before_every_batch(packages: Path) -> None:
    with_numbers = [f"{number}名党员，全部复工。" * 4 for number in range(200)]
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked == 4

    translator = ArgosTranslator(packages)
    with pytest.raises(Cancelled):
        translator.translate(with_numbers, "zh", "en", Request(cancelled=cancelled))
    assert asked == 4
    again = translator.translate([SENTENCE], "zh", "en")[0]  # nothing is stuck
    assert again.text


def test_a_text_that_comes_twice_is_decoded_once(packages: Path) -> None:
    model = load(next(packages.glob("*zh_en*")), threads=1)
    sizes: list[int] = []

    class Counting:
        num_translators = 1

        def translate_batch(self, sources: list[list[str]], **options: object) -> object:
            sizes.append(len(sources))
            return model.translator.translate_batch(sources, **options)

    counting = dataclasses.replace(model, translator=Counting())
    results = counting.translate([SENTENCE, "首页", SENTENCE])
    assert results[0] == results[2] != results[1]
    assert sum(sizes) == 2


@given(st.lists(st.integers(1, 300), max_size=200), st.integers(1, 8))
def test_batches_hold_every_text_once_and_no_more_than_they_may(
    lengths: list[int], threads: int
) -> None:
    batches = packed(lengths, threads)
    assert sorted(index for batch in batches for index in batch) == list(range(len(lengths)))
    for batch in batches:
        assert (
            len(batch) == 1
            or len(batch) * (max(lengths[index] for index in batch) + SCORES) <= MOST
        )
    firsts = [lengths[batch[0]] for batch in batches]
    assert firsts == sorted(firsts, reverse=True)


def test_batches_get_smaller_so_that_threads_end_together() -> None:
    sizes = [len(batch) for batch in packed([20] * 150, 2)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == MOST // (20 + SCORES)
    assert sizes[-2] <= FEWEST // (20 + SCORES)


@pytest.mark.parametrize(
    ("pieces", "text", "spans"),
    [
        (["▁Li", "▁Gang", "."], "Li Gang.", [(0, 2), (3, 7), (7, 8)]),
        (["▁", "云", "溪"], "云溪", [(0, 0), (0, 1), (1, 2)]),
        (["▁a", "▁"], "a", [(0, 1), (1, 1)]),
        (["▁", "<0xE9>", "<0x95>", "<0xBF>", "沙"], "長沙", None),
        (
            ["▁", "<0xE9>", "<0x95>", "<0xB7>", "沙"],
            "長沙",
            [(0, 0), (0, 1), (0, 1), (0, 1), (1, 2)],
        ),
        (["<unk>", "b"], " ⁇ b", None),
        (["a"], "ab", None),
        ([], "", []),
    ],
)
def test_where_pieces_stand(
    pieces: list[str], text: str, spans: list[tuple[int, int]] | None
) -> None:
    assert piece_spans(pieces, text) == spans


def test_a_character_that_became_several_belongs_to_each_of_its_pieces() -> None:
    # "5㎏重" is normalised to "5kg重"
    assert moved([(0, 1), (1, 2), (2, 3), (3, 4)], [0, 1, 1, 2, 3]) == [
        (0, 1),
        (1, 2),
        (1, 2),
        (2, 3),
    ]
    # " a" to "a": what stood before it is gone
    assert moved([(0, 0), (0, 1)], [1, 2]) == [(1, 1), (1, 2)]


@settings(max_examples=40, deadline=None)
@given(st.text("全区1.7万名党员，复工 ①ａ😀", max_size=40))
def test_links_of_any_text_lie_within_it(model: LoadedModel, text: str) -> None:
    [result] = model.translate([text], Request(links=True))
    for link in result.links:
        assert 0 <= link.source[0] < link.source[1] <= len(text)
        assert 0 <= link.target[0] < link.target[1] <= len(result.text)
        assert result.text[slice(*link.target)].strip() == result.text[slice(*link.target)]
