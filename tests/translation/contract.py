"""What every translator must do. Subclass it with a ``translator`` fixture for zh-en and en-ja."""

import threading

import pytest

from langdu.article import Model
from langdu.errors import MissingModel
from langdu.translation import Translator

TEXTS = ["云溪区全部复工。", "首页", "全区1.7万名党员。", "李刚表示。"]


class TranslatorContract:
    def test_it_is_a_translator(self, translator: Translator) -> None:
        assert isinstance(translator, Translator)
        assert translator.name
        assert ("zh", "en") in translator.pairs()

    def test_one_result_for_each_text_in_order(self, translator: Translator) -> None:
        together = translator.translate(TEXTS, "zh", "en")
        alone = [translator.translate([text], "zh", "en")[0] for text in TEXTS]
        assert [result.text for result in together] == [result.text for result in alone]
        backwards = translator.translate(TEXTS[::-1], "zh", "en")
        assert [result.text for result in backwards[::-1]] == [result.text for result in together]

    def test_no_texts_and_empty_texts(self, translator: Translator) -> None:
        assert translator.translate([], "zh", "en") == []
        results = translator.translate(["", TEXTS[0], ""], "zh", "en")
        assert [bool(result.text) for result in results] == [False, True, False]

    def test_a_huge_text_is_translated_to_its_end(self, translator: Translator) -> None:
        sentence = "全区1.7万名党员，"
        short = translator.translate([sentence * 5], "zh", "en")[0].text
        long = translator.translate([sentence * 300], "zh", "en")[0].text
        assert len(long) > 10 * len(short)

    def test_a_pair_that_is_not_there(self, translator: Translator) -> None:
        with pytest.raises(MissingModel):
            translator.translate(TEXTS, "ru", "zh")
        with pytest.raises(MissingModel):
            translator.model("ru", "zh")

    def test_the_model_is_named(self, translator: Translator) -> None:
        model = translator.model("zh", "en")
        assert isinstance(model, Model)
        assert model.name

    def test_six_threads(self, translator: Translator) -> None:
        expected = [result.text for result in translator.translate(TEXTS, "zh", "en")]
        translator.close()
        answers: list[list[str]] = []

        def work() -> None:
            answers.append([r.text for r in translator.translate(TEXTS, "zh", "en")])

        threads = [threading.Thread(target=work) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert answers == [expected] * 6

    def test_closing_twice_is_harmless(self, translator: Translator) -> None:
        translator.close()
        translator.close()
