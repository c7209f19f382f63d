"""The looks that quizzes name: read, checked, and never run here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from studypress import codes
from studypress.decode import meant
from studypress.diagnostics import Pointer, Report, Span
from studypress.model.definitions import Definition, Quiz
from studypress.outputs.built import BrokenLook
from studypress.paths import DECKS

if TYPE_CHECKING:
    from studypress.outputs.paper.look import Look

_LARGEST = 1_000_000  # bytes
_SUFFIXES = (".css", ".j2", ".html")  # a note or a licence may stand beside them


def read_looks(
    definitions: Mapping[str, Definition], root: Path, report: Report
) -> dict[str, Look]:
    """The look of each quiz that has one. Raises OSError where a file cannot be read."""
    quizzes = {name: quiz for name, quiz in definitions.items() if isinstance(quiz, Quiz)}
    found = {name: _read(quiz, root, report) for name, quiz in quizzes.items() if quiz.look}
    return {name: look for name, look in found.items() if look}


def _read(quiz: Quiz, root: Path, report: Report) -> Look | None:
    from studypress.outputs.paper.look import Look, check, replaceable

    assert quiz.look
    folder = root / DECKS / quiz.look.path
    shown = f"{DECKS}/{quiz.look.path}"
    at = Pointer(*quiz.origin, ("look",))
    if not _is_inside(folder, root / DECKS) or not folder.is_dir():
        advice = "write a folder that stands there, not a link"
        report.add(codes.NO_SUCH_LOOK, at, f"there is no folder {shown}/", help=advice)
        return None
    names = sorted(replaceable())
    texts = {}
    for file in _files(folder):
        if file.name in names:
            texts[file.name] = _text(file, shown, report)
        else:
            advice = meant(file.name, names, otherwise=f"it may have: {', '.join(names)}")
            message = f"{shown}/{file.name} replaces nothing"
            report.add(codes.LOOK_REPLACES_NOTHING, at, message, help=advice)
    look = Look(shown, {name: text for name, text in texts.items() if text is not None})
    for broken in check(look):
        report_broken(broken, report)
    return look


def report_broken(broken: BrokenLook, report: Report) -> None:
    """A file of a look that cannot be used, as a fault."""
    report.add(
        codes.BROKEN_LOOK,
        Span(broken.file, broken.line, 1),
        broken.message,
        help="compare it with the file of the same name in studypress",
    )


def _is_inside(folder: Path, decks: Path) -> bool:
    """Whether no link leads elsewhere."""
    return folder.resolve() == decks.resolve() / folder.relative_to(decks)


def _files(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.iterdir()):
        if file.suffix in _SUFFIXES and not file.name.startswith("."):
            yield file


def _text(file: Path, shown: str, report: Report) -> str | None:
    if file.is_file() and not file.is_symlink() and file.stat().st_size <= _LARGEST:
        with suppress(UnicodeDecodeError):
            return file.read_text(encoding="utf-8")
    report.add(
        codes.BROKEN_LOOK,
        Span(f"{shown}/{file.name}", 1, 1),
        "it is not a file of text of at most a megabyte",
        help="save it with the encoding UTF-8, in the folder itself",
    )
    return None
