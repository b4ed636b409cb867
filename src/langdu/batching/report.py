"""The report of a batch: one line of JSON for each unit."""

import json
import os
from pathlib import Path
from types import TracebackType
from typing import Self

from langdu.batching.outcomes import Outcome
from langdu.errors import BatchError


class Report:
    """Writes beside ``path`` while the batch runs, and takes its place at the end.

    Raises :class:`~langdu.BatchError` where that cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._part = path.with_name(f"{path.name}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._part.open("w", encoding="utf-8", errors="backslashreplace")
        except OSError as error:
            raise self._error(error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def add(self, outcome: Outcome) -> None:
        """One more line."""
        try:
            self._file.write(json.dumps(outcome.to_dict(), ensure_ascii=False) + "\n")
        except OSError as error:
            raise self._error(error) from error

    def finish(self) -> None:
        """The batch is done: the report takes its place. One that is not done stays a part."""
        try:
            self._file.close()
            os.replace(self._part, self._path)  # noqa: PTH105 - the name by which the step is known
        except OSError as error:
            raise self._error(error) from error

    def _error(self, error: OSError) -> BatchError:
        return BatchError(f"cannot write the report {self._path}: {error.strerror or error}")
