"""EPUBs: EPUBCheck, Ace by DAISY, and what neither of them sees."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from checks.epub import metadata, overlay
from checks.epub.package import Package

EpubCheck = Callable[[Package], list[str]]

OWN: Final[Mapping[str, EpubCheck]] = MappingProxyType(
    {"overlay": overlay.find, "metadata": metadata.find}
)
