"""Imports flow one way, and importing langdu loads nothing heavy."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import langdu

ROOT = Path(langdu.__file__).parent

#: A module may import from its own layer's folder and from the layers above it in this list.
LAYERS: list[set[str]] = [
    {"errors"},
    {"languages"},
    {"article"},
    {"article_json", "captions", "clauses", "cutting", "downloading", "page", "quantities"}
    | {"sentences", "timeline"},
    {"loading", "extraction", "translation", "speech", "publishing"},
    {"readings"},
    {"plugins"},
    {"reader"},
    {"batching"},
    {"cli"},
]
STAGES = LAYERS[4]


def imports() -> Iterator[tuple[str, str, str]]:
    """(file, importing unit, imported unit) for every import inside langdu."""
    for file in sorted(ROOT.rglob("*.py")):
        unit = file.relative_to(ROOT).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
                if node.module == "langdu":
                    names = [f"langdu.{alias.name}" for alias in node.names]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            for name in names:
                if name.startswith("langdu."):
                    yield str(file.relative_to(ROOT)), unit, name.split(".")[1]


def layer(unit: str) -> int:
    return next(index for index, units in enumerate(LAYERS) if unit in units)


def test_imports_flow_one_way() -> None:
    wrong = [
        f"{file} imports langdu.{target}"
        for file, unit, target in imports()
        if unit not in ("__init__", target)
        and target != "__version__"
        and (layer(target) > layer(unit) or (target in STAGES and unit in STAGES))
    ]
    assert wrong == []


def test_every_module_has_a_layer() -> None:
    units = {path.name.removesuffix(".py") for path in ROOT.iterdir() if path.suffix != ".typed"}
    assert units - {"__init__", "__pycache__"} == set().union(*LAYERS)


@pytest.mark.parametrize("code", ["import langdu", "import langdu.cli"])
def test_importing_loads_nothing_heavy(code: str) -> None:
    heavy = "ctranslate2 onnxruntime pyttsx3 numpy httpx lxml bs4 jinja2 argostranslate soundfile"
    heavy += " langdu.translation langdu.extraction langdu.publishing"  # hundreds of expressions
    script = f"{code}; import sys; print([m for m in {heavy.split()} if m in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert shown.stdout.decode().strip() == "[]"


def test_no_module_is_too_long() -> None:
    long = [str(f) for f in ROOT.rglob("*.py") if len(f.read_text("utf-8").splitlines()) > 400]
    assert long == []
