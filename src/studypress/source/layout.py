"""Where entries begin and keys stand, as it was meant, in a file that is not as YAML wants it.

What would take the parser off the track for many lines is mended before it runs: a dash without
its space, a bullet, an entry or a key in another column, the marks of a merge conflict. Each is
reported where it stands; no line is added or taken away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from studypress import codes
from studypress.counted import counted
from studypress.diagnostics import Code, Full, Report, Span
from studypress.limits import MOST_VALUES

_ITEM = re.compile(r"([ ]*)(-[ ]+)?id:(?=\s|$)")
_BEGINNINGS = re.compile(r"^[ ]*(?:-[ ]+)?id:", re.MULTILINE)
_BELOW = re.compile(r"^[\w-]+:", re.MULTILINE)
_KEY = re.compile(r"([ ]*)(?:-[ ]+)?([\w-]+):(?=\s|$)")
_ENTRY = re.compile(r"([ ]*)-[ ]")
_BARE_KEY = re.compile(r"([ ]*(?:-[ ]+)*)[\w-]+:[ ]*(?:#.*)?$")
_BLOCK_TEXT = re.compile(r"([ ]*)(?:-[ ]+)*(?:[^\s#:]+:[ ]+)?[|>][-+\d]*[ ]*(?:#.*)?$")
_MARK = re.compile(
    r"(?P<lead>[ ]*)(?P<mark>-(?=[^\s-])|[–—•·◦▪]|\*(?=\s)|\(?(?:\d{1,3}|[A-Za-z])[.)](?=\s))"
    r"\s*(?P<rest>\S.*)"
)
_ODD = "\u00a0\u2000-\u200a\u202f\u3000"
_ODD_SPACE = re.compile(f"[{_ODD}]")
_LAYOUT = re.compile(rf"[ {_ODD}]*(?:-[ {_ODD}]+)?(?:[\w-]+:[ {_ODD}]+)?")


class _Draft(Struct, frozen=True):
    """The lines of a file on their way to what was meant, and where those stand that are no text
    of a block scalar, no comment and not blank."""

    file: str
    lines: list[str]
    places: tuple[int, ...]
    report: Report

    def layout(self) -> Iterator[tuple[int, str]]:
        return ((at, self.lines[at]) for at in self.places)

    def fault(self, code: Code, at: int, column: int, message: str, advice: str) -> None:
        self.report.add(code, Span(self.file, at + 1, column), message, help=advice)


def is_uneven(text: str) -> bool:
    """Whether entries or keys stand where YAML may take them for something else without a word."""
    items = set(_BEGINNINGS.findall(text))
    if len(items) < 2 and not (items and _BELOW.search(text, text.index(items.pop()))):
        return False
    try:
        draft = _draft(text, "", Report(most=0))
        _place_items(draft)
        _place_keys(draft)
    except Full:
        return True
    return False


def straighten(text: str, file: str, report: Report) -> str:
    """The text with its layout mended, unless it has more lines than a file has values; every slip
    goes to the report. Raises Full."""
    if text.count("\n") > MOST_VALUES:
        return text
    draft = _draft(text, file, report)
    for step in _STEPS:
        step(draft)
    return "\n".join(draft.lines)


def _draft(text: str, file: str, report: Report) -> _Draft:
    lines = text.split("\n")
    if "<<<<<<< " in text:
        _drop_conflicts(lines, file, report)
    return _Draft(file, lines, tuple(_places(lines)), report)


def _places(lines: list[str]) -> Iterator[int]:
    above: int | None = None  # indentation of the key that the text of a block scalar belongs to
    for at, line in enumerate(lines):
        inner = line.lstrip(" ")
        if not inner or (above is not None and len(line) - len(inner) > above):
            continue
        begin = _BLOCK_TEXT.match(line) if inner[-1] in "|>-+123456789" or "#" in inner else None
        above = len(begin[1]) if begin else None
        if inner[0] != "#":
            yield at


def _drop_conflicts(lines: list[str], file: str, report: Report) -> None:
    theirs = False
    for at, line in enumerate(lines):
        begins, ends = line.startswith("<<<<<<< "), line.startswith(">>>>>>> ")
        if begins:
            message = "git left two versions here: down to `=======`, and down to `>>>>>>>`"
            advice = "keep one of the two, and delete the three lines with the marks"
            report.add(codes.NOT_YAML, Span(file, at + 1, 1), message, help=advice)
        theirs = not ends and (theirs or line == "=======")
        if begins or ends or theirs:
            lines[at] = ""


def _type_spaces(draft: _Draft) -> None:
    for at, line in draft.layout():
        match = None if line.isascii() else _LAYOUT.match(line)
        odd = match and _ODD_SPACE.search(match.group())
        if match and odd:
            message = "a no-break or other odd space stands where YAML wants a plain one"
            advice = "delete it and type a space"
            draft.fault(codes.INVISIBLE_CHARACTER, at, odd.start() + 1, message, advice)
            draft.lines[at] = _ODD_SPACE.sub(" ", match.group()) + line[match.end() :]


def _mark_items(draft: _Draft) -> None:
    for at, line in draft.layout():
        match = _MARK.match(line)
        if match and _ITEM.match(match["rest"]):
            _mark(draft, at, match)


def _mark(draft: _Draft, at: int, match: re.Match[str]) -> None:
    entry = f"- {match['rest']}"
    message = f"`{match['mark']}` does not begin an entry of a list"
    if match["mark"] == "-":
        message = "there is no space after the dash"
    draft.fault(codes.ODD_ENTRY, at, len(match["lead"]) + 1, message, f"write {entry.rstrip()}")
    draft.lines[at] = match["lead"] + entry


def _astray(draft: _Draft) -> Iterator[tuple[int, int]]:
    """Entries with an id that do not begin where the first of their list does, or without a dash:
    the line, and the indentation that is meant."""
    usual: int | None = None
    has_id = False  # the entry that we are in began with its id
    for at, line in draft.layout():
        entry, item = _ENTRY.match(line), _ITEM.match(line)
        if entry is None and item is None:
            usual = usual if line[0] == " " else None  # a key of the file: another list
            continue
        if item and item[2]:
            usual = len(item[1]) if usual is None else usual
            if len(item[1]) != usual:
                yield at, usual
        elif item and has_id and usual is not None and len(item[1]) in (usual, usual + 2):
            yield at, usual
        if entry and len(entry[1]) == usual:
            has_id = item is not None


def _place_items(draft: _Draft) -> None:
    for at, usual in list(_astray(draft)):
        line = draft.lines[at]
        indent = len(line) - len(line.lstrip(" "))
        entry = f"- {line.lstrip(' -')}"
        if line.lstrip().startswith("-"):
            stands = counted(indent, "space")
            message = f"this entry is indented by {stands}; the first of its list by {usual}"
            advice = f"begin it with {counted(usual, 'space')}"
            draft.fault(codes.BAD_INDENTATION, at, indent + 1, message, advice)
            _shift_below(draft.lines, at, indent, usual - indent)
        else:
            message = "an `id` begins an entry, and the dash before it is missing"
            advice = f"write {entry.rstrip()}"
            advice += ", under the dash of the entry above" if indent != usual else ""
            draft.fault(codes.ODD_ENTRY, at, indent + 1, message, advice)
        draft.lines[at] = " " * usual + entry


def _shift_below(lines: list[str], at: int, indent: int, by: int) -> None:
    """Move with an entry what is indented as it should be below it."""
    for below in range(at + 1, len(lines)):
        line = lines[below]
        if line.strip() and not line.startswith(" " * (indent + 2)):
            return
        lines[below] = f"{' ' * by}{line}" if by > 0 else line[-by:]


def _place_keys(draft: _Draft) -> None:
    """Keys of an entry that stand at the margin, with the list right below them."""
    known = {key[2] for _, line in draft.layout() if (key := _KEY.match(line)) and key.start(2)}
    meant = 0  # indentation of the keys of an entry; 0 outside of a list of entries
    below = False  # a key that was moved stands above, without a value
    for at, line in draft.layout():
        item, key = _ITEM.match(line), _KEY.match(line)
        at_margin = key if key and not key.start(2) else None
        if item and item[2]:
            meant, below = len(item[1]) + len(item[2]), False
        elif (below and line.startswith("- ")) or (
            meant and at_margin and (at_margin[2] in known or _goes_on(draft.lines, at, meant))
        ):
            message = f"this line is indented by 0 spaces; the keys above it by {meant}"
            draft.fault(codes.BAD_INDENTATION, at, 1, message, f"begin it with {meant} spaces")
            draft.lines[at] = " " * meant + line
            below = below or bool(_BARE_KEY.match(line))
        else:
            below = False
            meant = 0 if at_margin else meant


def _goes_on(lines: list[str], at: int, meant: int) -> bool:
    """Whether keys of the same entry follow, below the list that this line may have."""
    for line in lines[at + 1 :]:
        key = _KEY.match(line)
        if key and key.start(2) <= meant:
            return key.start(2) == meant and not _ENTRY.match(line)
    return False


def _mark_entries(draft: _Draft) -> None:
    """Entries of a list of values: right under their key, or under another entry."""
    above = ""
    for at, line in draft.layout():
        match = _MARK.match(line)
        if match and _continues(above, len(match["lead"])):
            _mark(draft, at, match)
        above = draft.lines[at]


def _continues(above: str, indent: int) -> bool:
    """Whether a line with this indentation may be an entry, by the line above it."""
    entry, key = _ENTRY.match(above), _BARE_KEY.match(above)
    if key:
        return len(key[1]) <= indent <= len(key[1]) + 4
    return bool(entry) and len(entry[1] if entry else "") == indent


_STEPS: tuple[Callable[[_Draft], None], ...] = (
    _type_spaces,
    _mark_items,
    _place_items,
    _place_keys,
    _mark_entries,
)
