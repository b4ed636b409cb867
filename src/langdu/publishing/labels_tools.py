"""The words of the reading tools: rows like those of :mod:`langdu.publishing.labels`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

# fmt: off
ROWS: Final[Mapping[str, tuple[str, str, str, str, str]]] = MappingProxyType({
    "tools": ("阅读工具", "Reading tools", "読書ツール", "읽기 도구", "Инструменты чтения"),
    "read": ("连读", "Read aloud", "読み上げ", "이어 읽기", "Читать вслух"),
})
# fmt: on

#: Those that the script itself writes.
SCRIPT_LABELS: Final[tuple[str, ...]] = ()
