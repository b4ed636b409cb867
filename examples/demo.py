"""What ``make demo`` runs: the example page cleaned, translated, spoken and published.

It uses the demo models beside it in a folder of its own, so it neither needs nor touches models
that are installed on this machine, and it needs no network.
"""

import argparse
import time
from pathlib import Path

import langdu
from langdu.translation.engines.argos import ArgosTranslator
from langdu.translation.packages.installed import installed
from langdu.translation.packages.installing import install

HERE = Path(__file__).parent
LANGUAGES = ["en", "ja", "ko", "ru"]


def main() -> None:
    """Make the demo and say in a few lines what was made and where."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("demo-out"))
    out = parser.parse_args().out
    begin = time.monotonic()

    packages = out / "models" / "packages"
    if len(installed(packages)) < len(LANGUAGES):
        for file in sorted((HERE / "models").glob("*.argosmodel")):
            install(file, directory=packages)

    page = HERE / "portal" / "article.html"
    article = langdu.load(page)
    print(f"Extracted   {article.title}")
    print(f"            {article.published}, {article.source}, {' > '.join(article.column)}")
    print(f"            {len(article.blocks)} blocks, {len(article.sentences)} sentences")

    with langdu.Reader(translator=ArgosTranslator(packages)) as reader:
        translations = reader.translate_all(article, LANGUAGES)
        editions = [article, *translations.values()]
        for code, edition in translations.items():
            print(f"Translated  {code}  {edition.title}")
        audio = {}
        for edition in editions:
            audio[edition.lang] = reader.synthesize(edition)
            print(f"Spoke       {edition.lang}  {audio[edition.lang].duration:.0f} s")
        site = out / "site"
        publication = langdu.publish(
            editions,
            to=site,
            audio=audio,
            formats=("html", "markdown", "text", "json"),
            image_root=page.parent,
        )
        for track in audio.values():
            track.close()
    for warning in publication.warnings:
        print(f"Warning     {warning}")
    print(f"Published   {len(publication.files)} files; open {site / 'index.html'}")
    print("            (translated by demo models, which know this page only)")
    print(f"Took        {time.monotonic() - begin:.0f} s")


if __name__ == "__main__":
    main()
