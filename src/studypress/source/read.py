"""A file's bytes to its root node, going on after each fault.

A file that is YAML is parsed once. One that is not is parsed item by item, each slip mended and
parsed again, so that one broken question does not hide the faults of the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from studypress import codes
from studypress.diagnostics import Report, Span
from studypress.source.events import TooDeep, parse
from studypress.source.nodes import Document, Mapping, Node, Scalar, Sequence
from studypress.source.slips import Mending, mend
from studypress.source.text import to_text

_MOST_REPAIRS = 40  # of one item; past that its text is not meant to be YAML
_KEY_LINE = re.compile(r"[^\s#\-\[\]{}\"'][^:]*:(?:\s|$)")
_ITEM_LINE = re.compile(r"([ ]*)-(?:\s|$)")
_MARKER_LINE = re.compile(r"(?:---|\.\.\.)\s*$")
_ID = re.compile(r"^[ ]*(?:-[ ]+)?id:[ ]+([\w-]+)", re.MULTILINE)


def read(data: bytes, file: str, report: Report) -> Document:
    """Read one file; every fault goes to the report."""
    text = to_text(data, file, report)
    if text is None:
        return Document(file, None)
    attempt = Report()
    try:
        root = parse(text, file, 1, attempt)
    except (TooDeep, yaml.YAMLError):
        return _read_in_pieces(text, file, report)
    report.extend(attempt)
    if root is None or (isinstance(root, Scalar) and not root.text):
        return _empty(file, report)
    return Document(file, root)


def _empty(file: str, report: Report) -> Document:
    advice = "write `format: 1` and what the file is for, or delete it"
    report.add(codes.EMPTY_FILE, Span(file, 1, 1), "the file is empty", help=advice)
    return Document(file, None)


def _mentioned(text: str) -> frozenset[str]:
    return frozenset(_ID.findall(text))


def _read_in_pieces(text: str, file: str, report: Report) -> Document:
    entries: dict[str, tuple[Scalar, Node]] = {}
    items: dict[str, list[Node]] = {}  # of the list under a key, in the order of the file
    for chunk in _chunks(text, file, report):
        is_item = bool(chunk.lines and _ITEM_LINE.match(chunk.lines[0]))
        node = _parse_chunk(chunk, report)
        if isinstance(node, Mapping):
            entries |= {key.text: (key, value) for key, value in node.entries}
        elif is_item and entries:
            under = items.setdefault(next(reversed(entries)), [])
            under.extend(node.items if isinstance(node, Sequence) else ())
    if not entries and not report.has_errors:
        return _empty(file, report)
    for name, under in items.items():
        key = entries[name][0]
        entries[name] = (key, Sequence(tuple(under), key.line, key.column, flow=False))
    root = Mapping(tuple(entries.values()), 1, 1) if entries else None
    return Document(file, root, _mentioned(text))


def _parse_chunk(broken: Mending, report: Report) -> Node | None:
    """Parse, mending slip after slip; None where what is left is not YAML."""
    slips = Report()
    node: Node | None = None
    for _ in range(_MOST_REPAIRS):
        attempt = Report()
        try:
            node = parse("\n".join(broken.lines) + "\n", broken.file, broken.first_line, attempt)
        except TooDeep:
            del attempt.found[:-1]  # the brackets before it are one and the same slip
        except yaml.MarkedYAMLError as error:
            if mend(broken, error, slips):
                continue
            attempt = Report()
        break
    mended = {slip.place.line for slip in slips.found}
    report.extend(slips.found)
    report.extend(d for d in attempt.found if d.place.line not in mended)
    return node


def _chunks(text: str, file: str, report: Report) -> Iterator[Mending]:
    """Cut at top-level keys and at the items of the list that stands right under one."""
    chunk = Mending(file, 1, [])
    item_indent: int | None = None
    for number, line in enumerate(text.split("\n"), 1):
        item = _ITEM_LINE.match(line)
        if _MARKER_LINE.match(line):
            if any(x.strip() and not x.startswith("#") for x in chunk.lines):
                report.add(
                    codes.SEVERAL_DOCUMENTS,
                    Span(file, number, 1, 3),
                    "a second YAML document begins here",
                    help="one file is one document: delete this line",
                )
            chunk.lines.append("")
            continue
        if _KEY_LINE.match(line):
            yield chunk
            chunk, item_indent = Mending(file, number, []), None
        elif item and (len(item[1]) == item_indent or item_indent is None):
            yield chunk
            chunk, item_indent = Mending(file, number, []), len(item[1])
        chunk.lines.append(line)
    yield chunk
