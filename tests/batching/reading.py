"""Reading a list in a test: what it gives, and what it tells."""

from pathlib import Path
from typing import Any

from langdu.batching.sources import Source, Trouble, read_list


def read(place: str | Path, **options: Any) -> tuple[list[Source], list[Trouble]]:
    told: list[Trouble] = []
    sources = list(read_list(str(place), report=told.append, **options))
    return sources, told


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
