"""The tables of this folder: fields parted by tabs; a line that begins with # is a comment."""

from pathlib import Path

from langdu.translation.names import Name, organisation, person, place

LANGUAGES = ("en", "ja", "ko", "ru")


def rows(file: str) -> list[list[str]]:
    lines = (Path(__file__).parent / file).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def named(text: str, part: str) -> Name:
    """The name of a row: a person by the surname, a place or university by its suffix."""
    if part == "大学":
        return organisation(text, part)
    if part and text.startswith(part):
        return person(text, part)
    return place(text, part)


def cases() -> list[tuple[Name, dict[str, str]]]:
    every = rows("people.tsv") + rows("places.tsv")
    return [(named(row[0], row[1]), dict(zip(LANGUAGES, row[2:], strict=True))) for row in every]
