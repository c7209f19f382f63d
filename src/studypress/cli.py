"""The command line: thin. Each command imports what it needs when it runs."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TextIO

import typer

from studypress import __version__
from studypress.model.words import Form, Importance, Kind, Level
from studypress.show import Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studypress.build import Project
    from studypress.diagnostics import Diagnostic
    from studypress.texts.numbered import NumberedText

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


class Shape(StrEnum):
    """How questions are listed."""

    TABLE = "table"
    JSON = "json"


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


sources = typer.Typer(
    help="Number texts, and prove the citations of a bank.", rich_markup_mode=None
)
app.add_typer(sources, name="sources")

TextFiles = Annotated[
    list[str], typer.Argument(metavar="KEY=FILE...", help="A numbered text, as in essay=essay.txt.")
]


@sources.command()
def lock(files: TextFiles, root: Root = None) -> None:
    """Find every citation in its text and write questions/evidence.lock."""
    from studypress.bank import LOCK_FILE
    from studypress.build import replace_file, sorted_diagnostics
    from studypress.codes.evidence import NOT_PROVED
    from studypress.diagnostics import Report
    from studypress.proving import prove

    project = _project(root)
    _stop_at_faults(project, [d for d in project.diagnostics if d.code is not NOT_PROVED])
    report = Report()
    made = prove(project.bank, _texts(project, files), report)
    _stop_at_faults(project, sorted_diagnostics(report, project.root))
    replace_file(project.root / LOCK_FILE, made.dump().encode())
    proved = sum(e.what == "evidence" for e in made.entries)
    typer.echo(f"{LOCK_FILE}: {proved} citations are proved")


@sources.command()
def number(file: Annotated[Path, typer.Argument(help="A pasted page.")]) -> None:
    """Print a pasted page with its paragraphs numbered as citations count them."""
    from studypress.texts.numbered import number_page

    typer.echo(number_page(_read_text(file)), nl=False)


@app.command()
def coverage(
    text: Annotated[
        list[str] | None, typer.Option(metavar="KEY=FILE", help="A numbered text at hand.")
    ] = None,
    root: Root = None,
    out: Annotated[
        Path | None, typer.Option(help="Where to write [default: build/ under the root].")
    ] = None,
) -> None:
    """Show which paragraphs are asked about; with a text, what is left to ask."""
    from studypress import coverage as covering
    from studypress.build import replace_file
    from studypress.outputs.coverage import render
    from studypress.proving import editions

    project = _project(root)
    texts = _texts(project, text or [])
    for edition in editions(project.bank, texts):
        same = f"{edition.text}: {edition.same} paragraphs are those of the lock"
        other = f"; other: {', '.join(edition.differing)}" if edition.differing else ""
        typer.echo(same + other)
    covered = covering.coverage(project.bank, texts)
    typer.echo(covering.as_table(covered), nl=False)
    page = (out or project.root / "build") / "coverage.html"
    replace_file(page, render(project.bank.record.title, covered))
    typer.echo(str(page))


def _texts(project: Project, pairs: list[str]) -> dict[str, NumberedText]:
    """Texts at hand, by key."""
    from studypress.texts.numbered import parse_numbered

    texts = {}
    for pair in pairs:
        key, equals, file = pair.partition("=")
        if not equals or key not in project.bank.texts:
            known = ", ".join(project.bank.texts) or "none"
            _misuse(f"`{pair}`: write KEY=FILE; the texts of this bank are: {known}")
        try:
            texts[key] = parse_numbered(_read_text(Path(file)))
        except ValueError as error:
            _fail(f"{file}: {error}")
    return texts


def _read_text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        _fail(f"cannot read {file}: {error.strerror}")
    except UnicodeDecodeError:
        _fail(f"cannot read {file}: save it with the encoding UTF-8")


def _stop_at_faults(project: Project, diagnostics: Sequence[Diagnostic]) -> None:
    """Show them, and end with status 1 where one is an error."""
    from studypress.show import show

    if diagnostics:
        sys.stderr.write(show(diagnostics, Style.PRETTY, project.root))
    if any(d.is_error for d in diagnostics):
        _fail("nothing was written")


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
