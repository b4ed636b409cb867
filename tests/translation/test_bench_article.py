"""The article of `make bench-translation` is what the comparison takes it for."""

import re

from benchmarks.translation import article


def test_no_sentence_comes_twice_and_none_has_a_number() -> None:
    made = article.make()
    texts = [sentence.text for sentence in made.segments]
    assert len(set(texts)) == len(texts) == 150
    assert not re.search(r"[0-9０-９]", "".join(texts))
    assert made == article.make()
    assert made != article.make(seed=2)


def test_paragraphs_are_the_same_text() -> None:
    made = article.make(20)
    assert "".join(article.paragraphs(made)) == "".join(s.text for s in made.segments)
    splits = [s for text in article.paragraphs(made) for s in re.findall(r"[^。.]+[。.]", text)]
    assert splits == [sentence.text for sentence in made.segments]
