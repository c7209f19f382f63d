"""The command line. Commands stand in `studypress.commands`; each is imported when it is asked for,
and imports what it needs when it runs: all of them take half as long to import as typer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Annotated, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from studypress import __version__

COMMANDS: Mapping[str, str] = {  # as --help lists them: a function, or a typer of several
    "build": "building:build",
    "check": "looking:check",
    "preview": "decks:preview",
    "paper": "papers:paper",
    "release": "decks:release",
    "list": "looking:list_",
    "explain": "looking:explain",
    "schema": "looking:schema",
    "coverage": "texts:coverage",
    "new": "beginning:new",
    "adopt": "beginning:adopt",
    "sources": "texts:sources",
}


@cache
def _command(name: str) -> TyperCommand | TyperGroup:
    module, _, place = COMMANDS[name].partition(":")
    found = getattr(import_module(f"studypress.commands.{module}"), place)
    if not isinstance(found, typer.Typer):
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command(name=name)(found)
        found = alone
    return cast(TyperCommand | TyperGroup, get_command(found))


class _Commands(Mapping[str, TyperCommand | TyperGroup]):
    """Those of COMMANDS, by name."""

    def __getitem__(self, name: str) -> TyperCommand | TyperGroup:
        return _command(name)

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class _Group(TyperGroup):
    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes | {"commands": cast(Any, _Commands())})


app = typer.Typer(
    cls=_Group,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Compile a bank of questions into Anki decks and printed quizzes.",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"studypress {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
    debug: Annotated[  # looked for where a command ends
        bool, typer.Option("--debug", help="Show the traceback of what goes wrong.")
    ] = False,
) -> None:
    pass
