"""What commands share: the project that they work on, faults, files, and how to leave."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TextIO

import typer

from studypress.bounded import read_within
from studypress.commands.leaving import named, on_one_line, reason
from studypress.limits import LARGEST_TEXT
from studypress.paths import BANK_FILE, BUILD, FOLDERS
from studypress.report_style import Style

if TYPE_CHECKING:
    from studypress.diagnostics import Diagnostic
    from studypress.outputs.built import Built
    from studypress.outputs.extras import Extra
    from studypress.project import Project
    from studypress.texts.numbered import NumberedText

_LONGEST_TIME = 10  # digits of the seconds until the year 2286

Out = Annotated[Path | None, typer.Option(help="Where to write [default: build/ under the root].")]
Root = Annotated[
    Path | None,
    typer.Option(help="The folder with questions/ and decks/ [default: the nearest one upward]."),
]

TextsAtHand = Annotated[
    list[str] | None, typer.Option("--text", metavar="KEY=FILE", help="A numbered text at hand.")
]
Docx = Annotated[bool, typer.Option("--docx", help="Papers and keys also for Word.")]
AllowTemplates = Annotated[
    bool, typer.Option("--allow-templates", help="Use the templates of looks: they are code.")
]
Pdf = Annotated[bool, typer.Option("--pdf", help="Papers and keys also as PDF.")]


def chosen_extras(**chosen: bool) -> tuple[Extra, ...]:
    """The extras that were asked for, by name. Ends with status 1 where one is not installed."""
    from studypress.outputs.extras import Extra, advice

    extras = tuple(extra for extra in Extra if chosen.get(extra))
    for missing in filter(None, map(advice, extras)):
        fail(missing)
    return extras


def out_folder(project: Project, named: Path | None) -> Path:
    """Where to write: as named, or else `build/` in the bank, which may be a stranger's."""
    from studypress.files import refuse_links_out

    if named:
        return named
    try:
        refuse_links_out(project.root, [BUILD])
    except OSError as error:
        advice = "remove it, or name a folder with --out"
        fail(f"cannot write {error.filename}: {error.strerror}; {advice}")
    return project.root / BUILD


def clock() -> int:
    """Seconds since 1970; SOURCE_DATE_EPOCH overrides the clock (reproducible-builds.org)."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    given = fixed.isascii() and fixed.isdigit() and len(fixed) <= _LONGEST_TIME
    return int(fixed) if given else int(time.time())


def write_outputs(folder: Path, outputs: Mapping[str, Built]) -> None:
    """Write each definition's folder, and say what was written."""
    from studypress.atomic import write_folders
    from studypress.commands.closing import closing

    try:
        write_folders(folder, {name: built.files for name, built in outputs.items()})
    except OSError as error:
        fail(f"cannot write {named(error, folder)}: {reason(error)}")
    if outputs:
        typer.echo("\n".join(closing(folder, outputs)))


def write_files(files: Mapping[Path, bytes]) -> None:
    """All of them, or none."""
    from studypress import atomic

    try:
        atomic.write_files(files)
    except OSError as error:
        fail(f"cannot write {named(error, next(iter(files)))}: {reason(error)}")


@contextmanager
def alone_with(root: Path | None) -> Iterator[None]:
    """No other run changes what the bank remembers meanwhile: from reading it to writing it."""
    from studypress.atomic import Busy, alone

    bank = find_folder(root) / BANK_FILE
    if not bank.is_file():
        yield  # there is no bank to be alone with, which is a fault
        return
    try:
        with alone(bank):
            yield
    except Busy as error:
        fail(f"cannot begin: {reason(error)}")


def stop_at_faults(project: Project, diagnostics: Sequence[Diagnostic]) -> None:
    """Show them, and end with status 1 where one is an error."""
    if diagnostics:
        from studypress.show import show

        sys.stderr.write(show(diagnostics, Style.PRETTY, project.root))
    if any(d.is_error for d in diagnostics):
        fail("nothing was written")


def find_folder(root: Path | None) -> Path:
    """The bank: as named, or the nearest folder upward. Ends with status 2 where there is none."""
    from studypress.project import find_root

    found = find_root(Path.cwd()) if root is None else root
    if found is None:
        misuse("no folder from here upward has questions/ and decks/; name one with --root")
    for name in FOLDERS:
        if not (found / name).is_dir():
            misuse(f"{found} has no folder {name}/; name the folder above it with --root")
    return found


def open_project(root: Path | None, read: Callable[[Path], Project] | None = None) -> Project:
    """What there is to work on, as `read` reads it, or else without kept papers."""
    from studypress.project import read_project

    try:
        return (read or read_project)(find_folder(root))
    except OSError as error:
        fail(f"cannot read {named(error, root or Path.cwd())}: {reason(error)}")


def made(project: Project, make: Callable[[], Built]) -> Built:
    """What is made of a definition or paper; ends with status 1 where its look is in the way."""
    from studypress.diagnostics import Report
    from studypress.looks import report_broken
    from studypress.outputs.built import BrokenLook, UntrustedLook
    from studypress.project import sorted_diagnostics

    report = Report()
    try:
        return make()
    except UntrustedLook as look:
        fail(
            f"{look.definition} has templates of its own in {look.folder}/, and templates are "
            "code: read them, then build with --allow-templates"
        )
    except BrokenLook as broken:
        report_broken(broken, report)
        stop_at_faults(project, sorted_diagnostics(report, project.root))
        raise


def numbered_texts(project: Project, pairs: Sequence[str]) -> dict[str, NumberedText]:
    """Texts at hand, by key."""
    from studypress.texts.numbered import parse_numbered

    texts = {}
    for pair in pairs:
        key, equals, file = pair.partition("=")
        if not equals or key not in project.bank.texts:
            known = ", ".join(project.bank.texts) or "none"
            misuse(f"`{pair}`: write KEY=FILE; the texts of this bank are: {known}")
        try:
            texts[key] = parse_numbered(read_text(Path(file)))
        except ValueError as error:
            fail(f"{file}: {error}")
    return texts


def read_text(file: Path) -> str:
    """Of a file that was named. Ends with status 1 where it cannot be read."""
    try:
        return read_within(file, LARGEST_TEXT).decode()
    except OSError as error:
        fail(f"cannot read {file}: {reason(error)}")
    except UnicodeDecodeError:
        fail(f"cannot read {file}: save it with the encoding UTF-8")


def show_faults(project: Project, style: Style, stream: TextIO) -> None:
    """All of a project's; JSON also where there are none."""
    if project.diagnostics or style is Style.JSON:
        from studypress.show import show

        stream.write(show(project.diagnostics, style, project.root))


def fail(message: str) -> NoReturn:
    """End with status 1: something is wrong, or went wrong."""
    typer.echo(f"studypress: {on_one_line(message)}", err=True)
    raise typer.Exit(1)


def misuse(message: str) -> NoReturn:
    """End with status 2: the command was not typed as it takes it."""
    typer.echo(f"studypress: {on_one_line(message)}", err=True)
    raise typer.Exit(2)
