"""The command line. Commands stand in `studypress.commands`, and each imports what it needs when it
runs."""

from __future__ import annotations

from typing import Annotated

import typer

from studypress import __version__
from studypress.commands import beginning, building, decks, looking, papers, texts

app = typer.Typer(
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


COMMANDS = (  # as --help lists them
    building.build,
    looking.check,
    decks.preview,
    papers.paper,
    decks.release,
    looking.list_,
    looking.explain,
    looking.schema,
    texts.coverage,
    beginning.new,
    beginning.adopt,
)
for command in COMMANDS:
    app.command(name=command.__name__.rstrip("_"))(command)
app.add_typer(texts.sources, name="sources")
