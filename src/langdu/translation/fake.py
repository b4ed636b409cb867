"""A translator for tests, ours and yours: no model, no network, always the same answer."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from langdu.article import Model
from langdu.errors import Cancelled, MissingModel
from langdu.translation.translator import PLAIN, Request, Translated

_ALL: frozenset[tuple[str, str]] = frozenset(
    {("zh", "en"), ("en", "ja"), ("en", "ko"), ("en", "ru")}
)


class FakeTranslator:
    """Answers from a table, else with the text in brackets that name the pair: ``[zh>en 文]``.

    ``table`` maps a source text (without its outer white space) to its translation, for every
    pair; ``calls`` records what was asked: (source, target, number of texts).
    """

    name = "fake"

    def __init__(
        self,
        table: Mapping[str, str] = MappingProxyType({}),
        pairs: frozenset[tuple[str, str]] = _ALL,
    ) -> None:
        self._table = dict(table)  # can be pickled: batches send translators to processes
        self._pairs = pairs
        self.calls: list[tuple[str, str, int]] = []

    def pairs(self) -> frozenset[tuple[str, str]]:
        """The pairs it was made with."""
        return self._pairs

    def model(self, source: str, target: str) -> Model:
        """A model of the version 1."""
        if (source, target) not in self._pairs:
            raise MissingModel(f"the fake translator has no pair {source}-{target}")
        return Model(f"fake-{source}_{target}", "1")

    def translate(
        self, texts: Sequence[str], source: str, target: str, request: Request = PLAIN
    ) -> list[Translated]:
        """Translate by the table."""
        self.model(source, target)
        if request.cancelled():
            raise Cancelled("the translation was called off")
        self.calls.append((source, target, len(texts)))
        return [Translated(self._one(text.strip(), source, target), -0.1) for text in texts]

    def _one(self, text: str, source: str, target: str) -> str:
        return self._table.get(text, f"[{source}>{target} {text}]" if text else "")

    def close(self) -> None:
        """Nothing to let go."""
