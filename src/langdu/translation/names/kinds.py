"""What kind of place a suffix says, in each language: 区, 镇, 朝鲜族自治州."""

from langdu.translation.names import tables

#: Cities of which everyone says the name alone.
_ALONE = frozenset({"北京", "上海", "天津", "重庆"})


def kind_words(suffix: str, language: str) -> str:
    """The words for a suffix, with the peoples in it: 朝鲜族自治州 → Korean Autonomous Prefecture.

    Empty where the table does not know it.
    """
    kinds = tables.suffixes()
    kind = next((name for name in kinds if suffix.endswith(name)), "")
    if not kind:
        return ""
    words = []
    rest = suffix.removesuffix(kind)
    while rest:
        people = max(filter(rest.startswith, tables.peoples()), key=len, default="")
        if not people:
            return ""
        words.append(tables.peoples()[people][language][0])
        rest = rest.removeprefix(people)
    last = kinds[kind][language][0]
    if language == "ja":
        return "".join(words) + last
    if language == "en" and len(words) > 1:
        return f"{', '.join(words[:-1])} and {words[-1]} {last}"
    return " ".join((*words, last))


def says_itself(stem: str, suffix: str) -> bool:
    """Whether the name is said without its kind: 北京市 is Beijing."""
    return suffix == "市" and stem in _ALONE
