"""What stands above an article: its metadata, and where a translation comes from."""

from dataclasses import dataclass

from langdu.article import Article, Check, Model, Translation
from langdu.languages import guess, normalize
from langdu.publishing.dates import human_date, machine_date
from langdu.publishing.labels import Labels, page_tag
from langdu.publishing.safe import one_line, safe_tag


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value.

    ``lang`` is the tag of a value that is not in the page's language, ``datetime`` a machine's form
    of a date.
    """

    label: str
    value: str
    lang: str | None = None
    datetime: str | None = None


def source_tag(article: Article) -> str | None:
    """The tag of the language that a translated article comes from."""
    return safe_tag(page_tag(article.translation.source)) if article.translation else None


def untranslated_tag(article: Article, text: str) -> str | None:
    """The tag for a text that nobody translates (code, a footnote) on a translated page.

    It is that of the original only where its script says so: code is often no language at all.
    """
    translation = article.translation
    if translation and guess([text]) == normalize(translation.source):
        return source_tag(article)
    return None


def metadata(article: Article, labels: Labels) -> tuple[Fact, ...]:
    """Date, source, author, column…: what is known."""
    texts = {
        "source": article.source,
        "author": article.author,
        "editor": article.editor,
        "site": article.site,
        "column": " › ".join(filter(None, map(one_line, article.column))),
    }
    lang = source_tag(article)
    dates = {"published": None if article.translation else article.published}
    facts = [_date(n, d, labels) for n, d in {**dates, "updated": article.updated}.items() if d]
    facts += [Fact(labels[n], one_line(t), lang) for n, t in texts.items() if one_line(t)]
    return tuple(facts)


def provenance(article: Article, labels: Labels) -> tuple[Fact, ...]:
    """From which language, by which engine and models, and when the original was published."""
    translation = article.translation
    if not translation:
        return ()
    models = labels["comma"].join(map(_model, translation.models))
    if article.published:
        date = _date("original_published", article.published, labels)
    else:
        date = Fact(labels["original_published"], labels["unknown"])
    return (
        Fact(labels["from_language"], labels.language(one_line(translation.source))),
        Fact(labels["engine"], one_line(translation.engine)),
        Fact(labels["models"], models or labels["unknown"]),
        date,
    )


def flag_numbers(article: Article) -> dict[str, int]:
    """The flagged sentences, numbered in reading order; then those that the article lacks."""
    flagged = dict.fromkeys(c.sentence for c in _checks(article.translation))
    known = [s.id for s in article.segments if s.id in flagged]
    ordered = dict.fromkeys((*known, *flagged))
    return {name: number for number, name in enumerate(ordered, 1)}


def notices(article: Article, labels: Labels) -> tuple[str, ...]:
    """The sentences that warn the reader of a translated page; the demo mark comes first."""
    if not article.translation:
        return ()
    demo = (labels["demo_note"],) if article.translation.demo else ()
    flags = len(flag_numbers(article))
    checks = (labels.numbered("flagged", flags),) if flags else ()
    return (*demo, labels["machine_note"], *checks)


def _checks(translation: Translation | None) -> tuple[Check, ...]:
    return translation.faults if translation else ()


def _model(model: Model) -> str:
    return one_line(f"{model.name} {model.version or ''}")


def _date(name: str, value: str, labels: Labels) -> Fact:
    value = one_line(value)
    return Fact(labels[name], human_date(value, labels.code), None, machine_date(value))
