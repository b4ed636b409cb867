"""Neural voices on the command line: added, listed, speaking; the networks are the tests' own."""

import json
import wave
from pathlib import Path

from tests.cli.conftest import Command
from tests.speech.neural import networks


def test_added_listed_and_heard(langdu: Command, tmp_path: Path) -> None:
    kokoro = networks.kokoro(tmp_path / "kokoro")
    joe = networks.piper(tmp_path, "en_GB-ann-low", "en-gb")
    added = langdu("voices", "add", str(kokoro), str(joe))
    assert (added.code, added.err) == (0, "")
    assert added.out.startswith(f"added {kokoro}: ")

    rows = json.loads(langdu("voices", "--engine", "kokoro", "--lang", "zh", "--json").out)
    assert [row["id"] for row in rows] == ["zf_xiaobei", "zf_xiaoxiao"]

    (langdu.folder / "a.txt").write_text("A small thing\n\nIt was read to everyone aloud today.\n")
    for voice in ("kokoro:bf_emma", f"piper:{joe}"):
        spoken = langdu("speak", "a.txt", "--voice", voice, "-o", "a.wav")
        assert (spoken.code, spoken.err) == (0, "")
        with wave.open(str(langdu.folder / "a.wav")) as sound:
            assert sound.getnframes() / sound.getframerate() > 1


def test_what_cannot_be_added(langdu: Command) -> None:
    for arguments, message in (
        (("nobody",), "neither"),
        (("kokoro", "--address", "http://127.0.0.1:1"), "cannot be downloaded"),
    ):
        result = langdu("voices", "add", *arguments)
        assert result.code == 1
        assert message in result.err
        assert len(result.err.strip().splitlines()) == 1
