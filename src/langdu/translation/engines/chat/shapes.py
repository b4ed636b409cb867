"""How a server is asked to keep its answer in shape: as firmly as it allows."""

from collections.abc import Sequence
from typing import Any, Final

#: What can be asked for, best first: OpenAI's ``json_schema`` (llama.cpp, vLLM, Ollama), the form
#: of it that llama-cpp-python takes, any JSON at all, and nothing but the prompt.
SHAPES: Final = ("json_schema", "json_object with a schema", "json_object", "text")


def response_format(shape: str, ids: Sequence[int]) -> dict[str, Any]:
    """The part of a request that asks for a shape, for sentences of these ids."""
    if shape == "text":
        return {}
    if shape == "json_schema":
        named = {"name": "translations", "strict": True, "schema": _schema(ids)}
        return {"response_format": {"type": "json_schema", "json_schema": named}}
    schema = {"schema": _schema(ids)} if shape != "json_object" else {}
    return {"response_format": {"type": "json_object", **schema}}


def _schema(ids: Sequence[int]) -> dict[str, Any]:
    item = {
        "type": "object",
        "properties": {"id": {"type": "integer", "enum": list(ids)}, "text": {"type": "string"}},
        "required": ["id", "text"],
        "additionalProperties": False,
    }
    several = {"type": "array", "items": item, "minItems": len(ids), "maxItems": len(ids)}
    return {
        "type": "object",
        "properties": {"translations": several},
        "required": ["translations"],
        "additionalProperties": False,
    }
