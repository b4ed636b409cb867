"""Where clauses begin."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from langdu.clauses import clause_starts


@pytest.mark.parametrize(
    "text",
    [
        "各村清理河道、|修整梯田，|共完成土方一万方。",
        "疫情期间,|协调口罩等物资,|助力企业。",
        "他说：|“路修好了，|车也多了。”",
        "大家说“路修好了，”|然后走了。",
        "见附件（一），|以及（二）。",
        "Since March, |the road, |17,000 metres long, |is open; |it opened at 10:42.",
        "See https://portal.example/a,b, |and write.",
        "A word – |and another -- |and well-known ones.",
        "3월부터, |마을은 강을 정비했다.",
        "С марта, |как сказано, |дорога открыта: |17 000 метров.",
        "まず、|川をきれいにし、|田を直した。",
        "期间，|2019年,|2020年,|见“路,|桥”一节。",
        "等等……|后来呢？",
        "没有标点的一个句子。",
        "，，，",
        "",
    ],
)
def test_clauses(text: str) -> None:
    whole = text.replace("|", "")
    starts = (0, *clause_starts(whole), len(whole))
    pieces = [whole[a:b] for a, b in pairwise(starts)]
    assert pieces == text.split("|")


@given(st.text(st.sampled_from("路车a1 ，,:：；;“”（）—-…\n。"), max_size=60))
def test_no_clause_is_empty_or_only_punctuation(text: str) -> None:
    starts = (0, *clause_starts(text), len(text))
    pieces = [text[a:b] for a, b in pairwise(starts)]
    assert "".join(pieces) == text
    assert len(pieces) == 1 or all(any(map(str.isalnum, piece)) for piece in pieces)
