"""Where langdu keeps what it can fetch again."""

from pathlib import Path


def cache_directory() -> Path:
    """The folder of downloads that are under way and of indexes; it is made where it is missing.

    It is in the user's cache as the system has it (``XDG_CACHE_HOME`` on Linux). Raises OSError.
    """
    from platformdirs import user_cache_path

    folder = user_cache_path("langdu", appauthor=False) / "models"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
