"""Which languages can be translated, by which engine, and how well."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from langdu.cli.doctor.finding import Finding
from langdu.errors import LangduError
from langdu.languages import LANGUAGES

#: The engines whose models lie on this machine.
_OFFLINE: Final = ("argos", "firefox")
#: What to type for Chinese into the other four.
_ADD: Final = "langdu models add zh-en en-ja en-ko en-ru"
#: Engine → (from, to) → COMET on FLORES-200; the table of docs/quality.md, where its source stands.
QUALITY: Final[Mapping[str, Mapping[tuple[str, str], float]]] = MappingProxyType(
    {
        "argos": MappingProxyType(
            {("zh", "en"): 0.842, ("en", "ja"): 0.788, ("en", "ko"): 0.716, ("en", "ru"): 0.848}
        ),
        "firefox": MappingProxyType(
            {("zh", "en"): 0.862, ("en", "ja"): 0.894, ("en", "ko"): 0.865, ("en", "ru"): 0.876}
        ),
    }
)


def translation() -> Iterator[Finding]:
    """A finding for each offline engine: the ways between langdu's languages."""
    for engine in _OFFLINE:
        yield _engine(engine)


def _engine(name: str) -> Finding:
    from langdu import plugins
    from langdu.translation.paths import shortest

    fix = _ADD if name == "argos" else f"{_ADD} --engine {name}"
    try:
        engine = plugins.translator(name)
        pairs = engine.pairs()
    except LangduError as error:
        return Finding(
            "translation", name, False, str(error), f"pip install 'langdu[{_extra(name)}]'"
        )
    ways = [way for target in LANGUAGES if (way := shortest(pairs, "zh", target)) and len(way) > 1]
    direct = sorted("-".join(pair) for pair in pairs)
    if not direct:
        return Finding("translation", name, False, "no models", fix)
    missing = [code for code in LANGUAGES if code not in {"zh", *(way[-1] for way in ways)}]
    demos = {pair for pair in pairs if engine.model(*pair).demo}
    shown = [_way(name, way, demos) for way in ways] or direct
    detail = ", ".join(shown) + ("; demo models: they know their own page only" if demos else "")
    if not missing:
        return Finding("translation", name, True, detail, fix if demos else None)
    return Finding("translation", name, True, f"{detail}; not from zh to {', '.join(missing)}", fix)


def _extra(engine: str) -> str:
    return "translate" if engine == "argos" else engine


def _way(engine: str, way: tuple[str, ...], demos: set[tuple[str, str]]) -> str:
    """``zh-en-ja``, and the figure of its weakest step where one is published for its models."""
    published = QUALITY.get(engine, {})
    known = [None if step in demos else published.get(step) for step in pairwise(way)]
    figures = [figure for figure in known if figure is not None]
    quality = f" (COMET {min(figures):.3f})" if len(figures) == len(known) else ""
    return "-".join(way) + quality
