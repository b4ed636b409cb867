"""What is learnt on the way: facts about the article, and what was left out of it and why."""

from langdu.extraction.result import Origin, Removal
from langdu.extraction.text import excerpt, visible

#: No value of the metadata is longer; what is, is a text that stood in the wrong place.
MAX_VALUE = 500


class Notes:
    """Gathers facts and removals of one extraction. What is noted first counts most."""

    def __init__(self, host: str = "", *, explaining: bool = True) -> None:
        #: Whether anyone will read the removals: telling them apart costs time.
        self.explaining = explaining
        #: The host that the page is from, or the empty text.
        self.host = host
        self.facts: list[Origin] = []
        self.removals: list[Removal] = []
        self.remarks: list[str] = []

    def fact(self, field: str, where: str, value: str | None) -> None:
        """Note a value for a field of the article; an empty one says nothing."""
        if value and len(value) <= MAX_VALUE and (text := visible(value).strip()):
            self.facts.append(Origin(field, where, text))

    def removal(self, rule: str, reason: str, text: str) -> None:
        """Note that a text is not in the article."""
        if self.explaining:
            self.removals.append(Removal(rule, reason, excerpt(text)))

    def remark(self, text: str) -> None:
        """Note what a person who asks for an explanation should know besides."""
        self.remarks.append(text)

    def of(self, field: str) -> list[Origin]:
        """All that was noted for a field, in order."""
        return [fact for fact in self.facts if fact.field == field]

    def forget(self, field: str) -> None:
        """Drop what was noted for a field, because it was weighed and is noted anew."""
        self.facts = [fact for fact in self.facts if fact.field != field]

    def first(self, field: str) -> str | None:
        """The value of a field that was noted first."""
        return next((fact.value for fact in self.facts if fact.field == field), None)

    def all(self, field: str) -> list[str]:
        """All values noted for a field, in order."""
        return [fact.value for fact in self.facts if fact.field == field]
