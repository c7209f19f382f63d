"""The command that checks everything and builds decks and papers."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from studypress.commands.common import (
    Docx,
    Out,
    Pdf,
    Root,
    TextsAtHand,
    chosen_extras,
    clock,
    fail,
    misuse,
    numbered_texts,
    open_project,
    show_faults,
    stop_at_faults,
    write_outputs,
)
from studypress.show import Style

if TYPE_CHECKING:
    from studypress.build import Project


def build(
    names: Annotated[
        list[str] | None, typer.Argument(help="Definitions to build [default: all].")
    ] = None,
    root: Root = None,
    out: Out = None,
    locked: Annotated[
        bool, typer.Option("--locked", help="Refuse what is not as released.")
    ] = False,
    stamp_now: Annotated[
        bool, typer.Option("--stamp-now", help="Stamp drafts with the time: to try them in Anki.")
    ] = False,
    docx: Docx = False,
    pdf: Pdf = False,
    text: TextsAtHand = None,
) -> None:
    """Check everything, then build decks and papers."""
    from studypress.build import Wishes, faults_of_copies, render

    extras = chosen_extras(docx=docx, pdf=pdf)
    project = open_project(root)
    show_faults(project, Style.PRETTY, sys.stderr)
    if project.has_errors:
        fail("nothing was written")
    chosen = _chosen(project, names or [])
    if locked:
        _refuse_what_is_behind(project)
    texts = numbered_texts(project, text or [])
    stop_at_faults(project, faults_of_copies(project, chosen, texts))
    now = max(clock(), project.ledger.next) if stamp_now else None
    wishes = Wishes(now, extras, texts)
    write_outputs(
        out or project.root / "build", {name: render(project, name, wishes) for name in chosen}
    )
    if not chosen:
        typer.echo("There is nothing to build: decks/ has no definitions.")


def _chosen(project: Project, names: list[str]) -> list[str]:
    unknown = [name for name in names if name not in project.definitions]
    if unknown:
        known = ", ".join(project.definitions) or "none"
        misuse(f"there is no definition `{unknown[0]}` in decks/; there is: {known}")
    return names or list(project.definitions)


def _refuse_what_is_behind(project: Project) -> None:
    from studypress.release import is_behind

    if is_behind(project):
        fail("decks/notes.lock is behind; run `studypress release`, and commit it")
