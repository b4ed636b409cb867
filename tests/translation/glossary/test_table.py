"""A user's tables: what is read, and what is refused with file and line."""

from pathlib import Path

import pytest

from langdu import GlossaryError
from langdu.translation.glossary import Glossary, table
from langdu.translation.glossary.table import parse_table


def write(folder: Path, name: str, text: str | bytes) -> Path:
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def targets(glossary: Glossary, text: str, target: str = "en") -> list[str]:
    return [found.term.target for found in glossary.terms(text, "zh", target)]


def test_a_table_has_kinds_notes_comments_and_several_forms(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        "a.csv",
        "\ufeffzh,EN,ja,kind,note\n# people\n\n"
        '沈明远,Shen Mingyuan,沈明遠,person,"a librarian, and a poet"\n'
        "云溪区 , Yunxi  District | Yunxi,,Place\r\n"
        "邮局,post office,郵便局,Organization\n",
    )
    glossary = Glossary.load([file], shipped=False)
    person, place = (found.term for found in glossary.terms("沈明远在云溪区。", "zh", "en"))
    assert (person.target, person.kind, person.shipped) == ("Shen Mingyuan", "person", False)
    assert (place.accepted, place.kind) == (("Yunxi District", "Yunxi"), "place")
    assert targets(glossary, "云溪区的邮局", "ja") == ["郵便局"]
    assert glossary.terms("邮局", "zh", "en")[0].term.kind == "organisation"
    assert glossary.warnings == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.tsv", "zh\ten\n云溪\tYunxi, the river\n"),
        ("a.csv", "zh\ten\n云溪\tYunxi, the river\n"),
        ("a.csv", "zh;en\n云溪;Yunxi, the river\n"),
        ("a.csv", 'zh,en\n云溪,"Yunxi, the river"\n'),
        ("a.csv", '中文,english\n云溪,"Yunxi, the river"'),
        ("a.csv", 'zh-CN,en_US\r\n云溪,"Yunxi, the river"\r\n'),
    ],
)
def test_separators_and_names_of_languages(tmp_path: Path, name: str, text: str) -> None:
    glossary = Glossary.load([write(tmp_path, name, text)], shipped=False)
    assert targets(glossary, "云溪") == ["Yunxi, the river"]


def test_of_several_rows_the_later_wins_and_it_is_said(tmp_path: Path) -> None:
    first = write(tmp_path, "a.csv", "zh,en,ja\n云溪,Yunxi,雲渓\n河,river,川\n云溪,Yun Xi,\n")
    second = write(tmp_path, "b.csv", "zh,en\n云溪|云溪河,Cloud Creek\n")
    glossary = Glossary.load([first, second], shipped=False)
    assert targets(glossary, "云溪") == ["Cloud Creek"]
    assert targets(glossary, "云溪", "ja") == ["雲渓"]
    assert glossary.warnings == (
        "a.csv:4: '云溪' replaces that of a.csv:2",
        "b.csv:2: '云溪' replaces that of a.csv:4",
    )


def test_a_users_term_overrides_the_shipped_one_for_its_language_only(tmp_path: Path) -> None:
    file = write(tmp_path, "a.csv", "zh,en\n营商环境,climate for business\n")
    glossary = Glossary.load([file])
    assert targets(glossary, "营商环境") == ["climate for business"]
    assert not glossary.terms("营商环境", "zh", "en")[0].term.shipped
    assert glossary.terms("营商环境", "zh", "ja")[0].term.shipped
    assert targets(Glossary.load(shipped=False), "营商环境") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "a.csv: empty; a glossary starts with a header such as zh,en,ja"),
        ("# nothing\n\n", "a.csv: empty; a glossary starts with a header such as zh,en,ja"),
        ("zh\n云溪\n", "a.csv:1: the header must name two languages, such as zh,en"),
        ("zh,kind\n云溪,term\n", "a.csv:1: the header must name two languages, such as zh,en"),
        ("zh,xx\n", "a.csv:1: unknown column 'xx'; there are: zh en ja ko ru kind note"),
        ("zh,en,zh-CN\n", "a.csv:1: the column 'zh' is there twice"),
        ("zh,en\na,b,c\n", "a.csv:2: 3 cells, but the header has 2"),
        ("zh,en\n\n云溪,\n", "a.csv:3: a row needs a term in two languages"),
        ("zh,en\n云溪\n", "a.csv:2: a row needs a term in two languages"),
        ("zh,en,kind\na,b,verb\n", "a.csv:2: unknown kind 'verb'"),
        ('zh,en\n云溪,"Yunxi\n', "a.csv:2: not a line of CSV: unexpected end of data"),
        ("zh,en\n云溪,\x07bell\n", "a.csv:2: a term has a control character"),
        ("zh,en\n，,comma\n", "a.csv:2: '，' is no term: it is punctuation only"),
        ("zh,en\n云溪," + "x" * 201, "a.csv:2: a term has more than 200 characters"),
        (b"zh,en\n\xd4\xc6\xcf\xaa,Yunxi\n", "a.csv:2: a glossary must be in UTF-8, this is not"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(tmp_path: Path, text: str | bytes, said: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        Glossary.load([write(tmp_path, "a.csv", text)])
    message = str(caught.value)
    assert said in message
    assert "\n" not in message


def test_what_cannot_be_read_or_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(GlossaryError, match=r"none\.csv: the glossary cannot be read: No such"):
        Glossary.load([tmp_path / "none.csv"])
    with pytest.raises(GlossaryError, match="cannot be read: Is a directory"):
        Glossary.load([tmp_path])
    large = write(tmp_path, "large.csv", b"#" * (table.MAX_BYTES + 1))
    with pytest.raises(GlossaryError, match=r"too large for a glossary \(over 16 MB\)"):
        Glossary.load([large])
    monkeypatch.setattr(table, "MAX_ROWS", 2)
    with pytest.raises(GlossaryError, match=r"many\.csv:4: more than 2 rows"):
        Glossary.load([write(tmp_path, "many.csv", "zh,en\na,b\nc,d\ne,f\n")])


def test_a_mark_of_quotation_costs_its_line_and_not_the_file() -> None:
    with pytest.raises(GlossaryError, match=r"^x:3: not a line of CSV"):
        parse_table('zh,en\na,b\nc,"d\ne,f"\n', "x")
