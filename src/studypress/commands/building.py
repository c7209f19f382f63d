"""The command that checks everything and builds decks and papers."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from studypress.commands.common import (
    AllowTemplates,
    Docx,
    Out,
    Pdf,
    Root,
    TextsAtHand,
    chosen_extras,
    clock,
    fail,
    made,
    misuse,
    numbered_texts,
    open_project,
    out_folder,
    show_faults,
    stop_at_faults,
    write_files,
    write_outputs,
)
from studypress.report_style import Style

if TYPE_CHECKING:
    from studypress.outputs.built import Built
    from studypress.project import Project


Locked = Annotated[bool, typer.Option("--locked", help="Refuse what is not as released.")]
StampNow = Annotated[
    bool, typer.Option("--stamp-now", help="Stamp drafts with the time: to try them in Anki.")
]
Keep = Annotated[
    bool, typer.Option("--keep", help="Keep papers so that they can be made again for ever.")
]
Open = Annotated[bool, typer.Option("--open", help="Open the first page that was written.")]


def _offered(incomplete: str) -> list[str]:
    """The definitions that a shell offers: the names of the files in `decks/`."""
    from studypress.files import yaml_files
    from studypress.paths import DECKS
    from studypress.project import find_root

    root = find_root(Path.cwd())
    names = [path.stem for path in yaml_files(root / DECKS)] if root else []
    return [name for name in names if name.startswith(incomplete)]


Names = Annotated[
    list[str] | None,
    typer.Argument(help="Definitions to build [default: all].", autocompletion=_offered),
]


def build(
    names: Names = None,
    root: Root = None,
    out: Out = None,
    locked: Locked = False,
    stamp_now: StampNow = False,
    docx: Docx = False,
    pdf: Pdf = False,
    text: TextsAtHand = None,
    allow_templates: AllowTemplates = False,
    keep: Keep = False,
    open_: Open = False,
) -> None:
    """Check everything, then build decks and papers."""
    from studypress.commands.progress import progress
    from studypress.project import faults_of_copies
    from studypress.rendering import Wishes, render

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
    with progress(sys.stderr) as tell:
        wishes = Wishes(now, extras, texts, allow_templates, tell)
        outputs = {name: made(project, partial(render, project, name, wishes)) for name in chosen}
    folder = out_folder(project, out)
    if keep:
        _keep(project, chosen)
    write_outputs(folder, outputs)
    if not chosen:
        typer.echo("There is nothing to build: decks/ has no definitions.")
    elif open_:
        _open(folder, outputs)


def _keep(project: Project, names: list[str]) -> None:
    from studypress.atomic import clear_beside
    from studypress.paths import KEPT_PAPERS
    from studypress.rendering import kept

    files = {
        path: data
        for name in names
        if name in project.drawn
        for path, data in kept(project, name).items()
    }
    write_files({project.root / path: data for path, data in files.items()})
    with suppress(OSError):  # a paper that is not kept in the end leaves a file of its own name
        clear_beside(project.root / KEPT_PAPERS, "*.yaml")
    typer.echo("".join(f"kept as {path}\n" for path in files), nl=False)


def _open(folder: Path, outputs: Mapping[str, Built]) -> None:
    """The first page that was written, or else the folder, in the browser."""
    import webbrowser

    pages = (
        folder / name / file
        for name, built in outputs.items()
        for file in built.files
        if file.endswith(".html")
    )
    first = next(pages, folder / next(iter(outputs)))
    if not webbrowser.open(first.resolve().as_uri()):
        typer.echo(f"studypress: no browser was found; open {first}", err=True)


def _chosen(project: Project, names: list[str]) -> list[str]:
    unknown = [name for name in names if name not in project.definitions]
    if unknown:
        known = ", ".join(project.definitions) or "none"
        misuse(f"there is no definition `{unknown[0]}` in decks/; there is: {known}")
    return names or list(project.definitions)


def _refuse_what_is_behind(project: Project) -> None:
    from studypress.paths import LEDGER_FILE
    from studypress.release import is_behind

    if is_behind(project):
        fail(f"{LEDGER_FILE} is behind; run `studypress release`, and commit it")
