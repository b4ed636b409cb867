"""Where a Chinese text names a person by a surname that sounds otherwise than its character."""

import re
from collections.abc import Container
from typing import Final

#: A surname with two characters that do not make a common word of it. It only saves time: the
#: dictionary behind the search is loaded for what is left.
_CANDIDATE: Final = re.compile(
    "曾(?![经任是在为有获被到于])[\u4e00-\u9fff]{2}|[仇覃翟缪][\u4e00-\u9fff]{2}|朴(?![素实])[\u4e00-\u9fff]{2}"
    "|解(?![决放释除散读答说方])[\u4e00-\u9fff]{2}|单(?![位一独元纯个身亲方车季])[\u4e00-\u9fff]{2}"
    "|区(?![域委政级内块])[\u4e00-\u9fff]{2}|查(?![处询看找明出资作水酒尔理韦克])[\u4e00-\u9fff]{2}"
    "|任(?![务何命用职意期教选免])[\u4e00-\u9fff]{2}|华(?![中侨东南夏北为润丽尔莱盛])[\u4e00-\u9fff]{2}"
    "|葛(?![根兰洲])[\u4e00-\u9fff]{2}|纪(?![委律念检录])[\u4e00-\u9fff]{2}"
    "|应(?![该当急用对届])[\u4e00-\u9fff]{2}|燕(?![子窝郊京])[\u4e00-\u9fff]{2}"
)


def persons(text: str, surnames: Container[str]) -> frozenset[int]:
    """The places of the surnames of names of three characters (曾志伟), by rjieba's tags.

    Shorter names look like words too often (朴素, 查明). ``text`` is Chinese characters only.
    """
    if not _CANDIDATE.search(text):
        return frozenset()
    import rjieba  # its dictionary takes 0.1 s

    found = set()
    at = 0
    for word, tag in rjieba.tag(text):
        person = len(word) == 3 and tag.startswith("nr") and tag != "nrt"
        if person and word[0] in surnames and _CANDIDATE.match(word):
            found.add(at)
        at += len(word)
    return frozenset(found)
