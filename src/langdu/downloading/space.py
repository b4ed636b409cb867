"""Room on the disk, looked at before it is needed."""

import shutil
from pathlib import Path
from typing import Final

from langdu.downloading.failures import NoRoom

#: Bytes to leave free: a disk that is full to the brim breaks other programs.
MARGIN: Final = 64 * 1024**2


def check_space(folder: Path, size: int, what: str) -> None:
    """Raise :class:`NoRoom` where ``size`` bytes would not fit beside the margin."""
    free = shutil.disk_usage(folder).free
    if size + MARGIN > free:
        raise NoRoom(
            f"{what} needs {_mb(size + MARGIN)} in {folder}, and only {_mb(free)} are free"
        )


def _mb(size: int) -> str:
    return f"{size / 1e6:.0f} MB"
