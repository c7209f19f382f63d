"""YAML as people write it, read line by line: with its decoder three times as fast as libyaml.

Keys and items in block style, one thing a line; text that is plain or in double quotes; words in
brackets; comments. Everything else (block scalars, escapes, every slip) is declined, and libyaml
reads the whole file. So libyaml is the judge of what YAML is, and this reader never contradicts
it: a property in `tests/test_plain.py` holds the two together.
"""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

from studypress.limits import LARGEST_FILE, MOST_VALUES
from studypress.source.text import is_clean


class Block(dict[str, "Plain"]):
    """Keys and values, and the line on which the first key stands, from 1."""

    __slots__ = ("line",)
    line: int


# Text, words in brackets, a list, keys and values.
Plain: TypeAlias = "str | tuple[str, ...] | list[Plain] | Block"


class Declined(Exception):
    """The text is not as plain, or not as sound, as the quick way wants it."""


# No value is matched that is longer than `limits.LONGEST_VALUE`.
_FIRST = r"""[^\s?:,\[\]{}#&*!|><'"%@`-]"""  # of plain text, less `<`: of a merge key
_KEY = rf"{_FIRST}[^\n:#]{{0,200}}(?<! )"
_TEXT = rf"{_FIRST}[^\n:#]{{0,2000}}(?:(?::(?=[^ \n])|(?<! )#)[^\n:#]{{0,200}}){{0,20}}"
_QUOTED = r"[^\"\\\s][^\"\\\n]{0,2000}"
_WORD = r"[\w$][\w-]{0,200}"
_LINE = re.compile(
    rf"^( {{0,40}}(?:- )?)(?:({_KEY}):(?: |$))?"
    rf"(?:({_TEXT})|\"({_QUOTED})\"|\[({_WORD}(?:, ?{_WORD})*)\]|(?:#.*)?)(?<! )$"
    r"|^(.+)$",
    re.MULTILINE,
)
_COMMENT = re.compile(r" {2,}#(?:[ !].*)?$", re.MULTILINE)


class _Line(NamedTuple):
    """What stands on a line; `lead` is its indentation and, in a list, its dash."""

    lead: str
    key: str
    text: str
    quoted: str
    words: str
    odd: str


_END = _Line("", "", "", "", "", "the end")
_Lines = list[_Line]  # in truth plain tuples, as the regular expression gives them


def read_plain(data: bytes) -> Block:
    """The keys of a file. Raises Declined."""
    if len(data) > LARGEST_FILE or not is_clean(data):
        raise Declined
    text = data.decode()
    if text.count("\n") > MOST_VALUES // 2:
        raise Declined
    if "#" in text:
        text = _COMMENT.sub("", text)
    lines: _Lines = [*_LINE.findall(text), _END]
    start = next(at for at, line in enumerate(lines) if any(line))
    if lines[start][0]:
        raise Declined
    block, end = _block(lines, start, "")
    if lines[end] is not _END or not block:
        raise Declined
    return block


def _block(lines: _Lines, at: int, lead: str) -> tuple[Block, int]:
    """The keys from line `at` on, and the line after them.

    The first key may stand beside a dash; `lead` stands before the others.
    """
    block = Block()
    block.line = at + 1
    expected = lines[at][0]
    while True:
        before, key, text, quoted, words, odd = lines[at]
        if before == expected and key:
            if key in block:
                raise Declined
            at += 1
            expected = lead
            if text:
                block[key] = text
            elif quoted or words:
                block[key] = quoted or _split(words)
            else:
                block[key], at = _below(lines, at, len(lead))
        elif key or text or quoted or words or odd:
            if len(before) > len(lead):
                raise Declined
            return block, at
        else:
            at += 1


def _below(lines: _Lines, at: int, column: int) -> tuple[Plain, int]:
    """The list or block under a key that stands in a column."""
    while True:
        lead, key, text, quoted, words, odd = lines[at]
        if lead[-2:] == "- ":
            if len(lead) - 2 >= column:
                return _list(lines, at, lead)
            raise Declined
        if key and len(lead) > column:
            return _block(lines, at, lead)
        if key or text or quoted or words or odd:
            raise Declined
        at += 1


def _list(lines: _Lines, at: int, lead: str) -> tuple[list[Plain], int]:
    """The items from line `at` on, and the line after them."""
    items: list[Plain] = []
    inner = " " * len(lead)
    while True:
        before, key, text, quoted, words, odd = lines[at]
        if before == lead:
            if key:
                item, at = _block(lines, at, inner)
                items.append(item)
            elif text or quoted or words:
                items.append(text or quoted or _split(words))
                at += 1
            else:
                raise Declined
        elif key or text or quoted or words or odd:
            if len(before) >= len(lead):
                raise Declined
            return items, at
        else:
            at += 1


def _split(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(","))
