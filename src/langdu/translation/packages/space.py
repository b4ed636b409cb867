"""Failures of a download as errors of packages."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from langdu.downloading import space
from langdu.downloading.failures import DownloadFailure
from langdu.downloading.failures import NoRoom as Full
from langdu.errors import PackageError


class NoRoom(PackageError):
    """This machine cannot take a package, which is no fault of the package's."""


@contextmanager
def package_errors() -> Iterator[None]:
    """Raise :class:`NoRoom` and :class:`PackageError` for what fails with a download within."""
    try:
        yield
    except Full as error:
        raise NoRoom(str(error)) from None
    except DownloadFailure as error:
        raise PackageError(str(error)) from None


def check_space(folder: Path, size: int, what: str) -> None:
    """Raise :class:`NoRoom` where ``size`` bytes would not fit beside the margin."""
    with package_errors():
        space.check_space(folder, size, what)
