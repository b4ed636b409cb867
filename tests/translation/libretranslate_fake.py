"""A server of the tests that speaks LibreTranslate 1.9.6's protocol.

``make test-libretranslate`` asks it and the real one the same questions and compares the shapes.
"""

from dataclasses import dataclass, field
from typing import Any

from tests.translation.servers import Answer, Asked

CODES = {"zh-Hans": ("en", "ja", "ko", "ru", "zh-Hans"), "en": ("en", "ja"), "ja": ("ja",)}


@dataclass
class FakeLibre:
    """``first`` is answered to the first questions at ``/translate`` before anything else."""

    key: str = ""
    letters: int = -1
    texts: int = -1
    alternatives: int = -1
    codes: dict[str, tuple[str, ...]] = field(default_factory=lambda: dict(CODES))
    first: list[Answer] = field(default_factory=list)

    def __call__(self, asked: Asked) -> Answer:
        if asked.path == "/languages":
            rows = [
                {"code": code, "name": code, "targets": list(targets)}
                for code, targets in self.codes.items()
            ]
            return Answer(body=rows)
        if asked.path == "/frontend/settings":
            return Answer(body=self._settings())
        if asked.path == "/translate":
            return self.first.pop(0) if self.first else self._translate(asked.body)
        return Answer(404, b"<!doctype html><title>404 Not Found</title>")

    def _settings(self) -> dict[str, Any]:
        return {
            "apiKeys": bool(self.key),
            "charLimit": self.letters,
            "filesTranslation": False,
            "frontendTimeout": 500,
            "keyRequired": False,
            "language": {
                "source": {"code": "auto", "name": "Auto Detect"},
                "target": {"code": "en", "name": "English"},
            },
            "suggestions": False,
            "supportedFilesFormat": [],
        }

    def _translate(self, body: Any) -> Answer:
        if self.key and body.get("api_key") != self.key:
            if "api_key" in body:
                return error(403, "Invalid API key")
            return error(400, "Please contact the server operator to get an API key")
        texts, asked = body["q"], body["alternatives"]
        if not texts:
            return error(400, "Invalid request: missing q parameter")
        if -1 < self.alternatives < asked:
            allowed = f"must be <= {self.alternatives}"
            return error(400, f"Invalid request: alternatives parameter {allowed}")
        for size, limit in (
            (len(texts), self.texts),
            *((len(text), self.letters) for text in texts),
        ):
            if -1 < limit < size:
                said = f"request ({size}) exceeds text limit ({limit})"
                return error(400, f"Invalid request: {said}")
        known = {*self.codes, *(code for targets in self.codes.values() for code in targets), "zh"}
        for code in (body["source"], body["target"]):
            if code not in known:
                return error(400, f"{code} is not supported")
        answer: dict[str, Any] = {"translatedText": [f"[{body['target']} {t}]" for t in texts]}
        if asked:
            answer["alternatives"] = [[f"{t} {n}" for n in range(asked)] for t in texts]
        return Answer(body=answer)


def error(status: int, text: str) -> Answer:
    return Answer(status, {"error": text})
