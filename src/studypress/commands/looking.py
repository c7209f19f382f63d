"""Commands that look and write nothing but what editors read: faults, questions, the format."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from studypress.commands.common import (
    Root,
    find_folder,
    misuse,
    open_project,
    show_faults,
    write_files,
)
from studypress.counted import counted
from studypress.model.closed import Form, Importance, Kind, Level
from studypress.report_style import Style


class Shape(StrEnum):
    """How questions are listed."""

    TABLE = "table"
    JSON = "json"


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


def explain(
    word: Annotated[
        str | None, typer.Argument(help="A code (Q104), a kind, a form, a file or a key.")
    ] = None,
) -> None:
    """Say what a code means, which keys a kind, form or file has, or what a key holds."""
    from studypress import explain as manual

    page = manual.explain(word) if word else manual.contents()
    if page is None:
        misuse(f"there is no page on `{word}`; {manual.suggest(word or '')}")
    typer.echo(page, nl=False)


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
    from studypress.files import refuse_links_out
    from studypress.paths import FOLDERS
    from studypress.schema import definition_schema, dump, question_schema, schema_files

    if not write:
        typer.echo(dump(definition_schema() if definitions else question_schema()), nl=False)
        return
    folder = find_folder(root)
    made = schema_files()
    refuse_links_out(folder, FOLDERS)
    write_files({folder / path: text.encode() for path, text in made.items()})
    typer.echo("\n".join(made))
