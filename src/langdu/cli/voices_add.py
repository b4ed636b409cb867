"""``langdu voices add``: neural voices."""

import click

from langdu.cli import common


@click.command("add")
@click.argument("names", nargs=-1, required=True, metavar="kokoro|PATH…")
@click.option("--address", metavar="URL", help="Another place than the release of Kokoro's files.")
def add_voices(names: tuple[str, ...], address: str | None) -> None:
    """Add voices: kokoro (120 MB), a folder with its files, or a Piper voice (FILE.onnx)."""
    from langdu.cli.model_progress import shown
    from langdu.speech.neural.kokoro.files import RELEASE
    from langdu.speech.neural.store import add

    with shown() as watcher:
        for name in names:
            place = add(
                name,
                address=address or RELEASE,
                progress=watcher.downloading,
                note=watcher.note,
            )
            common.echo(f"added {name}: {place}")
