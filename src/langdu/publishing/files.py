"""Files that appear whole or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from langdu.errors import PublishError


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary path in the folder of ``path`` that takes its place when all went well.

    It keeps the suffix, by which writers of audio choose a format. Raises :class:`PublishError`.
    """
    # not tempfile: its files are for their owner only, and a published page is for everybody
    temporary = path.with_name(f".{secrets.token_hex(4)}-{path.name}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield temporary
        os.replace(temporary, path)  # noqa: PTH105 - the name by which the step is known
    except OSError as error:
        reason = error.strerror or str(error)
        raise PublishError(f"cannot write {path}: {reason}; choose another folder") from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def write(path: Path, content: str | bytes) -> Path:
    """Write ``content`` (text as UTF-8) to ``path`` and return it. Raises :class:`PublishError`."""
    try:
        data = content.encode() if isinstance(content, str) else content
    except UnicodeEncodeError:
        raise PublishError(f"cannot write {path}: the text holds half a character") from None
    with replacing(path) as temporary:
        temporary.write_bytes(data)
    return path
