"""Bytes to text: encodings, line ends and characters that a question file may not hold."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterator

from studypress import codes
from studypress.diagnostics import Code, Report, Span
from studypress.lookalikes import named, passes_for_latin, strangers

_WIDE_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BAD_BYTES = re.compile("[\udc80-\udcff]+")
_PLAIN = bytes(range(0x20, 0x7F)) + b"\n"


# YAML 1.1 ends a line at U+0085, U+2028 and U+2029, editors do not: positions would differ.
# Joiners and direction marks are let be beside letters that may need them; so are tags in a flag.
_UNWANTED: tuple[tuple[Code, re.Pattern[str]], ...] = (
    (
        codes.CONTROL_CHARACTER,
        re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]"),
    ),
    (codes.ODD_LINE_BREAK, re.compile("[\x85\u2028\u2029]|\r(?!\n)")),
    (codes.BIDI_CONTROL, re.compile("[\u202a-\u202e\u2066-\u2069]")),
    (
        codes.INVISIBLE_CHARACTER,
        re.compile(
            "[\xad\u034f\u115f\u1160\u180e\u200b\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0"
            "\ufff9-\ufffb]"
            "|(?<=[ -~])[\u061c\u200c-\u200f](?![^\n -~])"
            "|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]"
        ),
    ),
)
_ANY_UNWANTED = re.compile("|".join(pattern.pattern for _, pattern in _UNWANTED))
# All of these, wherever they stand, and tabs: what is free of them is clean at one look.
_SUSPECT = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_TAB = re.compile(r"^([ \-?:]*)(\t+)(?=[^\s])", re.MULTILINE)


class Lines:
    """Offsets of line starts, to turn an offset into line and column."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(m.end() for m in re.finditer("\n", text))]

    def span(self, file: str, offset: int, width: int = 1) -> Span:
        line = bisect_right(self._starts, offset)
        return Span(file, line, offset - self._starts[line - 1] + 1, width)


def is_clean(data: bytes) -> bool:
    """Whether it is UTF-8, lines end in LF, and nothing is a tab or a character to be reported."""
    odd = data.translate(None, _PLAIN)
    if not odd:
        return True
    try:
        text, odd_text = data.decode(), odd.decode()
    except UnicodeDecodeError:
        return False
    if _SUSPECT.search(odd_text):
        return False
    return not passes_for_latin(odd_text) or next(strangers(text), None) is None


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
    if is_clean(data):
        return data.decode()
    text = _unix_lines(data.decode("utf-8", "surrogateescape"), file, report)
    text = _without_unwanted(_without_bad_bytes(text, file, report), file, report)
    _report_strangers(text, file, report)
    return _without_tabs(text, file, report)


def unwanted_in(value: str) -> Iterator[tuple[Code, str, str]]:
    """The first character of each unwanted sort in a value that was typed with escapes: its code,
    what to say and what to do."""
    if _ANY_UNWANTED.search(value):
        for code, pattern in _UNWANTED:
            if match := pattern.search(value):
                yield code, _message(match), "delete the escape"


def cleaned(text: str) -> str:
    """The text without what a question file may not hold: for programs that write such files."""
    lines = (_cleaned_line(f" {line} ") for line in text.split("\n"))
    return "\n".join(line[1:-1] for line in lines)


def _cleaned_line(line: str) -> str:
    while _ANY_UNWANTED.search(line):  # what one leaves behind may be unwanted in its new place
        line = _ANY_UNWANTED.sub("", line)
    return line


def _message(match: re.Match[str]) -> str:
    return f"the character U+{ord(match.group()):04X} is not allowed in a question file"


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


def _without_bad_bytes(text: str, file: str, report: Report) -> str:
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
    return _BAD_BYTES.sub(lambda m: " " * len(m.group()), text) if lines else text


def _without_unwanted(text: str, file: str, report: Report) -> str:
    if not _ANY_UNWANTED.search(text):
        return text
    lines = Lines(text)
    advice = "delete it; it cannot be seen, so delete and retype the characters around it"
    for code, pattern in _UNWANTED:
        for match in pattern.finditer(text):
            report.add(code, lines.span(file, match.start()), _message(match), help=advice)
    return _ANY_UNWANTED.sub(" ", text)


def _report_strangers(text: str, file: str, report: Report) -> None:
    lines: Lines | None = None
    for match in () if text.isascii() else strangers(text):
        lines = lines or Lines(text)
        report.add(
            codes.MIXED_SCRIPTS,
            lines.span(file, match.start()),
            f"{named(match.group())} stands in a word of Latin letters, and looks like one",
            help="type the word again; a search for it finds nothing as it is",
        )


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
