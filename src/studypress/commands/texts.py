"""Commands that work with the texts which a bank cites."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from studypress.commands.common import (
    Out,
    Root,
    TextsAtHand,
    alone_with,
    numbered_texts,
    open_project,
    out_folder,
    read_text,
    stop_at_faults,
    write_files,
)
from studypress.counted import counted

sources = typer.Typer(
    name="sources",
    help="Number texts, and prove the citations of a bank.",
    add_completion=False,
    rich_markup_mode=None,
)

TextFiles = Annotated[
    list[str], typer.Argument(metavar="KEY=FILE...", help="A numbered text, as in essay=essay.txt.")
]


@sources.command()
def lock(files: TextFiles, root: Root = None) -> None:
    """Find every citation in its text and write questions/evidence.lock."""
    from studypress.codes.evidence import NOT_PROVED
    from studypress.diagnostics import Report
    from studypress.paths import EVIDENCE_LOCK
    from studypress.project import sorted_diagnostics
    from studypress.proving import prove

    with alone_with(root):
        project = open_project(root)
        stop_at_faults(project, [d for d in project.diagnostics if d.code is not NOT_PROVED])
        report = Report()
        made = prove(project.bank, numbered_texts(project, files), report)
        stop_at_faults(project, sorted_diagnostics(report, project.root))
        write_files({project.root / EVIDENCE_LOCK: made.dump().encode()})
    proved = sum(e.what == "evidence" for e in made.entries)
    typer.echo(f"{EVIDENCE_LOCK} proves {counted(proved, 'citation')}")


@sources.command()
def number(file: Annotated[Path, typer.Argument(help="A pasted page.")]) -> None:
    """Print a pasted page with its paragraphs numbered."""
    from studypress.texts.numbered import number_page

    typer.echo(number_page(read_text(file)), nl=False)


def coverage(
    text: TextsAtHand = None,
    root: Root = None,
    out: Out = None,
) -> None:
    """Show which paragraphs are asked about."""
    from studypress import coverage as covering
    from studypress.outputs.coverage import render
    from studypress.paths import COVERAGE
    from studypress.proving import editions

    project = open_project(root)
    texts = numbered_texts(project, text or [])
    for edition in editions(project.bank, texts):
        same = f"{edition.text}: {edition.same} paragraphs are those of the lock"
        other = f"; other: {', '.join(edition.differing)}" if edition.differing else ""
        typer.echo(same + other)
    covered = covering.coverage(project.bank, texts)
    typer.echo(covering.as_table(covered), nl=False)
    page = out_folder(project, out) / COVERAGE
    write_files({page: render(project.bank.record.title, covered)})
    typer.echo(str(page))
