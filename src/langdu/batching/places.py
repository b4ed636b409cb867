"""Where a batch keeps what it makes: the articles for readers, and its own books beside them.

::

    DIR/articles/<slug>/             what ``publish`` writes
    DIR/articles.jsonl               with ``--format jsonl``
    DIR/.langdu/receipts/ab/<slug>.json   what was made of a source, and from what
    DIR/.langdu/texts/ab/<slug>/<lang>.json   the article and its translations
    DIR/.langdu/pages/ab/<slug>/     what was fetched for it
    DIR/.langdu/work/ab/<slug>/      what is being made: goes when it is done
    DIR/.langdu/workers/             a lock for each process at work

``ab`` are two digits of a digest of the slug: no folder of the books has a million names.
"""

import contextlib
import hashlib
import os
import secrets
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

BOOKS: Final = ".langdu"


@dataclass(frozen=True, slots=True)
class Places:
    """The folders and files of a batch in ``site``."""

    site: Path

    @property
    def books(self) -> Path:
        """The batch's own folder."""
        return self.site / BOOKS

    @property
    def jsonl(self) -> Path:
        """All cleaned articles, one a line."""
        return self.site / "articles.jsonl"

    @property
    def workers(self) -> Path:
        """The locks of processes at work."""
        return self.books / "workers"

    @property
    def receipts(self) -> Path:
        """The folder of all receipts."""
        return self.books / "receipts"

    def article(self, slug: str) -> Path:
        """The folder that readers see."""
        return self.site / "articles" / slug

    def receipt(self, slug: str) -> Path:
        """What was made of a source."""
        return self.receipts / _shard(slug) / f"{slug}.json"

    def text(self, slug: str, lang: str) -> Path:
        """The article, or a translation, as JSON."""
        return self.texts(slug) / f"{lang}.json"

    def texts(self, slug: str) -> Path:
        """The folder of an article's texts."""
        return self.books / "texts" / _shard(slug) / slug

    def pages(self, slug: str) -> Path:
        """What was fetched for an article."""
        return self.books / "pages" / _shard(slug) / slug

    def work(self, slug: str) -> Path:
        """What is being made of an article."""
        return self.books / "work" / _shard(slug) / slug

    def forget(self, slug: str) -> None:
        """Remove an article and all that is known of it, the receipt last.

        Raises :class:`OSError` where something of it cannot be removed.
        """
        for folder in (self.article, self.work, self.pages, self.texts):
            with contextlib.suppress(FileNotFoundError):
                shutil.rmtree(folder(slug))
        self.receipt(slug).unlink(missing_ok=True)


def write(path: Path, data: bytes) -> None:
    """Write a file of the books, whole or not at all; its folder is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{secrets.token_hex(8)}")
    try:
        temporary.write_bytes(data)
        os.replace(temporary, path)  # noqa: PTH105 - the name by which the step is known
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def secure(paths: Iterable[Path]) -> None:
    """Have the bytes of files on the disk before a receipt says that they are there.

    A process that is killed loses nothing of them, but a machine whose power fails does.
    """
    for path in paths:
        with path.open("rb+") as file:  # Windows secures what can be written alone
            os.fsync(file.fileno())


def digest(*parts: str | bytes) -> str:
    """A digest of parts, which are told apart."""
    found = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "big"))
        found.update(data)
    return found.hexdigest()


def _shard(slug: str) -> str:
    return digest(slug)[:2]
