"""``langdu models``: which translation models are installed; adding and removing them."""

import json
from pathlib import Path

import click

from langdu.cli import common


@click.group(invoke_without_command=True)
@click.pass_context
def models(context: click.Context) -> None:
    """List, add and remove translation models."""
    if context.invoked_subcommand is None:
        context.invoke(list_models, as_json=False)


@models.command("list")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def list_models(as_json: bool) -> None:
    """List the installed models."""
    from langdu.translation.packages.installed import default_directory, installed

    packages = installed()
    if as_json:
        rows = [
            {
                "name": package.name,
                "from": package.source,
                "to": package.target,
                "version": package.version,
                "size": package.size,
                "demo": package.demo,
                "path": str(package.path),
            }
            for package in packages
        ]
        common.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for package in packages:
        demo = "  demo model: knows its own page only" if package.demo else ""
        pair = f"{package.source}-{package.target}"
        size = f"{package.size / 1e6:.1f} MB"
        common.echo(f"{pair:8} version {package.version or '?':8} {size:>10}{demo}")
    if not packages:
        common.tell(
            f"no models in {default_directory()}; "
            "install some with: langdu models add zh-en en-ja en-ko en-ru"
        )


@models.command("add")
@click.argument("names", nargs=-1, required=True, metavar="PAIR|FILE…")
@click.option("--index", metavar="URL", help="Another index of packages than Argos's own.")
def add_models(names: tuple[str, ...], index: str | None) -> None:
    """Install models: pairs such as zh-en from the index, or .argosmodel files."""
    from langdu.translation.packages.installing import add

    with common.status("Asking the index") as say:

        def progress(name: str, done: int, total: int | None) -> None:
            of = f" of {total / 1e6:.0f}" if total else ""
            say(f"{name}: {done / 1e6:.0f}{of} MB")

        packages = add(names, index=index, progress=progress)
    for package in packages:
        common.echo(f"added {package.source}-{package.target} version {package.version or '?'}")


@models.command("remove")
@click.argument("names", nargs=-1, required=True, metavar="PAIR…")
def remove_models(names: tuple[str, ...]) -> None:
    """Remove models by their pairs."""
    from langdu.translation.packages.installed import remove

    for package in remove(names):
        common.echo(f"removed {package.source}-{package.target} ({Path(package.path).name})")
