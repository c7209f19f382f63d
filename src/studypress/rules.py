"""What a rule is: a code, and a function that finds where it is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

from studypress.diagnostics import Code, Label, Step

if TYPE_CHECKING:
    from studypress.bank import Bank
    from studypress.model.question import Question

P = TypeVar("P")


class Finding(Struct, frozen=True):
    """One place where a rule is broken; `path` leads there from the thing that was checked."""

    path: tuple[Step, ...]
    message: str
    help: str | None = None
    labels: tuple[Label, ...] = ()


class Rule(Struct, Generic[P], frozen=True):
    """A rule over a part of a question: what is known, a form's keys, a citation, a reference, or
    the question itself. `over` is the type of such parts, so that no other is looked at."""

    code: Code
    over: type[P]
    find: Callable[[P, Question, Bank], Iterator[Finding]]
