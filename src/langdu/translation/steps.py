"""One step between two languages for many sentences: ask, check, and ask again where it failed.

The rounds, each only for the sentences that still have faults:

1. the text with its numbers in plain digits, which models copy better than 1.7万;
2. the next best hypotheses of that text and of the text as it was written; loops are decoded so
   that nothing repeats;
3. the text with its names and terms already in the target language, which a model may copy.

The candidate with the fewest faults is kept, the earlier one among equals.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from langdu.errors import TranslationError
from langdu.translation.checks import repetition
from langdu.translation.checks.running import faults, run
from langdu.translation.jobs import Candidate, Job
from langdu.translation.marks import compose
from langdu.translation.offsets import Offsets
from langdu.translation.restoring import restore
from langdu.translation.translator import Link, Request, Translated, Translator, never
from langdu.translation.variants import names_in, plain, substituted

#: Hypotheses of a text whose best one failed a check: as many as the beam of argos holds.
HYPOTHESES: Final = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """A text that goes to the engine for a job."""

    job: int
    text: str
    request: Request = field(default_factory=Request)


def take_step(
    translator: Translator,
    jobs: Sequence[Job],
    cancelled: Callable[[], bool] = never,
) -> list[Candidate]:
    """The best candidate of each job; all jobs are of one pair of languages.

    Raises :class:`TranslationError` where the engine breaks its promise.
    """
    best: dict[int, Candidate] = {}
    base = Request(terms=_terms(jobs), cancelled=cancelled)

    def answer(asked: list[Asked]) -> None:
        for one, results in zip(asked, _ask(translator, jobs, asked), strict=True):
            for result in (results, *results.others):
                candidate = _candidate(jobs[one.job], one.text, result)
                if one.job not in best or candidate.faults < best[one.job].faults:
                    best[one.job] = candidate

    def failing() -> list[int]:
        return [index for index, candidate in best.items() if candidate.faults]

    answer([_first(index, job, base) for index, job in enumerate(jobs)])
    answer([one for index in failing() for one in _second(index, jobs[index], best[index], base)])
    answer([one for index in failing() for one in _third(index, jobs[index], base)])
    return [best[index] for index in range(len(jobs))]


def _terms(jobs: Sequence[Job]) -> tuple[tuple[str, str], ...]:
    """The terms and names of all jobs, for engines that take a glossary."""
    terms = [term for job in jobs for term in job.terms]
    names = [words for job in jobs for words in names_in(job)]
    return tuple(dict.fromkeys(terms + names))


def _first(index: int, job: Job, base: Request) -> Asked:
    return Asked(index, plain(job), replace(base, links=job.marked))


def _second(index: int, job: Job, best: Candidate, base: Request) -> list[Asked]:
    loops = any(check.kind == repetition.KIND for check in best.checks)
    request = replace(base, links=job.marked, hypotheses=HYPOTHESES, avoid_repeats=loops)
    return [Asked(index, text, request) for text in dict.fromkeys((plain(job), job.text))]


def _third(index: int, job: Job, base: Request) -> list[Asked]:
    text = substituted(job)
    request = replace(base, links=job.marked, hypotheses=HYPOTHESES)
    return [Asked(index, text, request)] if text not in (job.text, plain(job)) else []


def _ask(translator: Translator, jobs: Sequence[Job], asked: Sequence[Asked]) -> list[Translated]:
    """Ask the engine: one call for all texts of the same request, and each text once."""
    answers: dict[tuple[str, Request], Translated] = {}
    for request in dict.fromkeys(one.request for one in asked):
        contexts = {
            one.text: jobs[one.job].context for one in asked if one.request == request and one.text
        }
        texts = list(contexts)
        if not texts:
            continue
        source, target = jobs[asked[0].job].lang, jobs[asked[0].job].demands.target
        with_context = replace(request, context=tuple(contexts.values()))
        results = translator.translate(texts, source, target, with_context)
        if len(results) != len(texts):
            raise TranslationError(
                f"{translator.name} gave {len(results)} translations for {len(texts)} sentences "
                f"({source} to {target}); nothing was kept"
            )
        answers |= {(text, request): one for text, one in zip(texts, results, strict=True)}
    nothing = Translated("")
    return [answers.get((one.text, one.request), nothing) for one in asked]


def _candidate(job: Job, asked: str, result: Translated) -> Candidate:
    text = restore(job.demands, result.text)
    checks = run(job.demands, text, result.score)
    links = _joined(job, asked, result, text) if job.marked else ()
    return Candidate(text, result.score, checks, faults(checks), links)


def _joined(job: Job, asked: str, result: Translated, text: str) -> tuple[Link, ...]:
    """Links from the source sentence to the finished text, over what was edited on both sides."""
    back = Offsets.between(asked, job.text)
    on = Offsets.between(result.text, text)
    links = tuple(
        Link(back.span(*link.source), on.span(*link.target), link.weight) for link in result.links
    )
    return links if job.first else compose(job.links, links)
