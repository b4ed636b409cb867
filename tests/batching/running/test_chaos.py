"""A slice of the chaos that ``make chaos`` runs in full, and what a full disk does."""

import os
import random
from pathlib import Path

import pytest

import langdu
from tests.batching.running import chaos
from tests.loading.web.server import serving

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs Linux's /proc")


def test_a_batch_that_is_killed_ends_as_one_that_was_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", chaos.EPOCH)
    wrong = chaos.run(tmp_path, 4, 2, 11, starving=False, inside=True, tell=lambda line: None)
    assert wrong == [], (tmp_path / "log.txt").read_text()


def test_a_full_disk_stops_the_batch_with_one_line(tmp_path: Path) -> None:
    with serving({}) as server:
        weather = chaos.Weather(random.Random(1))
        place = chaos.prepare(tmp_path, server, weather, 3)
        made = chaos.Chaos(server, weather, place, tmp_path, 3, random.Random(4))
        assert made.calm(tmp_path / "site", starved=True) == 1
        said = (tmp_path / "log.txt").read_text().splitlines()
        assert len(said) == 1
        assert said[0].startswith("stopped: ")
        assert "make room and run the same command again" in said[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told_at_once(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    (tmp_path / "list.txt").write_text("a.html\n")
    with pytest.raises(langdu.BatchError, match="cannot write in"):
        next(langdu.batch(tmp_path / "list.txt", out=locked / "site"))
