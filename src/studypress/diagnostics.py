"""Faults as values: where, what, and what to do. Collects; never prints, never exits.

The shape (code, message, labelled places, help) follows what compilers have settled on: a message
says what is wrong here, a label points at a second place, a help line says what to write.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct, field

Step = str | int


class Severity(StrEnum):
    """An error stops a build. A warning does not, and can be allowed with a reason."""

    ERROR = "error"
    WARNING = "warning"


class Code(NamedTuple):
    """One thing that can be wrong: the only entry for its manual page, its examples and its tests.

    `bad` and `good` are whole files or list items of a questions file; see `tests/examples.py`.
    """

    id: str
    title: str
    why: str
    bad: str | bytes
    good: str
    severity: Severity = Severity.ERROR

    @property
    def is_syntax(self) -> bool:
        """Whether it says that a line is not YAML as it should be."""
        return self.id.startswith("Q0")


class Span(NamedTuple):
    """A place in a file: line and column count from 1, in characters; None where there is none."""

    file: str
    line: int | None = None
    column: int | None = None
    width: int = 1


class Pointer(NamedTuple):
    """A place named by the line where its mapping begins and the path of keys from there.

    Checks run on decoded values, which keep no positions (6 kB a question); the file is read
    again to turn a pointer into a span, and only when there is something to report.
    """

    file: str
    line: int
    path: tuple[Step, ...] = ()


Place = Span | Pointer


class Label(NamedTuple):
    """A second place that matters, and why ("first used here")."""

    place: Place
    text: str


class Diagnostic(NamedTuple):
    """One fault at one place."""

    code: Code
    message: str
    place: Place
    help: str | None = None
    labels: tuple[Label, ...] = ()

    @property
    def is_error(self) -> bool:
        return self.code.severity is Severity.ERROR

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """By file, line and column, then code and message, so that reports never change order."""
        place = self.place
        column = place.column if isinstance(place, Span) else 0
        return (place.file, place.line or 0, column or 0, self.code.id, self.message)


MOST_FAULTS = 1_000  # of one file that are reported; nobody reads more


_LONGEST = 600  # characters of a message, which may hold what an author typed


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 100]} … {text[-80:]}"


class Full(Exception):
    """A report has as many diagnostics as it takes: what was being looked at is left at that."""


class Report(Struct):
    """Collects the diagnostics of one run, or `most` of one file and one more: then it is full."""

    found: list[Diagnostic] = field(default_factory=list)
    most: int | None = None

    def add(
        self,
        code: Code,
        place: Place,
        message: str,
        *,
        help: str | None = None,  # noqa: A002  (the field's name in the JSON that people read)
        labels: Iterable[Label] = (),
    ) -> None:
        """Raises Full."""
        advice = help and _shortened(help)
        self.extend((Diagnostic(code, _shortened(message), place, advice, tuple(labels)),))

    def extend(self, more: Iterable[Diagnostic]) -> None:
        """Raises Full."""
        self.found.extend(more)
        if self.most is not None and len(self.found) > self.most:
            raise Full

    @property
    def has_errors(self) -> bool:
        return any(d.is_error for d in self.found)
