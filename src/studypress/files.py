"""Reading the files of a bank, and finding again the place that a fault is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from errno import EINVAL, ELOOP
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from studypress.bounded import refuse_no_file
from studypress.decode import decode, decode_plain
from studypress.diagnostics import MOST_FAULTS, Diagnostic, Label, Place, Report, Span
from studypress.limits import LARGEST_FILE
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
    to_text,
)

T = TypeVar("T")

_ENDINGS = (".yaml", ".yml")
_ALMOST = re.compile(r"\.ya?ml(?:\.txt)?$", re.IGNORECASE)
_LEADS_OUT = "it is a link that leads out of the bank"
_LEADS_TO_ITSELF = "it is a link that leads to itself"


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files of a folder, sorted by name; hidden files are left out. Raises OSError for a
    name that cannot be shown: it stands in messages, and outputs are named after it."""
    found = [path for path in _not_hidden(folder) if path.suffix in _ENDINGS]
    strange = next((path for path in found if not _is_shown(path)), None)
    if strange:
        message = f"the name of {strange.name!a} cannot be shown on every system; rename it"
        raise OSError(EINVAL, message, str(folder))
    return found


def almost_yaml(folder: Path) -> list[Path]:
    """Files that are meant as YAML, by names such as `Cells.YAML` and `cells.yaml.txt`."""
    files = (path for path in _not_hidden(folder) if path.suffix not in _ENDINGS)
    return [path for path in files if _ALMOST.search(path.name) and _is_shown(path)]


def yaml_below(folder: Path) -> list[Path]:
    """The YAML files of the folders in a folder; links are not followed."""
    inner = (path for path in _not_hidden(folder) if path.is_dir() and not path.is_symlink())
    files = (path for below in inner if _is_shown(below) for path in _not_hidden(below))
    return [path for path in files if path.suffix in _ENDINGS and _is_shown(path)]


def _not_hidden(folder: Path) -> list[Path]:
    inside = folder.iterdir() if folder.is_dir() else ()
    return sorted(path for path in inside if not path.name.startswith("."))


def _is_shown(path: Path) -> bool:
    return path.name.isprintable() and bool(path.stem.strip()) and "\\" not in path.name


def refuse_links_out(root: Path, paths: Iterable[str]) -> None:
    """Raises OSError where one of these leads out of the bank, which may be a stranger's."""
    inside = root.resolve()
    for path in paths:
        if not _resolved(root / path).is_relative_to(inside):
            raise OSError(EINVAL, _LEADS_OUT, str(root / path))


def _resolved(path: Path) -> Path:
    """Raises OSError for a link that leads to itself."""
    try:
        return path.resolve(strict=True)
    except RuntimeError as error:  # before Python 3.13
        raise OSError(ELOOP, _LEADS_TO_ITSELF, str(path)) from error
    except OSError as error:
        if error.errno == ELOOP:
            raise OSError(ELOOP, _LEADS_TO_ITSELF, str(path)) from error
        return path.resolve()


def media_files(folder: Path) -> dict[str, Path]:
    """The files of a folder by name, without links, which may lead anywhere."""
    if not folder.is_dir():
        return {}
    files = (path for path in sorted(folder.iterdir()) if not path.is_symlink())
    return {path.name: path for path in files if path.is_file()}


def read_block(path: Path) -> Block | None:
    """What a file holds that is plainly written; None for any other. Raises OSError."""
    try:
        return read_plain(_data(path))
    except Declined:
        return None


def decode_sound(block: Block, tp: type[T], root: Path, path: Path) -> T | None:
    """The value of a file without fault; None for any other: that is read with care."""
    try:
        return decode_plain(block, tp, name_of(root, path))
    except Declined:
        return None


def read_file(root: Path, path: Path, report: Report) -> Document:
    """Raises OSError where the file cannot be read, or is a device or a pipe."""
    from studypress.source.read import read  # libyaml, which few files need

    return read(_data(path), name_of(root, path), report)


def name_of(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def _data(path: Path) -> bytes:
    """The file, or of one that is too large, enough to tell."""
    refuse_no_file(path)
    if path.is_symlink() and not _resolved(path).is_relative_to(path.parent.parent.resolve()):
        raise OSError(EINVAL, _LEADS_OUT, str(path))
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def decode_document(document: Document, tp: type[T], report: Report) -> T | None:
    """Decode a file's root, if it has one."""
    return decode(document.root, tp, document.file, report) if document.root else None


def decode_items(document: Document, key: str, tp: type[T]) -> Iterator[T]:
    """The sound items of a list in a file that as a whole is not sound; nothing is reported."""
    items = document.root.get(key) if isinstance(document.root, Mapping) else None
    if isinstance(items, Sequence):
        for item in items.items:
            value = decode(item, tp, document.file, Report(most=MOST_FAULTS))
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
    """The same diagnostics with pointers turned into spans, by reading once more what they are
    about."""
    files: dict[str, _Again] = {}

    def span(place: Place) -> Span:
        if isinstance(place, Span):
            return place
        if place.file not in files:
            files[place.file] = _Again(place.file, _data(root / place.file))
        start = files[place.file].at(place.line)
        if start is None:
            return Span(place.file, place.line, 1)
        return span_at(start, place.file, place.path)

    for diagnostic in diagnostics:
        labels = tuple(Label(span(label.place), label.text) for label in diagnostic.labels)
        yield diagnostic._replace(place=span(diagnostic.place), labels=labels)


class _Again:
    """A file that is read once more: the one question that a fault is about, or else all of it."""

    def __init__(self, file: str, data: bytes) -> None:
        self._file, self._data = file, data
        self._found: dict[int, Mapping | None] = {}

    @cached_property
    def _lines(self) -> list[str]:
        return (to_text(self._data, self._file, Report()) or "").split("\n")

    @cached_property
    def _all(self) -> dict[int, Mapping]:
        from studypress.source.read import read

        document = read(self._data, self._file, Report(most=MOST_FAULTS))
        return by_line(document.root) if document.root else {}

    def at(self, line: int) -> Mapping | None:
        """The mapping that begins on a line."""
        from studypress.source.read import mapping_at

        if line not in self._found:
            self._found[line] = mapping_at(self._lines, line, self._file) or self._all.get(line)
        return self._found[line]
