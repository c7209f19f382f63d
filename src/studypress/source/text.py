"""Bytes to text: encodings, line ends and characters that a question file may not hold."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right

from studypress import codes
from studypress.diagnostics import Code, Report, Span

_WIDE_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BAD_BYTES = re.compile("[\udc80-\udcff]+")

# YAML 1.1 ends a line at U+0085, U+2028 and U+2029, editors do not: positions would differ.
_UNWANTED: tuple[tuple[Code, re.Pattern[str]], ...] = (
    (
        codes.CONTROL_CHARACTER,
        re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]"),
    ),
    (codes.ODD_LINE_BREAK, re.compile("[\x85\u2028\u2029]|\r(?!\n)")),
    (codes.BIDI_CONTROL, re.compile("[\u202a-\u202e\u2066-\u2069]")),
)
# All that the rules above let pass: one match of this takes a tenth of their searches.
_CLEAN = re.compile(
    "[\n -~\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*"
)
_TAB = re.compile(r"^([ \-?:]*)(\t+)(?=[^\s])", re.MULTILINE)


class Lines:
    """Offsets of line starts, to turn an offset into line and column."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(m.end() for m in re.finditer("\n", text))]

    def span(self, file: str, offset: int, width: int = 1) -> Span:
        line = bisect_right(self._starts, offset)
        return Span(file, line, offset - self._starts[line - 1] + 1, width)


def is_clean(text: str) -> bool:
    """Whether lines end in LF, and nothing is a tab or a character that does not belong."""
    return _CLEAN.fullmatch(text) is not None


def to_text(data: bytes, file: str, report: Report) -> str | None:
    """Decode UTF-8 and report every byte and character that does not belong.

    Returns text that can be read on (each offender replaced by one space), so that one bad byte
    does not hide the faults after it; None where the encoding leaves nothing to read.
    """
    if data.startswith(_WIDE_MARKS) or b"\x00" in data[:4]:
        report.add(
            codes.UTF16,
            Span(file, 1, 1),
            "this file is not in UTF-8: it looks like UTF-16 or UTF-32",
            help="save it again with the encoding UTF-8",
        )
        return None
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
        report.add(
            codes.BYTE_ORDER_MARK,
            Span(file, 1, 1),
            "the file begins with a byte order mark",
            help="save it as UTF-8 without a byte order mark",
        )
    text = data.decode("utf-8", "surrogateescape")
    if is_clean(text):
        return text
    return _without_tabs(
        _without_unwanted(_unix_lines(text, file, report), file, report), file, report
    )


def _unix_lines(text: str, file: str, report: Report) -> str:
    if "\r\n" not in text:
        return text
    first = text.index("\r\n")
    report.add(
        codes.CRLF,
        Lines(text).span(file, first),
        "lines end in CR LF, as on Windows",
        help="set the editor to end lines with LF (in git: `* text=auto eol=lf` in .gitattributes)",
    )
    return text.replace("\r\n", "\n")


def _without_unwanted(text: str, file: str, report: Report) -> str:
    lines: Lines | None = None
    for match in _BAD_BYTES.finditer(text):
        lines = lines or Lines(text)
        values = " ".join(f"0x{ord(c) - 0xDC00:02X}" for c in match.group()[:4])
        report.add(
            codes.NOT_UTF8,
            lines.span(file, match.start(), len(match.group())),
            f"byte {values} is not UTF-8",
            help="save the file with the encoding UTF-8",
        )
    text = _BAD_BYTES.sub(lambda m: " " * len(m.group()), text)
    for code, pattern in _UNWANTED:
        for match in pattern.finditer(text):
            lines = lines or Lines(text)
            report.add(
                code,
                lines.span(file, match.start()),
                f"the character U+{ord(match.group()):04X} is not allowed in a question file",
                help="delete it; it cannot be seen, so delete and retype the characters around it",
            )
        text = pattern.sub(" ", text)
    return text


def _without_tabs(text: str, file: str, report: Report) -> str:
    lines: Lines | None = None
    for match in _TAB.finditer(text):
        lines = lines or Lines(text)
        report.add(
            codes.TAB,
            lines.span(file, match.start(2), len(match.group(2))),
            "a tab stands in the indentation",
            help="indent with spaces; two a level",
        )
    return _TAB.sub(lambda m: m.group(1) + "  " * len(m.group(2)), text) if lines else text


def quoted(text: str) -> str:
    """`text` as a double-quoted YAML scalar on one line."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
