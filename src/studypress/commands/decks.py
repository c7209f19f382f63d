"""Commands about decks: a release, and a look at cards."""

from __future__ import annotations

from typing import Annotated

import typer

from studypress.commands.common import (
    Out,
    Root,
    alone_with,
    clock,
    misuse,
    open_project,
    out_folder,
    stop_at_faults,
    write_files,
    write_outputs,
)


def release(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what it would do, and write nothing.")
    ] = False,
    root: Root = None,
    out: Out = None,
) -> None:
    """Stamp what changed; write ledger, packages and notes."""
    from studypress.paths import LEDGER_FILE, RELEASE_NOTES
    from studypress.release import prepare

    with alone_with(root):
        project = open_project(root)
        stop_at_faults(project, project.diagnostics)
        prepared = prepare(project, clock())
        if not dry_run:
            folder = out_folder(project, out)
            notes, ledger = prepared.notes.encode(), prepared.release.ledger.dump().encode()
            # The ledger before the packages: a build makes them from it, but not the reverse.
            write_files({folder / RELEASE_NOTES: notes, project.root / LEDGER_FILE: ledger})
            write_outputs(folder, prepared.outputs)
    typer.echo(prepared.notes, nl=False)


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
    from studypress.paths import PREVIEW
    from studypress.previewing import deck_names, previewed

    project = open_project(root)
    stop_at_faults(project, [d for d in project.diagnostics if d.code is not NOT_PROVED])
    known = deck_names(project)
    chosen = name or next(iter(known), "")
    if chosen not in known and known and chosen in project.bank.questions:
        misuse(f"`{chosen}` is a question: write `studypress preview {known[0]} {chosen}`")
    if chosen not in known:
        misuse(f"there is no deck `{chosen}` in decks/; there is: {', '.join(known) or 'none'}")
    missing = [i for i in ids or [] if i not in project.bank.questions]
    if missing:
        misuse(f"there is no question `{missing[0]}`; `studypress list` shows all")
    page = out_folder(project, out) / PREVIEW
    write_files({page: previewed(project, chosen, ids or [])})
    typer.echo(str(page))
