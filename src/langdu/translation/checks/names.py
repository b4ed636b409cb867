"""Every person and place that the source names is named in the translation, and no other is."""

from collections.abc import Iterator
from typing import Final

from langdu.article import Check
from langdu.translation.facts import Demands
from langdu.translation.names import Name, found_other, is_named, render

KIND: Final = "name"


def check(demands: Demands, text: str) -> Iterator[Check]:
    """A finding for each name that is missing, with what stands in its place, or is invented.

    A name counts in any spelling of the target's conventions. Invented is a name that the article
    has elsewhere and that nothing in this sentence stands for.
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
            said = render(instead, target)
            invented = [one for one in invented if not is_named(one, said, target)]
        found = render(instead, target) if instead else found_other(name, text, target)
        yield Check(demands.facts.id, KIND, f"{render(name, target)} ({name.text})", found)
    for name in invented:
        yield Check(demands.facts.id, KIND, None, render(name, target))


def _is_invented(name: Name, demands: Demands, text: str) -> bool:
    """Whether the translation names it, and not only as a part of a name that it must name."""
    target = demands.target
    if not is_named(name, text, target):
        return False
    own = (render(one, target) for one in demands.facts.names)
    return not any(is_named(name, one, target) for one in own)
