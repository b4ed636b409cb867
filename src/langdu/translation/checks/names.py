"""Every person and place that the source names is named in the translation, and no other is."""

import re
from collections.abc import Iterator
from typing import Final

from langdu.article import Check
from langdu.translation.facts import Demands
from langdu.translation.names import Name, found_other, is_named, render

KIND: Final = "name"
#: Words that stand for a person or a place; a translation may name whom or what they mean.
_PRONOUNS: Final = re.compile("[他她其该此这那]|本人|自己|先生|女士|同志")
_PLACE_WORDS: Final = re.compile("[省市县区州镇乡村街城]|当地|我们")


def check(demands: Demands, text: str) -> Iterator[Check]:
    """A finding for each name that is missing, with what stands in its place, or is invented.

    A name counts in any spelling of the target's conventions. Invented is a name that the article
    has elsewhere and that nothing in this sentence stands for: what models fill gaps with.
    """
    target = demands.target
    missing = [name for name in dict.fromkeys(demands.names) if not is_named(name, text, target)]
    invented = [name for name in demands.facts.others if _is_invented(name, demands, text)]
    seen: set[str] = set()
    for name in missing:
        if name.text in seen:
            continue
        seen.add(name.text)
        instead = next((one for one in invented if one.kind == name.kind), None)
        if instead:
            invented.remove(instead)
        found = render(instead, target) if instead else found_other(name, text, target)
        yield Check(demands.facts.id, KIND, f"{render(name, target)} ({name.text})", found)
    for name in invented:
        yield Check(demands.facts.id, KIND, None, render(name, target))


def _is_invented(name: Name, demands: Demands, text: str) -> bool:
    stands_for = _PRONOUNS if name.kind == "person" else _PLACE_WORDS
    return (
        not stands_for.search(demands.facts.text)
        and is_named(name, text, demands.target)
        and not any(
            is_named(name, render(own, demands.target), demands.target) for own in demands.names
        )
    )
