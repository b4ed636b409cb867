"""Names that an article has elsewhere, and that no word of a sentence stands for.

A translation may name whom 他 means, and where 全区 is; any other name in it is invented, which is
how models fill the gaps of what they do not know.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from langdu.translation.names import Name

#: Words for one person who was named before.
_PRONOUN: Final = re.compile(
    r"[他她](?!们)|其(?![中他实余次间它])|本人|自己|先生|女士|同志|此人|记者"
)


def elsewhere(
    texts: Sequence[tuple[str, str]], names: Mapping[str, Sequence[Name]]
) -> dict[str, tuple[Name, ...]]:
    """For each sentence id the names of the other sentences that nothing in it stands for.

    ``texts`` are the sentences in order, (id, text). A pronoun stands for the people of the last
    sentence that named any, and 区 outside a name for every district.
    """
    every = {name.text: name for several in names.values() for name in several}
    found = {}
    meant: frozenset[str] = frozenset()
    for key, text in texts:
        own = names.get(key, ())
        people = frozenset(name.text for name in own if name.kind == "person")
        meant = people or meant
        found[key] = tuple(
            name for name in every.values() if not _stands_for(name, text, own, meant)
        )
    return found


def _stands_for(name: Name, text: str, own: Sequence[Name], meant: frozenset[str]) -> bool:
    """Whether a sentence names a name, a part of it, or something that is the same."""
    if any(one.text in name.text or name.text in one.text for one in own) or name.text in text:
        return True
    if name.kind == "person":
        surname_only = any(one.text == name.surname for one in own)
        return surname_only or (name.text in meant and bool(_PRONOUN.search(text)))
    rest = text
    for one in own:
        rest = rest.replace(one.text, "")
    return bool(name.stem and name.stem in rest) or _means_one_of(name.suffix[-1:], rest)


def _means_one_of(suffix: str, text: str) -> bool:
    """Whether 全区, 我市, 该镇 or 区里 stands in a text, for a suffix such as 区."""
    if not suffix:
        return False
    kind = re.escape(suffix)
    return bool(re.search(f"[全我本该各此这两同]{kind}|{kind}(?:里|内|委|政府|级|长|直|域)", text))
