"""Where the files of neural voices lie."""

import os
from pathlib import Path
from typing import Final

#: The environment variable that names another folder than the user's.
VARIABLE: Final = "LANGDU_VOICES"


def voices_directory() -> Path:
    """The folder of installed voices: ``LANGDU_VOICES``, else in the user's data."""
    if named := os.environ.get(VARIABLE):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("langdu", appauthor=False) / "voices"
