"""Files that appear whole or not at all."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from langdu.errors import PublishError


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path of the same name, in a hidden folder beside ``path``, that takes its place at the end.

    The folder is for writers that choose a format by the name, or write more than they were asked
    for. Raises :class:`PublishError`.
    """
    # not tempfile: what it makes is for its owner only, and a published page is for everybody
    hidden = path.parent / f".{secrets.token_hex(8)}"
    try:
        hidden.mkdir(parents=True)
        yield hidden / path.name
        os.replace(hidden / path.name, path)  # noqa: PTH105 - the name by which the step is known
    except OSError as error:
        reason = error.strerror or str(error)
        raise PublishError(f"cannot write {path}: {reason}; choose another folder") from error
    finally:
        shutil.rmtree(hidden, ignore_errors=True)


def write(path: Path, content: str | bytes) -> Path:
    """Write ``content`` (text as UTF-8) to ``path`` and return it. Raises :class:`PublishError`."""
    try:
        data = content.encode() if isinstance(content, str) else content
    except UnicodeEncodeError:
        raise PublishError(f"cannot write {path}: the text holds half a character") from None
    with replacing(path) as temporary:
        temporary.write_bytes(data)
    return path
