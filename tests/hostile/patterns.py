"""Every regular expression of langdu, and the texts that each would take longest over."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, Final

import langdu

_ROOT: Final = Path(langdu.__file__).parent
#: The most seconds that one match may take.
MOST: Final = 0.5
#: Their patterns are handed to a function that matches lines of at most 400 characters.
_LINES: Final = "langdu.extraction.rules.tail."
#: Their patterns are handed to rules, which match at one place of a text after the other; what that
#: costs over a whole text is held by the tests of the spoken forms.
_RULES: Final = "langdu.speech.spoken."
_CALLS: Final = ("search", "match", "fullmatch", "findall")
#: Categories of characters → one of them.
_EXAMPLES: Final = {
    sre.CATEGORY_DIGIT: "7",
    sre.CATEGORY_NOT_DIGIT: "a",
    sre.CATEGORY_SPACE: " ",
    sre.CATEGORY_NOT_SPACE: "a",
    sre.CATEGORY_WORD: "a",
    sre.CATEGORY_NOT_WORD: " ",
}
#: What may follow so that a match fails at the last moment.
_TAILS: Final = ("", "\x00", "!", "\n", "x")
_CANDIDATES: Final = "a7 汉가я:：-.\n<>/"


def every_pattern() -> dict[str, re.Pattern[str]]:
    """Module and name → pattern, for every module of langdu."""
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.walk_packages(langdu.__path__, "langdu."):
        if module.name.endswith("__main__"):
            continue
        names = vars(importlib.import_module(module.name))
        for name, value in names.items():
            for index, pattern in enumerate(_patterns(value)):
                if isinstance(pattern.pattern, str):
                    found[f"{module.name}.{name}[{index}]"] = pattern
    unique = {(p.pattern, p.flags): where for where, p in reversed(found.items())}
    return {where: found[where] for where in sorted(unique.values())}


def calls(where: str) -> tuple[str, ...]:
    """How langdu uses the pattern of that name; in every way where it is in a table."""
    if where.startswith(_LINES):
        return ("match",)
    module, _, name = where.partition("[")[0].rpartition(".")
    own = (importlib.import_module(module).__file__ or "",)
    files = [Path(file) for file in own] if name.startswith("_") else _ROOT.rglob("*.py")
    source = "".join(file.read_text("utf-8") for file in files)
    used = set(
        re.findall(rf"\b{name}\.(search|match|fullmatch|findall|finditer|sub|split)\(", source)
    )
    alike = {"finditer": "findall", "sub": "findall", "split": "findall"}
    called = tuple(sorted({alike.get(call, call) for call in used}))
    return called or (("match",) if where.startswith(_RULES) else _CALLS)


def _patterns(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _patterns(part)
    elif isinstance(value, tuple | list | frozenset):
        for part in value:
            yield from _patterns(part)


def attacks(pattern: re.Pattern[str], size: int) -> list[str]:
    """Texts of about ``size`` characters that repeat what the pattern repeats, and then fail."""
    tree = _parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    bodies: dict[tuple[str, str], None] = {}
    for prefix, body in _repeats(tree, ""):
        bodies[(prefix, body)] = None
        bodies[("", body)] = None
    whole = _sample(tree)
    bodies[("", whole)] = None
    for char in dict.fromkeys(whole):
        bodies[("", char)] = None
    return [
        prefix + body * (size // len(body)) + tail
        for prefix, body in bodies
        if body
        for tail in _TAILS
    ]


def slowest(job: tuple[str, int, tuple[str, ...], int]) -> tuple[float, str]:
    """The processor seconds of the attack that costs most, and how it begins.

    The first that costs more than ``MOST`` is enough.
    """
    source, flags, ways, size = job
    pattern = re.compile(source, flags)
    worst = (0.0, "")
    for text in attacks(pattern, size):
        for way in ways:
            call = getattr(pattern, way)
            begin = time.process_time()
            call(text)
            worst = max(worst, (time.process_time() - begin, f"{way} {text[:40]!r}"))
            if worst[0] > MOST:
                return worst
    return worst


def _repeats(items: Iterable[Any], prefix: str) -> Iterator[tuple[str, str]]:
    """What stands before each part that may come again, and a text of that part."""
    for operator, value in items:
        if operator in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            _, most, body = value
            if most > 3:
                for text in _samples(body):
                    yield prefix, text
            yield from _repeats(body, prefix)
        elif operator is sre.BRANCH:
            for branch in value[1]:
                yield from _repeats(branch, prefix)
        elif operator is sre.SUBPATTERN:
            yield from _repeats(value[3], prefix)
        elif operator is sre.ATOMIC_GROUP:
            yield from _repeats(value, prefix)
        elif operator in (sre.ASSERT, sre.ASSERT_NOT):
            yield from _repeats(value[1], prefix)
        prefix += _one(operator, value)


def _samples(items: Iterable[Any]) -> list[str]:
    """Texts of a part: one for each of its alternatives where it is one, else a single one."""
    parts = list(items)
    if len(parts) == 1 and parts[0][0] is sre.SUBPATTERN:
        return _samples(parts[0][1][3])
    if len(parts) == 1 and parts[0][0] is sre.BRANCH:
        return [_sample(branch) for branch in parts[0][1][1]][:8]
    if len(parts) == 1 and parts[0][0] is sre.IN:
        chars = dict.fromkeys(
            [_one(*parts[0]), *(c for c in _CANDIDATES if _takes(parts[0][1], c))]
        )
        return list(chars)[:6]
    return [_sample(parts)]


def _sample(items: Iterable[Any]) -> str:
    return "".join(_one(operator, value) for operator, value in items)


def _one(operator: Any, value: Any) -> str:
    """A text that one node matches, about."""
    if operator is sre.LITERAL:
        return chr(value)
    if operator is sre.NOT_LITERAL:
        return next(c for c in _CANDIDATES if ord(c) != value)
    if operator is sre.ANY:
        return "a"
    if operator is sre.IN:
        return _any_of(value)
    if operator is sre.BRANCH:
        return _sample(value[1][0])
    if operator is sre.SUBPATTERN:
        return _sample(value[3])
    if operator is sre.ATOMIC_GROUP:
        return _sample(value)
    if operator in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        least, most, body = value
        times: int = max(least, min(most, 1))
        return _sample(body) * times
    return ""


def _any_of(parts: Any) -> str:
    """A character of a set."""
    if parts[0][0] is sre.NEGATE:
        return next((c for c in _CANDIDATES if _takes(parts, c)), "\u4e00")
    operator, value = parts[0]
    if operator is sre.RANGE:
        return chr(value[0])
    return str(_EXAMPLES.get(value, "a") if operator is sre.CATEGORY else chr(value))


def _takes(parts: Any, char: str) -> bool:
    """Whether a set of characters has one; categories are taken by their example."""
    negated = parts[0][0] is sre.NEGATE
    for operator, value in parts[1:] if negated else parts:
        if operator is sre.LITERAL and ord(char) == value:
            return not negated
        if operator is sre.RANGE and value[0] <= ord(char) <= value[1]:
            return not negated
        if operator is sre.CATEGORY and _EXAMPLES.get(value) == char:
            return not negated
    return bool(negated)
