"""The texts that an engine may be asked for a sentence."""

from langdu.languages import is_spaced
from langdu.quantities import simplify
from langdu.translation.jobs import Job
from langdu.translation.names import render


def plain(job: Job) -> str:
    """The text with its numbers in plain digits."""
    return simplify(job.text, job.lang).text


def substituted(job: Job) -> str:
    """The plain text with names and the user's terms in the target language.

    A model copies what is in another script more often than it mangles it, and a name that is
    copied is right.
    """
    text = plain(job)
    for term, wanted in job.terms:
        text = text.replace(term, _apart(wanted, job))
    for name, wanted in names_in(job):
        text = text.replace(name, _apart(wanted, job))
    return " ".join(text.split())


def names_in(job: Job) -> tuple[tuple[str, str], ...]:
    """The names as they stand in the text, and as they should in the target language.

    On a later step of a way they stand as the step before rendered them.
    """
    return tuple(
        dict.fromkeys(
            (name.text if job.first else render(name, job.lang), render(name, job.demands.target))
            for name in job.demands.names
            if name.given or name.kind != "person"  # 张书记: the engine knows better than 张
        )
    )


def _apart(words: str, job: Job) -> str:
    """Latin words set apart by spaces in a text that has none: models cut text at them."""
    return f" {words} " if words.isascii() and not is_spaced(job.lang) else words
