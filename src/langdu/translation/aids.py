"""What helps an engine: a glossary and a memory."""

from dataclasses import dataclass

from langdu.translation.glossary import Glossary
from langdu.translation.memory import Memory


@dataclass(frozen=True, slots=True)
class Aids:
    """``glossary``: langdu's own where it is ``None``; ``memory``: none where it is ``None``."""

    glossary: Glossary | None = None
    memory: Memory | None = None


NO_AIDS = Aids()
