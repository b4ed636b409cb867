"""Loops: a translation that says the same again and again, as models do on short texts.

A word, a phrase or a character that follows itself more often than anything of the source does.
Numbers do not count. All searches are bounded, so that time grows with the length of the text.
"""

import re
from collections.abc import Iterator
from typing import Final

from langdu.article import Check
from langdu.translation.checks.pair import Pair
from langdu.translation.checks.tokens import Tokens, tokenize

#: The kind of what this check finds.
KIND: Final = "repetition"
#: A unit of up to 40 tokens, three times or more in a row.
_THRICE: Final = re.compile("(.{1,40}?)\\1{2,}", re.DOTALL)
#: A unit of 8 to 60 tokens, twice in a row: no phrase is said twice by chance.
_TWICE: Final = re.compile("(.{8,60}?)\\1", re.DOTALL)
#: Letters of a word: haaaaaa, lololololo.
_IN_WORD: Final = re.compile(r"([^\W\d_]{1,3}?)\1{3,}")
#: Stops and signs: ", , , , , , ,".
_SIGNS: Final = re.compile(r"([^\w\s])(?:\s*\1){6,}")
#: As often in a row as nothing needs a source for.
_FREE: Final = 2
#: One kana thrice may be grammar (していたたたき台); a fourth is none.
_FREE_KANA: Final = 3
_KANA: Final = re.compile("[\u3041-\u30ff]")
#: Tokens between two of a kind that still belong together: 想干事、能干事.
_NEAR: Final = 8
#: Words that return in every sentence and are no repetition of the source.
_FUNCTION_WORDS: Final = frozenset("的 了 和 在 the a of and to in и в на с".split())
#: A finding is quoted up to so many characters.
_QUOTED: Final = 60


def check(pair: Pair) -> Iterator[Check]:
    """One finding, the longest loop; what was expected is the most that the source allows."""
    source, target = tokenize(pair.source), tokenize(pair.target)
    allowed = max(_FREE, _most_repeated(source))
    loops = [*_phrases(pair, source, target, allowed), *_letters(pair)]
    if loops:
        found = max(loops, key=len)
        quoted = found if len(found) <= _QUOTED else found[: _QUOTED - 1] + "…"
        yield Check(pair.id, KIND, f"at most {allowed} times", quoted)


def _phrases(pair: Pair, source: Tokens, target: Tokens, allowed: int) -> Iterator[str]:
    """Where the target says a word or a phrase more often in a row than it may."""
    for loop in _THRICE.finditer(target.code):
        size = len(loop[1])
        kana = size == 1 and _KANA.match(target.words[loop.start()])
        most = max(allowed, _FREE_KANA) if kana else allowed
        if len(loop[0]) // size > most and target.says_something(*loop.span(1)):
            yield _quote(pair.target, target, loop)
    if allowed == _FREE and not _TWICE.search(source.code):
        for loop in _TWICE.finditer(target.code):
            if len(set(loop[1])) > len(loop[1]) // 2 and target.says_something(*loop.span(1)):
                yield _quote(pair.target, target, loop)


def _letters(pair: Pair) -> Iterator[str]:
    """Runs inside words, and runs of signs, where the source has none."""
    for pattern in (_IN_WORD, _SIGNS):
        if not pattern.search(pair.source):
            yield from (run[0] for run in pattern.finditer(pair.target))


def _quote(text: str, tokens: Tokens, loop: re.Match[str]) -> str:
    return text[tokens.spans[loop.start()][0] : tokens.spans[loop.end() - 1][1]]


def _most_repeated(tokens: Tokens) -> int:
    """How often one word of the source returns, each time near to where it was before."""
    last: dict[str, int] = {}
    times: dict[str, int] = {}
    most = 0
    for index, word in enumerate(tokens.words):
        if word.startswith("\0") or word in _FUNCTION_WORDS or _KANA.match(word):
            continue
        near = index - last.get(word, -_NEAR - 1) <= _NEAR
        times[word] = times[word] + 1 if near else 1
        last[word] = index
        most = max(most, times[word])
    return most
