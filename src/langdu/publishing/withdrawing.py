"""Withdraw: a published article becomes a notice at the same addresses; the rest of it goes."""

from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import Final

from langdu.errors import PublishError
from langdu.publishing.assets import FOLDER, STYLE, Assets, inline, linked
from langdu.publishing.files import write
from langdu.publishing.labels import all_labels, labels, page_tag
from langdu.publishing.rendering import render
from langdu.publishing.safe import check_lang
from langdu.publishing.single import FILENAME as SINGLE
from langdu.publishing.site import Publication
from langdu.publishing.statement import FILENAME as STATEMENT
from langdu.publishing.words import FILENAME as WORDS
from langdu.publishing.writers import WRITERS

#: What is published of an edition in the folder of its language, beside its page; formats of other
#: distributions are not known here.
_OF_A_LANGUAGE: Final = (WORDS, *(w.filename for n, w in WRITERS.items() if n != "html"))


def withdraw(folder: str | PathLike[str]) -> Publication:
    """Replace the pages of a published folder by a notice in all languages, and remove the rest.

    Pictures, audio and the other formats go; the addresses of the pages stay, and search engines
    are told to forget them. The notices are there before anything is removed, so a run that was
    broken off is finished by another. Raises :class:`PublishError` where nothing is published.
    """
    root = Path(folder)
    langs = sorted(path.parent.name for path in root.glob("*/index.html") if _is_page(path))
    single = root / SINGLE
    if not (langs or single.is_file()):
        raise PublishError(f"nothing is published in {root}; name a folder that langdu wrote")
    files = [
        write(root / lang / "index.html", _notice(lang, linked(f"../{FOLDER}/"))) for lang in langs
    ]
    if langs:
        files.append(write(root / "index.html", _notice(langs[0], linked(f"{FOLDER}/"))))
        # it told of the article's pictures, translation and voice, which are gone
        if (root / STATEMENT).is_file():
            files.append(write(root / STATEMENT, _notice(langs[0], linked(f"{FOLDER}/"))))
    if single.is_file():
        files.append(write(single, _notice("zh", inline())))
    try:
        for path in list(_others(root, langs)):
            path.unlink(missing_ok=True)
        for name in ("audio", "images"):
            if (root / name).is_dir() and not any((root / name).iterdir()):
                (root / name).rmdir()
    except OSError as error:
        reason = error.strerror or str(error)
        raise PublishError(
            f"cannot remove {error.filename}: {reason}; remove it by hand"
        ) from error
    return Publication(tuple(files))


def _is_page(path: Path) -> bool:
    """Whether a page of ours, or the notice in its place, is there."""
    try:
        check_lang(path.parent.name)
    except PublishError:
        return False
    return f"../{FOLDER}/{STYLE}" in path.read_text(encoding="utf-8", errors="replace")


def _others(root: Path, langs: list[str]) -> Iterator[Path]:
    for lang in langs:
        yield from (root / lang / name for name in _OF_A_LANGUAGE)
        yield from (root / "audio").glob(f"{lang}.*")
    yield from (path for path in (root / "images").glob("b*.*") if path.is_file())


def _notice(lang: str, assets: Assets) -> str:
    """The page that stands in the place of an edition: its own language first, then the others."""
    own = labels(lang)
    every = [own, *(each for each in all_labels() if each.code != own.code)]
    return render(
        "withdrawn.html.j2",
        title=own["withdrawn"],
        tag=own.tag if own.marked else page_tag(lang),
        t=own,
        every=every,
        links=(),
        assets=assets,
        data=None,
        several=False,
        word_blocks=(),
        forget=True,
    )
