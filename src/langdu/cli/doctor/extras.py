"""Which extras are installed."""

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from types import MappingProxyType
from typing import Final

from langdu.cli.doctor.finding import Finding

#: Extra → what it is for, and the modules that it brings.
EXTRAS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = MappingProxyType(
    {
        "translate": ("translation with Argos models", ("argostranslate", "ctranslate2")),
        "firefox": ("translation with Mozilla's models", ("fxtranslate", "sentencepiece")),
        "neural": ("natural voices", ("onnxruntime",)),
        "audio": ("M4B; chapters, tags and covers in audio files", ("av", "mutagen")),
        "cache": ("pages that are fetched again are asked for less", ("hishel",)),
        "cluster": ("batches on a Dask cluster", ("distributed",)),
        "http2": ("fetching by HTTP/2", ("h2",)),
    }
)


def extras() -> Iterator[Finding]:
    """A finding for each extra. Nothing is imported."""
    for name, (purpose, modules) in EXTRAS.items():
        missing = [module for module in modules if find_spec(module) is None]
        if missing:
            detail = f"{purpose}: not installed"
            yield Finding("extras", name, False, detail, f"pip install 'langdu[{name}]'")
        else:
            yield Finding("extras", name, True, purpose)
