"""A kept paper made again: the same to the byte, or with its questions as they are now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from studypress.arrange import code_of
from studypress.build import Project, sorted_diagnostics
from studypress.diagnostics import Diagnostic, Report
from studypress.extracts import check_copies
from studypress.keeping import check_kept, layout_of, quiz_of, read_kept
from studypress.looks import read_looks
from studypress.model.kept import KeptPaper
from studypress.outputs.built import Built
from studypress.proving import Texts
from studypress.rendering import Wishes, laid_out

if TYPE_CHECKING:
    from studypress.outputs.paper.look import Look


class Reread(Struct, frozen=True):
    """A kept paper, its look where it has one, and all that is in the way of making it again."""

    kept: KeptPaper | None
    look: Look | None
    faults: tuple[Diagnostic, ...]


def reread(project: Project, code: str, texts: Texts) -> Reread:
    """Raises OSError where the paper cannot be read."""
    report = Report()
    kept = read_kept(project.root, code, report)
    looks: dict[str, Look] = {}
    if kept:
        quiz = quiz_of(kept)
        check_kept(kept, project.bank, report)
        check_copies((quiz,), project.bank, texts, report)
        looks = read_looks({code: quiz}, project.root, report)
    return Reread(kept, looks.get(code), sorted_diagnostics(report, project.root))


def code_now(project: Project, paper: Reread) -> str:
    """The id of the paper as it is made now: its own, unless a question has changed."""
    assert paper.kept
    return code_of(layout_of(paper.kept, project.bank))


def remade(project: Project, paper: Reread, wishes: Wishes) -> Built:
    """The paper's files; each of its questions must be there. Raises as render() does."""
    assert paper.kept
    layout, quiz = layout_of(paper.kept, project.bank), quiz_of(paper.kept)
    return laid_out(layout, quiz, project.bank, paper.look, wishes)
