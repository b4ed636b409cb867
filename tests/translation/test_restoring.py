"""What an engine gave becomes text in the target's style."""

from pathlib import Path

import pytest

from langdu.article import Sentence
from langdu.translation.facts import demand, study
from langdu.translation.glossary import Glossary
from langdu.translation.restoring import restore

NONE = Glossary.load(shipped=False)


@pytest.mark.parametrize(
    ("source", "given", "lang", "wanted"),
    [
        ("在绿园区。", "In Lvyuan District.", "en", "In Lüyuan District."),
        ("在绿园区。", "In Lvyuan.", "en", "In Lüyuan."),
        ("在绿园区。", "In Lüyuan District.", "en", "In Lüyuan District."),
        ("在绿园区。", "В районе Люйюань.", "ru", "В районе Люйюань."),
        ("在绿园区。", "Район Люйюань.", "ru", "Район Люйюань."),
        ("在绿园区。", "Lvyuan Districtで。", "ja", "緑園区で。"),
        ("在绿园区。", "绿园区で。", "ja", "緑園区で。"),
        ("在绿园区。", "Luyuan에서.", "ko", "뤼위안에서."),
        ("局长张洪彬表示。", "Zhang Hong Bin said.", "en", "Zhang Hongbin said."),
        ("局长张洪彬表示。", "张洪彬 said.", "en", "Zhang Hongbin said."),
        ("局长张洪彬表示。", "Слова Чжана Хунбиня.", "ru", "Слова Чжана Хунбиня."),
        ("局长张洪彬表示。", "Zhang Hongbinは述べた。", "ja", "張洪彬は述べた。"),
        ("局长张洪彬表示。", "Zhang Hongbing said.", "en", "Zhang Hongbing said."),
        ("全区17000名党员。", "17000 Party members.", "en", "17,000 Party members."),
        ("全区17000名党员。", "17000 членов партии.", "ru", "17\u00a0000 членов партии."),
        ("全区17000名党员。", "党員17000人。", "ja", "党員1万7,000人。"),
        ("2019年。", "In 2019.", "en", "In 2019."),
        ("题目", "  A   title ", "en", "A title"),
        ("题目", "", "en", ""),
    ],
)
def test_restoring(source: str, given: str, lang: str, wanted: str) -> None:
    facts = study([Sentence("b1.s1", source)], "zh")["b1.s1"]
    assert restore(demand(facts, lang, NONE), given) == wanted


@pytest.mark.parametrize(
    ("given", "lang", "wanted"),
    [
        ("See the notice.", "en", "See the circular."),
        ("Notice of Lüyuan District.", "en", "Circular of Green Garden."),
        ("Circulars of Green Garden.", "en", "Circulars of Green Garden."),
        ("Noticed in Lvyuan District.", "en", "Noticed in Green Garden."),
        ("緑園区の通知。", "ja", "グリーンガーデンの回覧。"),
    ],
)
def test_a_users_words_replace_what_is_usual(
    tmp_path: Path, given: str, lang: str, wanted: str
) -> None:
    table = tmp_path / "terms.csv"
    table.write_text(
        "zh,en,ja\n通知,circular,回覧\n绿园区,Green Garden,グリーンガーデン\n", encoding="utf-8"
    )
    facts = study([Sentence("b1.s1", "请看绿园区的通知。")], "zh")["b1.s1"]
    assert restore(demand(facts, lang, Glossary.load([table])), given) == wanted
