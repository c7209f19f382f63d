"""What people mean when YAML says "did not find expected key".

Each likely slip is recognised on the line where it happened, named, and mended, so that its help
can show the repaired line and reading can go on to the next fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml
from msgspec import Struct, field

from studypress import codes
from studypress.counted import counted
from studypress.diagnostics import Code, Report, Span
from studypress.source.writing import quoted

_LINE = re.compile(
    r"(?P<lead>[ ]*(?:-[ ]+)*)"
    r"(?P<key>[^\s\"'\[\]{},#&*!|>%@`:-][^\s\"'\[\]{}:]*:(?:[ ]+|$))?"
    r"(?P<value>.*)"
)
_COMMENT = re.compile(r"[ ]{2,}#(?:[ !].*)?$")
_CLOSED = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*"'),
    "'": re.compile(r"'(?:[^']|'')*'"),
}
_TIGHT = re.compile(r"([A-Za-z-]+):(?!//)(.+)")
_LIST = re.compile(r"\[[\w$-]+(?:,[ ]*[\w$-]+)*\]")
_OPEN_LIST = re.compile(r"\[\$[\w-]+(?:,[ ]*\$[\w-]+)*,?")
_CANNOT_BEGIN = "[]{}>|@%&*!`,"


class Parts(Struct, frozen=True):
    """One line taken apart: what leads up to the value, and the value without its comment."""

    lead: str
    value: str

    @property
    def column(self) -> int:
        return len(self.lead) + 1


class Slip(Struct, frozen=True):
    """A slip found on a line: what to say, where in the value it is, and the line as meant."""

    code: Code
    message: str
    offset: int
    mended: str


def split(line: str) -> Parts:
    match = _LINE.match(line)
    assert match is not None  # every part of the pattern may be empty
    lead = match["lead"] + (match["key"] or "")
    return Parts(lead, _COMMENT.sub("", match["value"]).rstrip())


def _unclosed_quote(parts: Parts) -> Slip | None:
    quote = parts.value[:1]
    if quote not in _CLOSED or _CLOSED[quote].match(parts.value):
        return None
    mended = quoted(parts.value[1:].rstrip(quote)) if quote == '"' else quoted(parts.value)
    return Slip(codes.UNCLOSED_QUOTE, "this quotation mark is never closed", 0, mended)


def _text_after_quote(parts: Parts) -> Slip | None:
    quote = parts.value[:1]
    match = _CLOSED[quote].match(parts.value) if quote in _CLOSED else None
    after = parts.value[match.end() :] if match else ""
    if not match or not after.strip():
        return None
    around = after[0].isalnum() and after.endswith(quote)  # the marks were meant for the whole
    whole = parts.value[1:-1].replace(quote * 2, quote) if around else parts.value
    message = "text follows the closing quotation mark"
    return Slip(codes.TEXT_AFTER_QUOTE, message, match.end(), quoted(whole))


def _unclosed_bracket(parts: Parts) -> Slip | None:
    if not _OPEN_LIST.fullmatch(parts.value):
        return None
    closed = parts.value.rstrip(" ,") + "]"
    return Slip(codes.ODD_BEGINNING, "this bracket is never closed", 0, closed)


def _odd_beginning(parts: Parts) -> Slip | None:
    first = parts.value[:1]
    dash = parts.value.startswith(("- ", "? "))
    if not first or (first not in _CANNOT_BEGIN and not dash) or _LIST.fullmatch(parts.value):
        return None
    message = f"a value that begins with `{first}` must be quoted"
    return Slip(codes.ODD_BEGINNING, message, 0, quoted(parts.value))


def _colon(parts: Parts) -> Slip | None:
    match = re.search(r":(?=\s|$)", parts.value)
    if not match:
        return None
    message = "a colon and a space inside a value end it: YAML takes what stands before for a key"
    return Slip(codes.COLON_IN_VALUE, message, match.start(), quoted(parts.value))


_SLIPS: tuple[Callable[[Parts], Slip | None], ...] = (
    _unclosed_quote,
    _text_after_quote,
    _unclosed_bracket,
    _odd_beginning,
    _colon,
)


class Mending(Struct):
    """Lines on which reading failed, and those that were mended so far: each is mended once."""

    file: str
    first_line: int
    lines: list[str]
    done: set[int] = field(default_factory=set)

    @property
    def size(self) -> int:
        """In characters."""
        return sum(map(len, self.lines))

    def span(self, index: int, column: int = 1, width: int = 1) -> Span:
        return Span(self.file, self.first_line + index, column, width)


def mend(broken: Mending, error: yaml.MarkedYAMLError, report: Report) -> bool:
    """Report what the error means and mend the line that it is about.

    False where only a person can tell what was meant.
    """
    lines = broken.lines
    last = len(lines) - 1
    at = min(error.problem_mark.line, last) if error.problem_mark else 0
    context = min(error.context_mark.line, last) if error.context_mark else at
    for index in _suspects(broken, at, context, error):
        if _mend_continuation(broken, index, report):
            return True
        parts = split(lines[index])
        for slip_of in _SLIPS:
            if slip := slip_of(parts):
                _report_slip(slip, parts, broken.span(index), report)
                lines[index] = parts.lead + slip.mended
                broken.done.add(index)
                return True
    return _mend_structure(broken, error, at, context, report)


def _suspects(broken: Mending, at: int, context: int, error: yaml.MarkedYAMLError) -> list[int]:
    """The lines to look at, likeliest first."""
    unclosed = [i for i in range(at + 1) if _unclosed_quote(split(broken.lines[i]))]
    here = [at]
    if "scanning" in (error.context or "") and context != at:
        here.append(context)
    if "flow" in (error.context or ""):
        here.insert(0, context)
    return [i for i in (*unclosed, *here) if i not in broken.done]


def _report_slip(slip: Slip, parts: Parts, line: Span, report: Report) -> None:
    span = line._replace(column=parts.column + slip.offset)
    lead = f"{parts.lead.strip()} " if parts.lead.strip() else ""
    report.add(slip.code, span, slip.message, help=f"write {lead}{slip.mended}")


def _mend_continuation(broken: Mending, at: int, report: Report) -> bool:
    """A colon in the second line of a text: quotes go around both, on one line."""
    if not at or not _has_value(broken.lines[at - 1]):
        return False
    above, here = split(broken.lines[at - 1]), split(broken.lines[at])
    slip = None if here.lead.strip() or above.value[:1] in "\"'[|>" else _colon(here)
    if slip is None or len(here.lead) <= _indent(above.lead):
        return False
    joined = f"{above.lead}{quoted(f'{above.value} {here.value}')}"
    span = broken.span(at, here.column + slip.offset)
    report.add(slip.code, span, slip.message, help=f"write, on one line, {joined.strip()}")
    broken.lines[at - 1 : at + 1] = [joined, ""]
    broken.done |= {at - 1, at}
    return True


def _mend_structure(
    broken: Mending, error: yaml.MarkedYAMLError, at: int, context: int, report: Report
) -> bool:
    problem = error.problem or "this is not YAML"
    if "could not find expected ':'" in problem and context not in broken.done:
        return _mend_missing_colon(broken, context, report)
    indent = _indent(broken.lines[at])
    meant = _nearest_indent(broken.lines, at)
    if meant is None or at in broken.done or problem.startswith("found character"):
        refuse(broken, error, report)
        return False
    report.add(
        codes.BAD_INDENTATION,
        broken.span(at, indent + 1),
        f"this line is indented by {counted(indent, 'space')}; the keys above it by {meant}",
        help=f"begin it with {counted(meant, 'space')}",
    )
    broken.lines[at] = " " * meant + broken.lines[at].lstrip()
    broken.done.add(at)
    return True


def refuse(broken: Mending, error: yaml.MarkedYAMLError, report: Report) -> None:
    """Report the line at which it stops being YAML, and leave it to a person."""
    at = min(error.problem_mark.line, len(broken.lines) - 1) if error.problem_mark else 0
    report.add(
        codes.NOT_YAML,
        broken.span(at, _indent(broken.lines[at]) + 1),
        f"the line does not fit what stands above it ({error.problem or 'this is not YAML'})",
        help="compare its indentation and punctuation with those of a question that works",
    )


def _mend_missing_colon(broken: Mending, at: int, report: Report) -> bool:
    line = broken.lines[at]
    key = next((w for w in line.split() if w != "-"), "")
    tight = _TIGHT.fullmatch(key)
    mended = line.replace(key, f"{tight[1]}: {tight[2]}" if tight else f"{key}:", 1)
    message = "there is no space after the colon" if tight else "there is no colon after the key"
    advice = f"write {mended.strip()}"
    if at and _has_value(broken.lines[at - 1]) and not tight and " " in line.strip():
        advice += ", or indent the line further where it goes on with the text above"
    span = broken.span(at, line.find(key) + 1, len(tight[1] if tight else key))
    report.add(codes.MISSING_COLON, span, message, help=advice)
    broken.lines[at] = mended
    broken.done.add(at)
    return True


def _has_value(line: str) -> bool:
    parts = split(line)
    return parts.lead.rstrip().endswith(":") and bool(parts.value)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _nearest_indent(lines: list[str], at: int) -> int | None:
    """The indentation of the keys above that is nearest to this line's, if it is not one itself."""
    levels = set()
    for line in lines[:at]:
        match = re.match(r"[ ]*(?:-[ ]+)*", line)
        if match and line.strip() and not line.lstrip().startswith("#"):
            levels.add(match.end())
    indent = _indent(lines[at])
    if indent in levels:
        return None
    return min(levels, key=lambda level: (abs(level - indent), level), default=None)
