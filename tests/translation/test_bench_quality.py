"""`make bench-quality`: parallel text is read or refused by one line; figures are sacrebleu's."""

from pathlib import Path

import pytest

from benchmarks.quality.__main__ import main
from benchmarks.quality.parallel import BadFile, read
from benchmarks.quality.scores import scores

GOOD = "zh\ten\tja\n首页\tHome\tホーム\n\n李刚\tLi Gang\t李剛\n"


def test_a_file_of_three_languages(tmp_path: Path) -> None:
    file = tmp_path / "parallel.tsv"
    file.write_text("\ufeff" + GOOD.replace("\n", "\r\n"), encoding="utf-8")
    parallel = read(file)
    assert (parallel.source, parallel.lines) == ("zh", ("首页", "李刚"))
    assert parallel.references == {"en": ("Home", "Li Gang"), "ja": ("ホーム", "李剛")}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"zh\ten\n", "no line of text"),
        (b"zh\ten\na\tb\nc\n", "line 3: 1 cells, where the first line has 2"),
        (b"zh\ten\na\t\n", "line 2: a cell is empty"),
        (b"zh\txx\na\tb\n", "line 1: 'xx' is none of zh"),
        (b"zh\na\n", "two or more different languages"),
        (b"zh\tzh\na\tb\n", "two or more different languages"),
        (b"zh\ten\n\xd6\xd0\tb\n", "is not UTF-8: its byte 6"),
    ],
)
def test_a_bad_file_is_refused_by_one_line(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "parallel.tsv"
    file.write_bytes(content)
    with pytest.raises(BadFile, match=message) as caught:
        read(file)
    assert "\n" not in str(caught.value)


def test_a_missing_file_ends_with_one_line(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"bench-quality: .*cannot be read: No such file"):
        main([str(tmp_path / "none.tsv")])


def test_perfect_and_wrong_translations_score_as_they_should() -> None:
    pytest.importorskip("sacrebleu", reason="only `make bench-quality` needs it")
    right = "云溪区全部复工，大家都很高兴。"
    assert [round(s.value) for s in scores([right], [right], "zh")] == [100, 100]
    chrf, bleu = scores(["完全不同的一句话"], [right], "zh")
    assert chrf.value < 10 > bleu.value
    assert "tok:zh" in bleu.signature
    assert chrf.signature.startswith("nrefs:1")


def test_demo_models_are_scored_and_named(
    tmp_path: Path, packages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("sacrebleu", reason="only `make bench-quality` needs it")
    pytest.importorskip("MeCab", reason="only `make bench-quality` needs it")
    file = tmp_path / "parallel.tsv"
    file.write_text(GOOD, encoding="utf-8")
    main([str(file), "--engine-option", f"directory={packages}"])
    out = capsys.readouterr().out
    assert "zh → en: 2 lines by argos (translate-zh_en" in out
    assert "DEMO MODELS" in out
    assert "chrF2  100.0" in out
    assert "tok:ja-mecab" in out
