"""``--translation FILE``: translations that a person made or edited are taken as they are."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from langdu.article import Article
from langdu.errors import ArticleError, LoadError, TranslationError

_F = TypeVar("_F", bound=Callable[..., Any])


def translation_option(command: _F) -> _F:
    """``--translation FILE``, as often as one likes; the command gets ``given``."""
    return click.option(
        "--translation",
        "given",
        type=click.Path(path_type=Path, dir_okay=False, exists=True),
        metavar="FILE",
        multiple=True,
        help="A translation of SOURCE (JSON, or langdu's Markdown) to take as it is; repeat for "
        "several languages.",
    )(command)


def read_given(article: Article, files: Sequence[Path]) -> dict[str, Article]:
    """The translations of an article that somebody hands in: code → article.

    Raises :class:`~langdu.TranslationError` for a file that is no translation of the article, and
    for the second of a language.
    """
    from langdu.languages import normalize
    from langdu.translation.given import check_given

    found: dict[str, Article] = {}
    for file in files:
        try:
            translation = _read(file)
            check_given(article, translation)
        except (ArticleError, LoadError, TranslationError) as error:
            raise TranslationError(f"{file} is no translation of this article: {error}") from None
        code = normalize(translation.lang)
        if code in found:
            raise TranslationError(f"{file} is a second translation into {code!r}: give one")
        found[code] = translation
    return found


def _read(file: Path) -> Article:
    """The article in a file, be it JSON or langdu's Markdown."""
    from langdu.article_json import from_json
    from langdu.extraction import extract
    from langdu.loading import load_page

    data = file.read_bytes()
    markdown = data.removeprefix(b"\xef\xbb\xbf").startswith(b"---")
    return extract(load_page(file)) if markdown else from_json(data)


def translate_others(
    targets: Sequence[str],
    given: dict[str, Article],
    translate: Callable[[tuple[str, ...]], dict[str, Article]],
) -> dict[str, Article]:
    """The translations in the order of ``targets``, then those given in other languages.

    ``translate`` is called with the targets that are not given, and not at all where all are.
    """
    from langdu.languages import normalize

    codes = dict.fromkeys(normalize(target) for target in targets)
    others = tuple(code for code in codes if code not in given)
    made = translate(others) if others else {}
    return {code: made[code] if code in made else given[code] for code in (codes | given)}
