"""The command that makes a kept paper again."""

from __future__ import annotations

import re
import sys
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
    fail,
    made,
    misuse,
    numbered_texts,
    open_project,
    out_folder,
    stop_at_faults,
    write_outputs,
)
from studypress.commands.leaving import reason
from studypress.paths import QUESTIONS

if TYPE_CHECKING:
    from studypress.diagnostics import Diagnostic
    from studypress.project import Project
    from studypress.proving import Texts
    from studypress.remaking import Reread

Current = Annotated[
    bool, typer.Option("--current", help="Print changed questions as they are now.")
]
_ID = re.compile(r"[A-Z0-9]{1,20}")


def _offered(incomplete: str) -> list[str]:
    """The papers that a shell offers: the names of the files in `decks/papers/`."""
    from studypress.project import find_root

    root = find_root(Path.cwd())
    names = _kept(root) if root else []
    return [name for name in names if name.startswith(incomplete.upper())]


def _kept(root: Path) -> list[str]:
    from studypress.files import yaml_files
    from studypress.paths import KEPT_PAPERS

    return [path.stem for path in yaml_files(root / KEPT_PAPERS)]


def paper(
    id_: Annotated[
        str,
        typer.Argument(metavar="ID", help="The id printed on it.", autocompletion=_offered),
    ],
    current: Current = False,
    root: Root = None,
    out: Out = None,
    docx: Docx = False,
    pdf: Pdf = False,
    text: TextsAtHand = None,
    allow_templates: AllowTemplates = False,
) -> None:
    """Make a paper again that was kept by `build --keep`."""
    from studypress.codes.definitions import KEPT_QUESTION_CHANGED
    from studypress.commands.progress import progress
    from studypress.remaking import id_now, remade
    from studypress.rendering import Wishes

    id_ = id_.upper()
    if not _ID.fullmatch(id_):
        misuse(f"`{id_}` is not the id of a paper: write it as it is printed, as in `7F3K2Q`")
    extras = chosen_extras(docx=docx, pdf=pdf)
    project = open_project(root)
    stop_at_faults(project, [d for d in project.diagnostics if _is_of_bank(d)])
    texts = numbered_texts(project, text or [])
    paper = _reread(project, id_, texts)
    allowed = {KEPT_QUESTION_CHANGED} if current else set()
    stop_at_faults(project, [d for d in paper.faults if d.code not in allowed])
    for changed in (d for d in paper.faults if d.code in allowed):
        typer.echo(f"{changed.message}, and is printed as it is now")
    with progress(sys.stderr) as tell:
        wishes = Wishes(None, extras, texts, allow_templates, tell)
        built = made(project, lambda: remade(project, paper, wishes))
    write_outputs(out_folder(project, out), {id_now(project, paper): built})


def _reread(project: Project, id_: str, texts: Texts) -> Reread:
    from studypress.keeping import kept_path
    from studypress.paths import KEPT_PAPERS
    from studypress.remaking import reread

    try:
        return reread(project, id_, texts)
    except FileNotFoundError:
        there = ", ".join(_kept(project.root)) or "none; `studypress build --keep` keeps papers"
        misuse(f"there is no paper `{id_}` in {KEPT_PAPERS}/; there is: {there}")
    except OSError as error:
        fail(f"cannot read {kept_path(id_)}: {reason(error)}")


def _is_of_bank(fault: Diagnostic) -> bool:
    """What is wrong with a definition is not in the way of a paper that was made of it before."""
    return fault.is_error and fault.place.file.startswith(f"{QUESTIONS}/")
