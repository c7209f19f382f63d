"""A file's bytes to its root node, going on after each fault.

A file that is YAML is parsed once. One that is not is parsed item by item, each slip mended and
parsed again, so that one broken question does not hide the faults of the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence as Lines

import yaml

from studypress import codes
from studypress.diagnostics import Full, Report, Span
from studypress.limits import LARGEST_FILE, LONGEST_ITEM, LONGEST_LINE, MOST_REREAD
from studypress.source.events import TooDeep, TooMany, parse
from studypress.source.layout import is_uneven, straighten
from studypress.source.nodes import Document, Mapping, Node, Scalar, Sequence
from studypress.source.slips import Mending, mend, refuse
from studypress.source.text import to_text

_MOST_REPAIRS = 40  # of one item; past that its text is not meant to be YAML
_KEY_LINE = re.compile(r"[^\s#\-\[\]{}\"'][^:]*:(?:\s|$)")
_ITEM_LINE = re.compile(r"([ ]*)-(?:\s|$)")
_MARKER_LINE = re.compile(r"(?:---|\.\.\.)\s*$")
_ID = re.compile(r"^[ ]*(?:-[ ]+)?id:[ ]+([\w-]+)", re.MULTILINE)


def read(data: bytes, file: str, report: Report) -> Document:
    """Read one file; every fault goes to the report, or as many as it takes."""
    try:
        if len(data) <= LARGEST_FILE:
            text = to_text(data, file, report)
            return Document(file, None) if text is None else _read_text(text, file, report)
        message = f"the file has more than {LARGEST_FILE:,} bytes"
        report.add(codes.TOO_LARGE, Span(file), message, help="divide it into several files")
    except (Full, TooMany):
        pass
    return Document(file, None, _mentioned(data.decode("utf-8", "replace")))


def _read_text(text: str, file: str, report: Report) -> Document:
    if any(len(line) > LONGEST_LINE for line in text.split("\n")) or is_uneven(text):
        return _read_in_pieces(text, file, report)
    attempt = Report(most=report.most)
    try:
        root = parse(text, file, 1, attempt)
    except (TooDeep, yaml.YAMLError):
        return _read_in_pieces(text, file, report)
    except (Full, TooMany):
        report.extend(attempt.found)
        raise
    report.extend(attempt.found)
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
    reread = 0
    for chunk in _chunks(straighten(text, file, report), file, report):
        is_item = bool(chunk.lines and _ITEM_LINE.match(chunk.lines[0]))
        if reread > MOST_REREAD:
            _stop(chunk, report)
        node = _parse_chunk(chunk, report)
        reread += chunk.size * len(chunk.done)
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


def _stop(chunk: Mending, report: Report) -> None:
    """Raises Full."""
    report.add(
        codes.TOO_LARGE,
        chunk.span(0),
        "so much is broken above that the file is not read from here on",
        help="mend what is reported, and check again",
    )
    raise Full


def _parse_chunk(broken: Mending, report: Report) -> Node | None:
    """Parse, mending slip after slip; None where what is left is not YAML. Raises Full, TooMany."""
    if _has_endless_line(broken, report):
        return None
    most = _MOST_REPAIRS if broken.size <= LONGEST_ITEM else 1
    slips = Report()
    node: Node | None = None
    for _ in range(most):
        attempt = Report(most=report.most)
        try:
            node = parse("\n".join(broken.lines) + "\n", broken.file, broken.first_line, attempt)
        except TooDeep:
            del attempt.found[:-1]  # the brackets before it are one and the same slip
        except (Full, TooMany):
            report.extend((*slips.found, *attempt.found))
            raise
        except yaml.MarkedYAMLError as error:
            if most == 1:
                refuse(broken, error, slips)
            elif mend(broken, error, slips):
                continue
            attempt = Report()
        break
    mended = {slip.place.line for slip in slips.found}
    report.extend(slips.found)
    report.extend(d for d in attempt.found if d.place.line not in mended)
    return node


def _has_endless_line(broken: Mending, report: Report) -> bool:
    for index, line in enumerate(broken.lines):
        if len(line) > LONGEST_LINE:
            message = f"this line has {len(line):,} characters"
            advice = f"it may have {LONGEST_LINE:,}; look for a line end that is missing"
            report.add(codes.TOO_LARGE, broken.span(index), message, help=advice)
            return True
    return False


def mapping_at(lines: Lines[str], line: int, file: str) -> Mapping | None:
    """The item of a list that begins on a line, counted from 1, without reading the whole file.

    None where it cannot be told so; the file is sound, or was reported.
    """
    begin = _ITEM_LINE.match(lines[line - 1]) if line <= len(lines) else None
    if begin is None:
        return None
    inside = re.compile(rf"[ ]{{{len(begin[1]) + 1}}}|[ ]*(?:#|$)")
    end = next((at for at in range(line, len(lines)) if not inside.match(lines[at])), len(lines))
    try:
        node = parse("\n".join(lines[line - 1 : end]) + "\n", file, line, Report())
    except (TooDeep, TooMany, yaml.YAMLError):
        return None
    items = node.items if isinstance(node, Sequence) else ()
    return items[0] if len(items) == 1 and isinstance(items[0], Mapping) else None


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
