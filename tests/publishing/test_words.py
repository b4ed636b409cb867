"""What words.js holds."""

import json
from typing import Any

from langdu.publishing.words import NoAids, write_words
from tests.publishing.samples import article


class Aids:
    """Knows one word."""

    def readings(self, text: str, lang: str, /) -> tuple[tuple[str, str], ...]:
        return (("图书馆", "túshūguǎn"),) if "图书馆" in text else ()

    def traditional(self, text: str, lang: str, /) -> str:
        return text.replace("图书馆", "圖書館")


def words_of(script: str) -> dict[str, Any]:
    assert script.startswith("langduWords(")
    assert script.endswith(");\n")
    found: dict[str, Any] = json.loads(script[len("langduWords(") : -3])
    return found


def test_every_sentence_and_what_is_known_of_its_words() -> None:
    found = words_of(write_words(article(), Aids()))
    assert (found["lang"], found["tag"]) == ("zh", "zh-Hans")
    assert list(found["sentences"]) == [segment.id for segment in article().segments]
    assert found["traditional"] == {
        "title": "小镇圖書館开放夜读",
        "b3.s1": "圖書館每天22点闭馆。",
    }
    assert found["readings"] == {name: [["图书馆", "túshūguǎn"]] for name in ("title", "b3.s1")}


def test_nothing_is_made_up_without_aids() -> None:
    found = words_of(write_words(article("en"), NoAids()))
    assert found["sentences"]["b6.r2.c2.s1"] == "9:00"
    assert found["traditional"] == found["readings"] == {}
