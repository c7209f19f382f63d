"""What a rule is: a code, and a function that finds where it is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from studypress.diagnostics import Code, Label, Step

if TYPE_CHECKING:
    from studypress.bank import Bank
    from studypress.model.question import Question

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a rule is broken; `path` leads there from the thing that was checked."""

    path: tuple[Step, ...]
    message: str
    help: str | None = None
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule(Generic[S]):
    """A rule over one thing (a question, a definition), with the bank at hand.

    `on` are the kinds and forms, as types of the model, that it is about: no other question has
    to be asked. () where it is about all.
    """

    code: Code
    find: Callable[[S, Bank], Iterator[Finding]]
    on: tuple[type, ...] = ()


class PartRule(NamedTuple, Generic[S]):
    """A rule over each part of a question that is of one sort: a citation, a reference."""

    code: Code
    find: Callable[[S, Question, Bank], Finding | None]
