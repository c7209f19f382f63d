"""The command line: thin. Each command imports what it needs when it runs."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from studypress import __version__
from studypress.commands import beginning, building, papers, texts
from studypress.commands.common import (
    Out,
    Root,
    alone_with,
    clock,
    find_folder,
    misuse,
    open_project,
    show_faults,
    stop_at_faults,
    write_files,
    write_outputs,
)
from studypress.counted import counted
from studypress.model.closed import Form, Importance, Kind, Level
from studypress.styles import Style

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


class Shape(StrEnum):
    """How questions are listed."""

    TABLE = "table"
    JSON = "json"


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


@app.command()
def release(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what it would do, and write nothing.")
    ] = False,
    root: Root = None,
    out: Out = None,
) -> None:
    """Stamp what changed; write ledger, packages and notes."""
    from studypress.build import LEDGER_FILE
    from studypress.release import prepare

    with alone_with(root):
        project = open_project(root)
        stop_at_faults(project, project.diagnostics)
        prepared = prepare(project, clock())
        if not dry_run:
            folder = out or project.root / "build"
            notes, ledger = prepared.notes.encode(), prepared.release.ledger.dump().encode()
            # The ledger before the packages: a build makes them from it, but not the reverse.
            write_files({folder / "release-notes.md": notes, project.root / LEDGER_FILE: ledger})
            write_outputs(folder, prepared.outputs)
    typer.echo(prepared.notes, nl=False)


@app.command()
def preview(
    name: Annotated[str | None, typer.Argument(help="A deck [default: the first].")] = None,
    ids: Annotated[
        list[str] | None, typer.Argument(help="Questions [default: the first 24 cards].")
    ] = None,
    root: Root = None,
    out: Out = None,
) -> None:
    """Write a page that shows cards as Anki does."""
    from studypress.codes.evidence import NOT_PROVED
    from studypress.previewing import deck_names, previewed

    project = open_project(root)
    stop_at_faults(project, [d for d in project.diagnostics if d.code is not NOT_PROVED])
    known = deck_names(project)
    chosen = name or next(iter(known), "")
    if chosen not in known:
        misuse(f"there is no deck `{chosen}` in decks/; there is: {', '.join(known) or 'none'}")
    missing = [i for i in ids or [] if i not in project.bank.questions]
    if missing:
        misuse(f"there is no question `{missing[0]}`; `studypress list` shows all")
    page = (out or project.root / "build") / "preview.html"
    write_files({page: previewed(project, chosen, ids or [])})
    typer.echo(str(page))


@app.command()
def check(
    style: Annotated[Style, typer.Option("--format", help="How to show faults.")] = Style.PRETTY,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings too.")] = False,
    root: Root = None,
) -> None:
    """Report every fault of every file."""
    from studypress.remaking import read_with_papers

    project = open_project(root, read_with_papers)
    show_faults(project, style, sys.stdout)
    if not project.diagnostics and style is Style.PRETTY:
        questions = counted(len(project.bank.questions), "question")
        definitions = counted(len(project.definitions), "definition")
        typer.echo(f"{questions}, {definitions}: no faults")
    if project.has_errors or (strict and project.diagnostics):
        raise typer.Exit(1)


@app.command(name="list")
def list_(
    shape: Annotated[Shape, typer.Option("--format", help="How to list.")] = Shape.TABLE,
    kind: Annotated[list[Kind] | None, typer.Option(help="Only this kind.")] = None,
    form: Annotated[list[Form] | None, typer.Option(help="Only asked in this form.")] = None,
    importance: Annotated[list[Importance] | None, typer.Option(help="Only of this.")] = None,
    level: Annotated[list[Level] | None, typer.Option(help="Only of this level.")] = None,
    text: Annotated[list[str] | None, typer.Option(help="Only citing this text.")] = None,
    tag: Annotated[list[str] | None, typer.Option(help="Only with this tag or topic.")] = None,
    root: Root = None,
) -> None:
    """List questions, all or those that pass the filters."""
    from studypress import listing
    from studypress.model.definitions import Filter
    from studypress.model.words import Id

    project = open_project(root)
    if project.has_errors:
        show_faults(project, Style.PRETTY, sys.stderr)
        raise typer.Exit(1)
    wanted = Filter(
        kind=tuple(kind or ()),
        importance=tuple(importance or ()),
        level=tuple(level or ()),
        text=tuple(map(Id, text or ())),
        tag=tuple(map(Id, tag or ())),
    )
    questions = listing.select(project.bank, wanted, form or ())
    show = listing.as_json if shape is Shape.JSON else listing.as_table
    typer.echo(show(questions, project.bank), nl=False)


@app.command()
def explain(
    word: Annotated[
        str | None, typer.Argument(help="A code (Q104), a kind, a form or a file.")
    ] = None,
) -> None:
    """Say what a code means, or which keys a kind, form or file has."""
    from studypress import explain as manual

    page = manual.explain(word) if word else manual.contents()
    if page is None:
        misuse(f"there is no page on `{word}`; {manual.suggest(word or '')}")
    typer.echo(page, nl=False)


@app.command()
def schema(
    write: Annotated[
        bool, typer.Option("--write", help="Write both schemas where modelines point.")
    ] = False,
    definitions: Annotated[
        bool, typer.Option("--definitions", help="Print the schema of decks/*.yaml instead.")
    ] = False,
    root: Root = None,
) -> None:
    """Print the editors' JSON Schema of question files."""
    from studypress.schema import definition_schema, dump, question_schema

    if not write:
        typer.echo(dump(definition_schema() if definitions else question_schema()), nl=False)
        return
    folder = find_folder(root)
    made = {
        "questions/question.schema.json": question_schema(),
        "decks/definition.schema.json": definition_schema(),
    }
    write_files({folder / path: dump(schema).encode() for path, schema in made.items()})
    typer.echo("\n".join(made))


app.command()(beginning.new)
app.command()(beginning.adopt)
app.command()(building.build)
app.command()(papers.paper)
app.command()(texts.coverage)
app.add_typer(texts.sources, name="sources")
