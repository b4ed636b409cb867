"""Where one stopped in an article: a private file with the last few articles."""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Final

from langdu.article import Article
from langdu.errors import SpeechError

_SCHEMA: Final = "langdu/places/1"
#: Articles that are remembered; who reads more goes on with none of the first any more.
_MOST: Final = 200
#: The file of so many places is some 40 kB; a larger one is not ours.
_LARGEST: Final = 1_000_000
#: Seconds to wait for another langdu that writes the file just now.
_PATIENCE: Final = 2.0


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of an article, by the language that it was heard in."""

    sentence: str
    lang: str


def source_key(source: str, article: Article) -> str:
    """A name for an article that does not say which one it is.

    By its address if it has one, else by its file's path, else by its text (standard input).
    """
    if article.url:
        what = article.url
    elif source != "-":
        what = str(Path(source).resolve())
    else:
        what = "\n".join((article.title or "", article.text))
    return hashlib.sha256(what.encode("utf-8", "replace")).hexdigest()


class Places:
    """The remembered places. The file is made for its owner alone, and replaced as a whole.

    ``file`` is that of the user if ``None``: ``places.json`` in the system's folder for the state
    of programs. Every method raises :class:`SpeechError` where the file cannot be read or written.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or _users_file()

    def get(self, key: str) -> Place | None:
        """Where one stopped, if that is remembered."""
        return self._read().get(key)

    def put(self, key: str, place: Place) -> None:
        """Remember a place; what was not read for longest goes where there are too many."""
        with self._changing() as places:
            places.pop(key, None)
            places[key] = place
            for old in list(places)[:-_MOST]:
                del places[old]

    def forget(self, key: str) -> None:
        """The article was read to its end."""
        if key in self._read():
            with self._changing() as places:
                places.pop(key, None)

    def _read(self) -> dict[str, Place]:
        try:
            with self._file.open("rb") as file:
                data = json.loads(file.read(_LARGEST))
            if data["schema"] != _SCHEMA:
                raise ValueError("another schema")
            return dict(_place(row) for row in data["places"])
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise SpeechError(f"{self._file} cannot be read: {error.strerror or error}") from error
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise SpeechError(
                f"{self._file} is damaged: remove it to have places remembered again"
            ) from error

    @contextmanager
    def _changing(self) -> Iterator[dict[str, Place]]:
        from filelock import FileLock, Timeout

        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = self._file.with_name(self._file.name + ".lock")
            with FileLock(lock, timeout=_PATIENCE, mode=0o600):
                places = self._read()
                yield places
                self._write(places)
        except Timeout:
            raise SpeechError(f"{self._file} is in use by another langdu") from None
        except OSError as error:
            raise SpeechError(
                f"{self._file} cannot be written: {error.strerror or error}"
            ) from error

    def _write(self, places: dict[str, Place]) -> None:
        rows = [{"key": key, **asdict(place)} for key, place in places.items()]
        text = json.dumps({"schema": _SCHEMA, "places": rows}, indent=1) + "\n"
        # mkstemp makes it 0600, whatever the umask
        with NamedTemporaryFile(
            "w", encoding="utf-8", dir=self._file.parent, prefix=".places-", delete=False
        ) as file:
            try:
                file.write(text)
                file.close()
                os.replace(file.name, self._file)  # noqa: PTH105 - a name, no Path
            except BaseException:
                with suppress(OSError):
                    os.unlink(file.name)  # noqa: PTH108
                raise


def _place(row: dict[str, Any]) -> tuple[str, Place]:
    values = row["key"], row["sentence"], row["lang"]
    if not all(isinstance(value, str) for value in values):
        raise TypeError("a place of other types")
    return row["key"], Place(row["sentence"], row["lang"])


def _users_file() -> Path:
    from platformdirs import user_state_dir

    return Path(user_state_dir("langdu", appauthor=False)) / "places.json"
