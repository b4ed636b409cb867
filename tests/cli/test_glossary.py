"""``langdu glossary check`` through its real process."""

from tests.cli.conftest import Command


def test_terms_are_counted_and_what_replaces_what_is_said(langdu: Command) -> None:
    (langdu.folder / "a.csv").write_text("zh,en\n云溪,Yunxi\n云溪,Yun Xi\n", encoding="utf-8")
    result = langdu("glossary", "check", "a.csv")
    assert (result.code, result.out) == (0, "2 terms\n")
    assert result.err == "a.csv:3: '云溪' replaces that of a.csv:2\n"


def test_a_wrong_file_is_said_in_a_line(langdu: Command) -> None:
    (langdu.folder / "a.csv").write_text("zh,en\n云溪\n", encoding="utf-8")
    result = langdu("glossary", "check", "a.csv")
    assert (result.code, result.out) == (1, "")
    assert "a.csv:2: a row needs a term in two languages" in result.err
    assert len(result.err.splitlines()) == 1
    assert langdu("glossary", "check", "none.csv").code == 1
    assert langdu("glossary", "check").code == 2
