"""Reading the files of a bank, and finding again the place that a fault is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from studypress.decode import decode, decode_plain
from studypress.diagnostics import Diagnostic, Label, Place, Report, Span
from studypress.source import (
    Block,
    Declined,
    Document,
    Mapping,
    Node,
    Scalar,
    Sequence,
    by_line,
    read_plain,
    span_at,
)

T = TypeVar("T")


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files of a folder, sorted by name; hidden files are left out."""
    if not folder.is_dir():
        return []
    return sorted(
        path
        for path in folder.iterdir()
        if path.suffix in (".yaml", ".yml") and not path.name.startswith(".")
    )


def read_block(path: Path) -> Block | None:
    """What a file holds that is plainly written; None for any other. Raises OSError."""
    try:
        return read_plain(path.read_bytes())
    except Declined:
        return None


def decode_sound(block: Block, tp: type[T], root: Path, path: Path) -> T | None:
    """The value of a file without fault; None for any other: that is read with care."""
    try:
        return decode_plain(block, tp, _name(root, path))
    except Declined:
        return None


def read_file(root: Path, path: Path, report: Report) -> Document:
    """Raises OSError where the file cannot be read."""
    from studypress.source.read import read  # libyaml, which few files need

    return read(path.read_bytes(), _name(root, path), report)


def _name(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def decode_document(document: Document, tp: type[T], report: Report) -> T | None:
    """Decode a file's root, if it has one."""
    return decode(document.root, tp, document.file, report) if document.root else None


def decode_items(document: Document, key: str, tp: type[T]) -> Iterator[T]:
    """The sound items of a list in a file that as a whole is not sound; nothing is reported."""
    items = document.root.get(key) if isinstance(document.root, Mapping) else None
    if isinstance(items, Sequence):
        for item in items.items:
            value = decode(item, tp, document.file, Report())
            if value is not None:
                yield value


def ids_in(node: Node | None) -> Iterator[str]:
    """Every id that a file gives, sound or not."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from ids_in(item)
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            if key.text == "id" and isinstance(value, Scalar):
                yield value.text
            yield from ids_in(value)


def located(diagnostics: Iterable[Diagnostic], root: Path) -> Iterator[Diagnostic]:
    """The same diagnostics with pointers turned into spans, by reading their files once more."""
    places: dict[str, dict[int, Mapping]] = {}

    def span(place: Place) -> Span:
        if isinstance(place, Span):
            return place
        if place.file not in places:
            document = read_file(root, root / place.file, Report())
            places[place.file] = by_line(document.root) if document.root else {}
        start = places[place.file].get(place.line)
        if start is None:
            return Span(place.file, place.line, 1)
        return span_at(start, place.file, place.path)

    for diagnostic in diagnostics:
        labels = tuple(Label(span(label.place), label.text) for label in diagnostic.labels)
        yield replace(diagnostic, place=span(diagnostic.place), labels=labels)
