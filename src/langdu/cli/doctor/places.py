"""Where langdu keeps things, and whether it can."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from langdu.cli.doctor.finding import Finding


def places() -> Iterator[Finding]:
    """A finding for each folder of the user's that langdu writes into. Makes none of them."""
    from platformdirs import PlatformDirs

    folders = PlatformDirs("langdu", appauthor=False)
    kept = {
        "cache": (folders.user_cache_path, "translation memory, downloads"),
        "data": (folders.user_data_path, "voices and Firefox's models"),
        "state": (folders.user_state_path, "where you stopped reading"),
        "config": (folders.user_config_path, "pronounce.toml"),
    }
    for name, (folder, purpose) in kept.items():
        yield _place(name, folder, purpose)


def _place(name: str, folder: Path, purpose: str) -> Finding:
    there = next(path for path in (folder, *folder.parents) if path.exists())
    if not (there.is_dir() and os.access(there, os.W_OK | os.X_OK)):
        fix = f"make {there} a folder that you may write into"
        return Finding("places", name, False, f"{folder} cannot be written ({purpose})", fix)
    free = shutil.disk_usage(there).free / 1e9
    return Finding("places", name, True, f"{folder} ({purpose}), {free:.1f} GB free")
