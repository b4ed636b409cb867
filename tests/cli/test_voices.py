"""``langdu voices``."""

import json
import wave

from tests.cli.conftest import Command

FIELDS = {"id", "name", "lang", "engine", "quality", "licence"}


def test_json_has_the_voices_of_every_engine(langdu: Command) -> None:
    rows = json.loads(langdu("voices", "--json").out)
    assert all(set(row) == FIELDS for row in rows)
    assert len({row["engine"] for row in rows}) >= 2
    only = json.loads(langdu("voices", "--json", "--engine", "espeak", "--lang", "zh-CN").out)
    assert {row["lang"] for row in only} == {"zh"}
    assert {(row["quality"], row["licence"]) for row in only} == {("basic", "GPL-3.0-or-later")}


def test_the_list_for_people(langdu: Command) -> None:
    shown = langdu("voices")
    assert shown.code == 0
    lines = shown.out.splitlines()
    heads = [line.split()[0] for line in lines if not line.startswith(" ")]
    assert heads == ["zh", "en", "ja", "ko", "ru"]
    assert any("espeak:sit/cmn " in line and "basic" in line and "GPL" in line for line in lines)
    assert "langdu voices --all" in shown.err
    assert len(langdu("voices", "--all").out.splitlines()) > len(lines)


def test_a_sample_in_a_file(langdu: Command) -> None:
    for voice in ("espeak", "espeak:Russian"):
        assert langdu("voices", "sample", voice, "-o", "sample.wav").code == 0
        with wave.open(str(langdu.folder / "sample.wav")) as file:
            assert 4 < file.getnframes() / file.getframerate() < 30
    assert [path.name for path in langdu.folder.iterdir()] == ["sample.wav"]


def test_one_clear_line_for_what_is_not_there(langdu: Command) -> None:
    for arguments, what in [
        (("voices", "--engine", "hal"), "no 'hal'"),
        (("voices", "sample", "nobody", "-o", "x.wav"), "no voice 'nobody'"),
        (("voices", "sample", "espeak:sit/yue", "-o", "x.wav"), "no sample in 'yue'"),
        (("voices", "sample", "espeak:ko", "--lang", "ru", "-o", "x.wav"), "Korean"),
    ]:
        done = langdu(*arguments)
        assert done.code == 1
        assert len(done.err.strip().splitlines()) == 1
        assert what in done.err
    assert not list(langdu.folder.iterdir())
