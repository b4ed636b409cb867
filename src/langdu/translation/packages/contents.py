"""An unpacked package: is it one, is it for the languages it should be for, and does it load?"""

from pathlib import Path

from langdu.errors import PackageError, reason
from langdu.translation.packages.installed import Package, read


def check_package(folder: Path, name: str, expected: tuple[str, str] | None) -> Package:
    """The package in ``folder``. Raises :class:`PackageError`, with ``name`` for it."""
    package = read(folder)
    if not package or not package.complete:
        raise PackageError(f"{name} is no Argos translation package")
    if expected and package.pair != expected:
        said, is_for = "-".join(expected), "-".join(package.pair)
        raise PackageError(f"{name} should be for {said} but is for {is_for}: refused")
    if why := why_unloadable(package):
        raise PackageError(f"{name} is damaged: {why}")
    return package


def why_unloadable(package: Package) -> str | None:
    """Load the model and its tokenizer once and say what is wrong; ``None`` for nothing.

    What cannot be loaded must not take the place of one that can.
    """
    from langdu.translation.engines.ctranslate2_model import load

    try:
        load(package.path, threads=1)
    except (RuntimeError, ValueError, OSError, LookupError, TypeError, MemoryError) as error:
        return reason(error)
    return None
