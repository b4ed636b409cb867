"""Name → writer: the formats that come with langdu."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeVar

from langdu.article import Article
from langdu.article_json import to_json
from langdu.errors import LangduError, PluginError, PublishError
from langdu.publishing.braille import write_braille
from langdu.publishing.editions import Edition, Writer
from langdu.publishing.epub import has_two_languages, write_bilingual, write_epub
from langdu.publishing.fragment import write_fragment
from langdu.publishing.markdown import write_markdown
from langdu.publishing.pages import write_page
from langdu.publishing.text import write_text

_W = TypeVar("_W")


def render_html(article: Article) -> str:
    """The article as one standalone HTML page: no script, nothing loaded from anywhere."""
    return write_page(Edition(article))


def render_markdown(article: Article) -> str:
    """The article as CommonMark with GFM tables."""
    return write_markdown(Edition(article))


def render_text(article: Article) -> str:
    """The article as plain text."""
    return write_text(Edition(article))


def render_braille(article: Article) -> str:
    """The article as text for braille: a sentence a line."""
    return write_braille(Edition(article))


def render_json(article: Article) -> str:
    """The article as JSON, ``langdu/article/1``."""
    return to_json(article)


def _write_json(edition: Edition) -> str:
    return render_json(edition.article) + "\n"


WRITERS: Final[Mapping[str, Writer]] = MappingProxyType(
    {
        "html": Writer("HTML", "html", write_page, stem="index", pictures=True),
        "epub": Writer("EPUB", "epub", write_epub, pictures=True),
        "epub-bilingual": Writer(
            "EPUB (2)",
            "epub",
            write_bilingual,
            stem="bilingual",
            pictures=True,
            fits=has_two_languages,
            needs="an article and a translation of it: add -t LANG",
        ),
        "markdown": Writer("Markdown", "md", write_markdown, pictures=True),
        "text": Writer("TXT", "txt", write_text),
        "braille": Writer("TXT (braille)", "txt", write_braille, stem="braille"),
        "json": Writer("JSON", "json", _write_json),
        "fragment": Writer("HTML", "html", write_fragment, stem="fragment", pictures=True),
    }
)


#: The formats that give one article by itself as text.
_ALONE: Final[Mapping[str, Callable[[Article], str]]] = MappingProxyType(
    {
        "html": render_html,
        "markdown": render_markdown,
        "text": render_text,
        "braille": render_braille,
        "json": render_json,
    }
)

#: Format → the suffix of its files, with the dot, for those that :func:`render` knows.
SUFFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {name: f".{WRITERS[name].extension}" for name in _ALONE}
)


def render(article: Article, format: str) -> str:
    """The article by itself in a format of text: html, markdown, text, braille or json.

    Raises :class:`PublishError` for any other.
    """
    return choose((format,), _ALONE)[format](article)


def rendered(name: str, writer: Writer, edition: Edition) -> str | bytes:
    """The edition in a format. Raises :class:`PublishError`, and :class:`PluginError` for a writer
    of another distribution that fails or gives neither text nor bytes."""
    try:
        content = writer.render(edition)
    except LangduError:
        raise
    except Exception as error:  # a plugin may fail in any way; langdu's user gets one line
        if WRITERS.get(name) is writer:
            raise
        raise PluginError(f"the writer of the format {name!r} fails: {error!r}") from error
    if not isinstance(content, str | bytes):
        raise PluginError(
            f"the writer of the format {name!r} gives {type(content).__name__}, not text or bytes"
        )
    return content


def choose(formats: tuple[str, ...], writers: Mapping[str, _W]) -> dict[str, _W]:
    """The writers of these names, each once. Raises :class:`PublishError`."""
    if not formats:
        raise PublishError(f"no format to publish; choose from {', '.join(writers)}")
    for name in formats:
        if name not in writers:
            known = ", ".join(writers)
            raise PublishError(f"unknown format {name!r}; the known ones are {known}")
    return {name: writers[name] for name in formats}
