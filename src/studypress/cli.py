"""The command line: thin. Each command imports what it needs when it runs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TextIO

import typer

from studypress import __version__
from studypress.model.words import Form, Importance, Kind, Level
from studypress.show import Style

if TYPE_CHECKING:
    from studypress.build import Project

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Compile a bank of questions into Anki decks and printed quizzes.",
)

Root = Annotated[
    Path | None,
    typer.Option(help="The folder with questions/ and decks/ [default: the nearest one upward]."),
]


def main() -> None:
    """The console script. `--version` is answered before anything is imported for it."""
    app()


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"studypress {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


@app.command()
def build(
    names: Annotated[
        list[str] | None, typer.Argument(help="Definitions to build [default: all].")
    ] = None,
    root: Root = None,
    out: Annotated[
        Path | None, typer.Option(help="Where to write [default: build/ under the root].")
    ] = None,
) -> None:
    """Check everything, then build decks and papers."""
    from studypress import build as building

    project = _project(root)
    _show_faults(project, Style.PRETTY, sys.stderr)
    unknown = [n for n in names or [] if n not in project.definitions]
    if project.has_errors:
        _fail("nothing was written")
    if unknown:
        known = ", ".join(project.definitions) or "none"
        _misuse(f"there is no definition `{unknown[0]}` in decks/; there is: {known}")
    folder = out or project.root / "build"
    outputs = {n: building.render(project, n) for n in names or project.definitions}
    try:
        building.write(folder, outputs)
    except OSError as error:
        _fail(f"cannot write {error.filename or folder}: {error.strerror}")
    for name, files in outputs.items():
        for file, data in files.items():
            typer.echo(f"{folder / name / file}  {len(data) / 1024:.0f} KB")
    if not outputs:
        typer.echo("There is nothing to build: decks/ has no definitions.")


@app.command()
def check(
    style: Annotated[Style, typer.Option("--format", help="How to show faults.")] = Style.PRETTY,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings too.")] = False,
    root: Root = None,
) -> None:
    """Report every fault of every file."""
    project = _project(root)
    _show_faults(project, style, sys.stdout)
    if not project.diagnostics and style is Style.PRETTY:
        count = len(project.bank.questions)
        typer.echo(f"{count} questions, {len(project.definitions)} definitions: no faults")
    if project.has_errors or (strict and project.diagnostics):
        raise typer.Exit(1)


@app.command(name="list")
def list_(
    output: Annotated[str, typer.Option("--format", help="table or json.")] = "table",
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

    if output not in ("table", "json"):
        _misuse(f"`--format {output}`: it is one of table, json")
    project = _project(root)
    if project.has_errors:
        _show_faults(project, Style.PRETTY, sys.stderr)
        raise typer.Exit(1)
    wanted = Filter(
        kind=tuple(kind or ()),
        importance=tuple(importance or ()),
        level=tuple(level or ()),
        text=tuple(map(Id, text or ())),
        tag=tuple(map(Id, tag or ())),
    )
    questions = listing.select(project.bank, wanted, form or ())
    show = listing.as_json if output == "json" else listing.as_table
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
        _misuse(f"there is no page on `{word}`; {manual.suggest(word or '')}")
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
    folder = _root(root)
    for path, made in (
        ("questions/question.schema.json", question_schema()),
        ("decks/definition.schema.json", definition_schema()),
    ):
        (folder / path).write_text(dump(made), encoding="utf-8")
        typer.echo(path)


def _root(root: Path | None) -> Path:
    from studypress.build import find_root

    found = find_root(Path.cwd()) if root is None else root
    if found is None:
        _misuse("no folder from here upward has questions/ and decks/; name one with --root")
    if not (found / "questions").is_dir():
        _misuse(f"{found} has no folder questions/")
    return found


def _project(root: Path | None) -> Project:
    import gc

    from studypress.build import read_project

    gc.disable()  # everything that is read is kept until the end
    try:
        return read_project(_root(root))
    except OSError as error:
        _fail(f"cannot read {error.filename}: {error.strerror}")


def _show_faults(project: Project, style: Style, stream: TextIO) -> None:
    from studypress.show import show

    if project.diagnostics or style is Style.JSON:
        stream.write(show(project.diagnostics, style, project.root))


def _fail(message: str) -> NoReturn:
    typer.echo(f"studypress: {message}", err=True)
    raise typer.Exit(1)


def _misuse(message: str) -> NoReturn:
    typer.echo(f"studypress: {message}", err=True)
    raise typer.Exit(2)
