"""``langdu models``: which translation models are installed; adding, updating and removing them."""

import json
from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import click

from langdu.cli import common
from langdu.errors import PluginError

if TYPE_CHECKING:  # it imports argostranslate's settings, which make folders
    from langdu.translation.packages.store import ModelStore
    from langdu.translation.packages.watching import StoredModel

_F = TypeVar("_F", bound=Callable[..., Any])

#: Engine → where its store is ("module:class"); imported when it is asked for.
_STORES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "argos": "langdu.translation.packages.store:ArgosStore",
        "firefox": "langdu.translation.engines.firefox.store:FirefoxStore",
    }
)
_ADVICE: Final = "install some with: langdu models add zh-en en-ja en-ko en-ru"


def _store(engine: str) -> "ModelStore":
    module, _, attribute = _STORES[engine].partition(":")
    return cast("ModelStore", getattr(import_module(module), attribute)())


def _engine_option(default: str | None) -> Callable[[_F], _F]:
    return click.option(
        "--engine",
        type=click.Choice(list(_STORES)),
        default=default,
        show_default=default is not None,
        help="The engine whose models are meant.",
    )


_index_option = click.option(
    "--index", metavar="URL", help="Another index of models than the engine's own."
)


@click.group(invoke_without_command=True)
@click.pass_context
def models(context: click.Context) -> None:
    """List, add, update and remove translation models."""
    if context.invoked_subcommand is None:
        context.invoke(list_models, as_json=False, engine=None)


@models.command("list")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@_engine_option(None)
def list_models(as_json: bool, engine: str | None) -> None:
    """List the installed models, of all engines or of one."""
    rows = [(name, model) for name in ([engine] if engine else _STORES) for model in _here(name)]
    if as_json:
        found = [_row(name, model) for name, model in rows]
        common.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for name, model in rows:
        demo = "  demo model: knows its own page only" if model.demo else ""
        pair = f"{model.source}-{model.target}"
        size = f"{model.size / 1e6:.1f} MB"
        version = f"version {model.version or '?':8}"
        common.echo(f"{pair:8} {name:8} {version} {size:>10}{demo}")
    if not rows:
        common.tell(f"no models in {_store(engine or 'argos').place()}; {_ADVICE}")


def _here(engine: str) -> "list[StoredModel]":
    try:
        return list(_store(engine).installed())
    except PluginError as error:
        if len(_STORES) == 1:
            raise
        common.fail(error)  # the others' models are there all the same
        return []


def _row(engine: str, model: "StoredModel") -> dict[str, object]:
    return {
        "engine": engine,
        "name": model.name,
        "from": model.source,
        "to": model.target,
        "version": model.version,
        "size": model.size,
        "demo": model.demo,
        "path": str(model.path),
    }


@models.command("add")
@click.argument("names", nargs=-1, required=True, metavar="PAIR|FILE…")
@_engine_option("argos")
@_index_option
@click.option("--again", is_flag=True, help="Install what is installed and up to date, too.")
def add_models(names: tuple[str, ...], engine: str, index: str | None, again: bool) -> None:
    """Install models: pairs such as zh-en from the index, or .argosmodel files.

    A pair that is installed is brought up to date. A download that broke off is gone on with.
    """
    from langdu.cli.model_progress import shown

    with shown() as watcher:
        _store(engine).add(names, index=index, again=again, watcher=watcher)


@models.command("update")
@click.argument("names", nargs=-1, metavar="[PAIR…]")
@_engine_option("argos")
@_index_option
def update_models(names: tuple[str, ...], engine: str, index: str | None) -> None:
    """Bring installed models up to date: those of these pairs, or all."""
    from langdu.cli.model_progress import shown

    with shown() as watcher:
        _store(engine).update(names, index=index, watcher=watcher)


@models.command("remove")
@click.argument("names", nargs=-1, required=True, metavar="PAIR…")
@_engine_option("argos")
def remove_models(names: tuple[str, ...], engine: str) -> None:
    """Remove models by their pairs."""
    for model in _store(engine).remove(names):
        common.echo(f"removed {model.source}-{model.target} ({model.path.name})")
