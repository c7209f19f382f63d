"""A report for people and programs: pretty, concise, JSON, GitHub annotations."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from studypress.bounded import read_within
from studypress.diagnostics import Diagnostic, Place, Span
from studypress.limits import LARGEST_FILE
from studypress.report_style import Style

Located = Sequence[Diagnostic]

_WIDEST = 100  # characters of a line that are shown
_BEFORE = 30  # of them before the place, where the line is longer


def show(diagnostics: Located, style: Style, root: Path) -> str:
    """The report as text; diagnostics must be located. "" where there is nothing to say."""
    return _STYLES[style](diagnostics, root)


def _span(place: Place) -> Span:
    return place if isinstance(place, Span) else Span(place.file, place.line, 1)


def _where(span: Span) -> str:
    return ":".join(str(part) for part in (span.file, span.line, span.column) if part is not None)


def _pretty(diagnostics: Located, root: Path) -> str:
    lines = _SourceLines(root)
    shown = [_pretty_one(d, lines) for d in diagnostics]
    return "\n\n".join([*shown, summary(diagnostics)]) + "\n"


def _pretty_one(diagnostic: Diagnostic, lines: _SourceLines) -> str:
    head = f"{diagnostic.code.severity}[{diagnostic.code.id}]: {diagnostic.message}"
    spans = [(_span(diagnostic.place), ""), *((_span(x.place), x.text) for x in diagnostic.labels)]
    margin = max((len(str(span.line)) for span, _ in spans if span.line), default=1)
    pad = " " * margin
    out = [head]
    for arrow, (span, text) in zip(["-->", *[":::"] * len(spans)], spans, strict=False):
        out.append(f"{pad}{arrow} {_where(span)}")
        out.extend(_excerpt(span, text, pad, lines))
    if diagnostic.help:
        out.append(f"{pad} = help: {diagnostic.help}")
    return "\n".join(out)


def _excerpt(span: Span, text: str, pad: str, lines: _SourceLines) -> Iterable[str]:
    line = lines.get(span)
    if line is None or span.line is None or span.column is None:
        return
    shown, start = _window(line, span.column - 1)
    under = "".join("\t" if c == "\t" else " " * _width(c) for c in shown[:start])
    carets = "^" * max(sum(map(_width, shown[start : start + span.width])), 1)
    yield f"{pad} |"
    yield f"{span.line:>{len(pad)}} | {shown}".rstrip()
    yield f"{pad} | {under}{carets} {text}".rstrip()


def _window(line: str, start: int) -> tuple[str, int]:
    """The part of a long line around a column, and that column in it."""
    first = max(start - _BEFORE, 0) if len(line) > _WIDEST else 0
    shown = line[first : first + _WIDEST]
    if first:
        shown = "…" + shown[1:]
    if first + _WIDEST < len(line):
        shown = shown[:-1] + "…"
    return _printable(shown), start - first


def _width(character: str) -> int:
    """Columns that a character takes in a terminal."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


class _SourceLines:
    """Lines of the files that a report is about; a file is read once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._files: dict[str, list[str]] = {}

    def get(self, span: Span) -> str | None:
        if span.file not in self._files:
            self._files[span.file] = self._read(span.file)
        lines = self._files[span.file]
        inside = span.line is not None and span.line <= len(lines)
        return lines[span.line - 1].rstrip("\r") if inside and span.line else None

    def _read(self, file: str) -> list[str]:
        try:
            data = read_within(self._root / file, LARGEST_FILE)
        except OSError:
            return []
        return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").split("\n")


def _printable(line: str) -> str:
    """A line that a terminal shows as it is: nothing in a file may move its cursor."""
    return "".join(c if c == "\t" or c.isprintable() else "�" for c in line)


def summary(diagnostics: Located) -> str:
    errors = sum(d.is_error for d in diagnostics)
    warnings = len(diagnostics) - errors
    if not diagnostics:
        return "no faults"
    counts = [(errors, "error"), (warnings, "warning")]
    said = " and ".join(f"{n} {word}{'s' * (n != 1)}" for n, word in counts if n)
    first = next((d for d in diagnostics if d.is_error), diagnostics[0]).code.id
    return f"{said}; `studypress explain {first}` says more"


def _concise(diagnostics: Located, root: Path) -> str:
    return "".join(
        f"{_where(_span(d.place))}: {d.code.severity}[{d.code.id}] {d.message}\n"
        for d in diagnostics
    )


def _json(diagnostics: Located, root: Path) -> str:
    rows = [
        {
            "code": d.code.id,
            "severity": d.code.severity.value,
            "message": d.message,
            "help": d.help,
            "file": _span(d.place).file,
            "line": _span(d.place).line,
            "column": _span(d.place).column,
        }
        for d in diagnostics
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _github(diagnostics: Located, root: Path) -> str:
    """https://docs.github.com/actions/reference/workflow-commands-for-github-actions"""
    return "".join(_annotation(d) for d in diagnostics)


def _annotation(diagnostic: Diagnostic) -> str:
    span = _span(diagnostic.place)
    fields = {"file": span.file, "line": span.line, "col": span.column, "title": diagnostic.code.id}
    shown = ",".join(f"{k}={_escaped(str(v))}" for k, v in fields.items() if v is not None)
    text = diagnostic.message + (f" ({diagnostic.help})" if diagnostic.help else "")
    return f"::{diagnostic.code.severity} {shown}::{_escaped(text)}\n"


def _escaped(text: str) -> str:
    for plain, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        text = text.replace(plain, code)
    return text


_STYLES: Mapping[Style, Callable[[Located, Path], str]] = {
    Style.PRETTY: _pretty,
    Style.CONCISE: _concise,
    Style.JSON: _json,
    Style.GITHUB: _github,
}
