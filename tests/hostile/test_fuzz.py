"""A bounded slice of ``make fuzz``, from langdu's own pages only."""

from collections import Counter
from collections.abc import Iterator

import pytest

from tests.hostile.fuzz import own_seeds
from tests.hostile.guarded import Guarded
from tests.hostile.mutations import MUTATIONS, mutated
from tests.hostile.way import explained_way


@pytest.fixture(scope="module")
def seeds() -> list[bytes]:
    return own_seeds()


@pytest.fixture(scope="module")
def way() -> Iterator[Guarded]:
    with Guarded(explained_way, seconds=20, memory=2000) as guarded:
        yield guarded


def test_damaged_pages_become_articles_or_errors_of_langdus_own(
    seeds: list[bytes], way: Guarded
) -> None:
    seen: Counter[str] = Counter()
    for number in range(300):
        outcome = way(mutated(f"test:{number}", seeds))
        assert outcome.failure is None, f"test:{number}: {outcome.failure}"
        seen[outcome.value.split(":")[0]] += 1
    assert seen["article"] > 100  # most of the damage is small
    assert seen["ExtractError"]


def test_a_seed_damages_a_page_in_the_same_way(seeds: list[bytes]) -> None:
    assert mutated("s:1", seeds) == mutated("s:1", seeds)
    made = {mutated(f"s:{number}", seeds) for number in range(50)}
    assert len(made) > 45
    assert len(made & set(seeds)) < 5
    assert len(MUTATIONS) > 15


def hangs(seconds: float) -> str:
    import time

    time.sleep(seconds)
    return "awake"


def grows(_: object) -> int:
    return len(bytearray(3 << 30))


def test_the_guard_sees_what_hangs_and_what_grows() -> None:
    with Guarded(hangs, seconds=0.5) as guarded:
        assert guarded(0.0).value == "awake"
        assert guarded(30.0).failure == "hung: over 0.5 s"
        assert guarded(0.0).value == "awake"
    with Guarded(grows, memory=1000) as guarded:
        assert "MemoryError" in (guarded(None).failure or "")


@pytest.mark.parametrize(
    "page",
    [
        # lxml reads control characters that it does not write: found by the fuzzer
        b"<div><p>%s</p><nav>Menu</nav>a &#1; tail \x01 \x1f<p>%s</p></div>",
        # and it has names of elements that it does not take
        b"<div><x\x01y><p>%s</p><p>%s</p></x\x01y></div><a href=/a.pdf>a</a>",
        b"<div><p>%s</p><p>%s</p></div><a href='//a\xef\xbc\x9a/b.pdf'>",
        b"<{a}b><p>%s</p><p>%s</p></{a}b><a href=/a.pdf>a</a>",
        # urlsplit raises ValueError for more than brackets
        b"<div><p>%s</p><img src='//h\xef\xbc\x9ax/a.jpg'><p>%s</p></div>",
        b"<div><p>%s</p>\x02<div class=related>See also</div>&#x1f;<p>%s</p></div>",
    ],
)
def test_what_the_fuzzer_found(page: bytes) -> None:
    prose = b"A sentence, long enough to be prose, stands in this paragraph of the page. " * 3
    assert explained_way(page % (prose, prose)) == "article"
