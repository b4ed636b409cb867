"""Where langdu keeps what it can fetch again, and what of it is still to come."""

import contextlib
import time
from pathlib import Path
from typing import Final

#: Seconds that a broken download is kept: who has not come back in a week will not.
_KEPT: Final = 7 * 86400.0


def cache_directory() -> Path:
    """The folder of downloads that are under way and of indexes; it is made where it is missing.

    It is in the user's cache as the system has it (``XDG_CACHE_HOME`` on Linux). Raises OSError.
    """
    from platformdirs import user_cache_path

    folder = user_cache_path("langdu", appauthor=False) / "models"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def downloads_directory() -> Path:
    """The folder of downloads that are under way, rid of those that nobody came back for.

    Raises OSError.
    """
    folder = cache_directory() / "downloads"
    folder.mkdir(exist_ok=True)
    for file in folder.iterdir():
        with contextlib.suppress(FileNotFoundError):  # another process is done with it
            # locks stay: to take one away would part those that wait for it
            if file.suffix != ".lock" and file.stat().st_mtime < time.time() - _KEPT:
                file.unlink()
    return folder
