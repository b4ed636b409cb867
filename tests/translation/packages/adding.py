"""Adds a pair as another process would: ``python -m …adding FOLDER INDEX PAIR``."""

import sys
from pathlib import Path

from langdu.translation.packages.installing import add
from langdu.translation.packages.watching import StoredModel, Watcher


class Printing(Watcher):
    """Says at once what happens."""

    def say(self, text: str) -> None:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()

    def note(self, text: str) -> None:
        self.say(f"note: {text}")

    def added(self, model: StoredModel) -> None:
        self.say(f"added {model.name}")

    def kept(self, model: StoredModel) -> None:
        self.say(f"kept {model.name}")


if __name__ == "__main__":
    add([sys.argv[3]], directory=Path(sys.argv[1]), index=sys.argv[2], watcher=Printing())
