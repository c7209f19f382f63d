"""A kept paper made again: the same to the byte, or with its questions as they are now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from studypress import codes
from studypress.arrange import id_of
from studypress.diagnostics import Diagnostic, Report
from studypress.extracts import check_copies
from studypress.files import yaml_files
from studypress.keeping import check_kept, layout_of, quiz_of, read_kept
from studypress.looks import read_looks
from studypress.model.kept import KeptPaper
from studypress.outputs.built import Built
from studypress.paths import KEPT_PAPERS
from studypress.project import Project, read_project, sorted_diagnostics
from studypress.proving import Texts
from studypress.rendering import Wishes, laid_out

if TYPE_CHECKING:
    from studypress.outputs.paper.look import Look


class Reread(Struct, frozen=True):
    """A kept paper, its look where it has one, and all that is in the way of making it again."""

    kept: KeptPaper | None
    look: Look | None
    faults: tuple[Diagnostic, ...]


def reread(project: Project, id_: str, texts: Texts) -> Reread:
    """Raises OSError where the paper cannot be read."""
    report = Report()
    kept = read_kept(project.root, id_, report)
    looks: dict[str, Look] = {}
    if kept:
        quiz = quiz_of(kept)
        check_kept(kept, project.bank, report)
        check_copies((quiz,), project.bank, texts, report)
        looks = read_looks({id_: quiz}, project.root, report)
    return Reread(kept, looks.get(id_), sorted_diagnostics(report, project.root))


def read_with_papers(root: Path) -> Project:
    """A project, and what is wrong with the files of its kept papers; that a question has changed
    since is not. Raises OSError where a file cannot be read."""
    project, report = read_project(root), Report()
    for path in yaml_files(root / KEPT_PAPERS):
        kept = read_kept(root, path.stem, report)
        if kept and not project.has_errors:
            found = Report()
            check_kept(kept, project.bank, found)
            report.extend(d for d in found.found if d.code is codes.KEPT_PAPER_ALTERED)
    added = sorted_diagnostics(report, root)
    every = sorted(dict.fromkeys((*project.diagnostics, *added)), key=Diagnostic.sort_key)
    return replace(project, diagnostics=tuple(every))


def id_now(project: Project, paper: Reread) -> str:
    """The id of the paper as it is made now: its own, unless a question has changed."""
    assert paper.kept
    return id_of(layout_of(paper.kept, project.bank))


def remade(project: Project, paper: Reread, wishes: Wishes) -> Built:
    """The paper's files; each of its questions must be there. Raises as render() does."""
    assert paper.kept
    layout, quiz = layout_of(paper.kept, project.bank), quiz_of(paper.kept)
    return laid_out(layout, quiz, project.bank, paper.look, wishes)
