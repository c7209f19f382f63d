"""Positioned values: what a YAML file says and where. Lines and columns count from 1."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

from studypress.diagnostics import Span, Step


class Scalar(NamedTuple):
    """Text as typed, without its quotes. `width` is what it takes up in its first line."""

    text: str
    line: int
    column: int
    width: int
    plain: bool

    def span(self, file: str) -> Span:
        return Span(file, self.line, self.column, max(self.width, 1))


class Sequence(NamedTuple):
    """A list; `flow` when typed in brackets."""

    items: tuple[Node, ...]
    line: int
    column: int
    flow: bool

    def span(self, file: str) -> Span:
        return Span(file, self.line, self.column)


class Mapping(NamedTuple):
    """Keys and values in the order typed; a key stands once."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int

    def span(self, file: str) -> Span:
        if self.entries:
            return self.entries[0][0].span(file)
        return Span(file, self.line, self.column)

    def get(self, key: str) -> Node | None:
        return next((value for name, value in self.entries if name.text == key), None)


Node = Scalar | Sequence | Mapping


class Document(Struct, frozen=True):
    """What could be read of one file.

    `ids` are the ids that a broken text mentions, so that what lies in the part that could not be
    read is not reported missing.
    """

    file: str
    root: Node | None
    ids: frozenset[str] = frozenset()


def by_line(root: Node) -> dict[int, Mapping]:
    """The mappings of a file by the line on which they begin, the outer before the inner."""
    found: dict[int, Mapping] = {}
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            found.setdefault(node.line, node)
            waiting.extend(value for _, value in node.entries)
        elif isinstance(node, Sequence):
            waiting.extend(node.items)
    return found


def span_at(start: Node, file: str, path: Iterable[Step]) -> Span:
    """The place of the value that a path leads to from a node.

    A list or mapping is shown by its key. A path that leads nowhere is followed as far as it goes.
    """
    node, span = start, start.span(file)
    for step in path:
        below = _child(node, step)
        if below is None:
            break
        key, node = below
        span = (key if key and not isinstance(node, Scalar) else node).span(file)
    return span


def _child(node: Node, step: Step) -> tuple[Scalar | None, Node] | None:
    if isinstance(node, Mapping) and isinstance(step, str):
        return next((entry for entry in node.entries if entry[0].text == step), None)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return None, node.items[step]
    return None
