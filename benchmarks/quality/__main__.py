"""Score an engine on your own parallel text.

The lines go through langdu as an article's paragraphs do, with all that it does beside the engine.
"""

import argparse
import sys
from pathlib import Path

from benchmarks.quality.parallel import BadFile, Parallel, read
from benchmarks.quality.scores import scores
from langdu import plugins
from langdu.article import Article, Paragraph, Sentence
from langdu.errors import LangduError
from langdu.translation import Translator, translate_article


def main(arguments: list[str] | None = None) -> None:
    """Parse, translate, print; one line and exit code 1 where something is wrong."""
    parser = argparse.ArgumentParser(prog="make bench-quality", description=__doc__)
    parser.add_argument("file", type=Path, help="TSV: language codes, then lines (docs/quality.md)")
    parser.add_argument("--engine", default="argos")
    parser.add_argument(
        "--engine-option", action="append", default=[], metavar="KEY=VALUE", type=_pair
    )
    options = parser.parse_args(arguments)
    try:
        parallel = read(options.file)
        engine = plugins.translator(options.engine, dict(options.engine_option))
        report(parallel, engine)
    except (BadFile, LangduError) as error:
        sys.exit(f"bench-quality: {error}")


def report(parallel: Parallel, engine: Translator) -> None:
    """Print the figures of every direction."""
    blocks = tuple(
        Paragraph(f"b{number}", (Sentence(f"b{number}.s1", line),))
        for number, line in enumerate(parallel.lines, 1)
    )
    article = Article(parallel.source, blocks)
    for code, translated in translate_article(article, list(parallel.references), engine).items():
        hypotheses = [sentence.text.strip() for sentence in translated.segments]
        models = translated.translation.models if translated.translation else ()
        names = ", ".join(f"{model.name} {model.version or ''}".strip() for model in models)
        demo = " DEMO MODELS" if any(model.demo for model in models) else ""
        print(
            f"{parallel.source} → {code}: {len(hypotheses)} lines by {engine.name} ({names}){demo}"
        )
        for score in scores(hypotheses, parallel.references[code], code):
            print(f"  {score.name:6}{score.value:6.1f}   {score.signature}")


def _pair(text: str) -> tuple[str, str]:
    key, sign, value = text.partition("=")
    if not sign:
        raise argparse.ArgumentTypeError(f"{text!r} is not KEY=VALUE")
    return key, value


if __name__ == "__main__":
    main()
