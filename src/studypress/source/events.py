"""libyaml's events to nodes.

Events with the C parser are two to five times faster than loading, place every value, and leave
scalars as typed. YAML that the format does not use (aliases, tags, flow mappings) is reported
where it stands and read as if it were absent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NoReturn

import yaml

from studypress import codes
from studypress.diagnostics import Code, Label, Report, Span
from studypress.limits import LONGEST_VALUE, MOST_VALUES
from studypress.source.nodes import Mapping, Node, Scalar, Sequence
from studypress.source.text import unwanted_in
from studypress.source.writing import quoted

DEEPEST = 64
Mark = Any  # yaml._yaml.Mark, which the stubs make optional
_CUT = re.compile(r"[ \t]+#")
_COMMENT = re.compile(r"(?:[ ]{2,}|[ ]*\t[ \t]*)#(?:[ !]|$)", re.MULTILINE)


class TooDeep(Exception):
    """Nesting passed DEEPEST; what follows is not read."""


class TooMany(Exception):
    """There are more than MOST_VALUES; what follows is not read."""


def parse(text: str, file: str, first_line: int, report: Report) -> Node | None:
    """The root node of `text`, whose first line is line `first_line` of the file.

    None for an empty document. Raises yaml.YAMLError at the first place that is not YAML,
    TooDeep, TooMany, and Full where the report takes no more.
    """
    return _Builder(text, file, first_line, report).document()


class _Builder:
    def __init__(self, text: str, file: str, first_line: int, report: Report) -> None:
        self._text = text
        self._file = file
        self._line = first_line
        self._report = report
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CSafeLoader)
        self._may_be_cut = " #" in text or "\t#" in text
        self._values = 0

    def document(self) -> Node | None:
        next(self._events)  # stream start
        if not isinstance(next(self._events), yaml.DocumentStartEvent):
            return None
        root = self._node(next(self._events), 1)
        next(self._events)  # document end
        following = next(self._events)
        if isinstance(following, yaml.DocumentStartEvent):
            self._fault(
                codes.SEVERAL_DOCUMENTS,
                following,
                "a second YAML document begins here",
                "one file is one document: delete this line, or begin another file here",
            )
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._values += 1
        if depth > DEEPEST:
            self._refuse_depth(event)
        if self._values > MOST_VALUES:
            self._refuse_number(event)
        match event:
            case yaml.ScalarEvent():
                return self._scalar(event)
            case yaml.SequenceStartEvent():
                return self._sequence(event, depth)
            case yaml.MappingStartEvent():
                return self._mapping(event, depth)
            case _:
                return self._alias(event)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        self._refuse_properties(event)
        start, end = _start(event), _end(event)
        plain = event.style is None or event.style == ""
        width = end.column - start.column if end.line == start.line else 1
        if plain and self._may_be_cut:
            self._refuse_cut(event)
        elif event.style == '"':
            for code, message, advice in unwanted_in(event.value):
                self._fault(code, event, message, advice)
        if len(event.value) > LONGEST_VALUE:
            self._refuse_length(event)
        text = event.value[:LONGEST_VALUE]
        return Scalar(text, start.line + self._line, start.column + 1, width, plain)

    def _sequence(self, event: yaml.SequenceStartEvent, depth: int) -> Sequence:
        self._refuse_properties(event)
        items = []
        while not isinstance(inner := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(inner, depth + 1))
        mark = _start(event)
        return Sequence(
            tuple(items), mark.line + self._line, mark.column + 1, bool(event.flow_style)
        )

    def _mapping(self, event: yaml.MappingStartEvent, depth: int) -> Mapping:
        self._refuse_properties(event)
        if event.flow_style:
            self._fault(
                codes.FLOW_MAPPING,
                event,
                "a value in braces `{ }` is a flow mapping, which is not used here",
                "write each key on its own line; text that begins with `{` is put in double quotes",
            )
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(inner := next(self._events), yaml.MappingEndEvent):
            key = self._node(inner, depth + 1)
            value = self._node(next(self._events), depth + 1)
            self._add_entry(entries, key, value)
        mark = _start(event)
        return Mapping(tuple(entries.values()), mark.line + self._line, mark.column + 1)

    def _add_entry(self, entries: dict[str, tuple[Scalar, Node]], key: Node, value: Node) -> None:
        if not isinstance(key, Scalar):
            self._report.add(
                codes.ODD_KEY,
                key.span(self._file),
                "a key must be plain text",
                help="write `key: value`, the key without brackets",
            )
        elif key.text == "<<":
            self._report.add(
                codes.MERGE_KEY,
                key.span(self._file),
                "merge keys `<<` are not used here",
                help="write out the keys that were to be merged",
            )
        elif key.text in entries:
            first = entries[key.text][0].span(self._file)
            self._report.add(
                codes.DUPLICATE_KEY,
                key.span(self._file),
                f"the key `{key.text}` stands twice here",
                help="keep one of the two",
                labels=[Label(first, "first used here")],
            )
        else:
            entries[key.text] = (key, value)

    def _alias(self, event: yaml.Event) -> Scalar:
        self._fault(
            codes.ALIAS,
            event,
            "aliases such as `*name` are not used here",
            "write the value out; to refer to a question or a person, write `$` and its id",
        )
        mark = _start(event)
        return Scalar("", mark.line + self._line, mark.column + 1, 1, plain=True)

    def _refuse_depth(self, event: yaml.Event) -> NoReturn:
        self._fault(
            codes.TOO_DEEP,
            event,
            f"this is nested more than {DEEPEST} levels deep",
            "no question needs that; look for brackets that are never closed",
        )
        raise TooDeep

    def _refuse_number(self, event: yaml.Event) -> NoReturn:
        self._fault(
            codes.TOO_LARGE,
            event,
            f"the file has more than {MOST_VALUES:,} keys and values; what follows is not read",
            "divide it into several files",
        )
        raise TooMany

    def _refuse_length(self, event: yaml.ScalarEvent) -> None:
        self._fault(
            codes.TOO_LARGE,
            event,
            f"this value has {len(event.value):,} characters; it may have {LONGEST_VALUE:,}",
            "shorten it; where it ends too late, look for a quotation mark that is not closed",
        )

    def _refuse_properties(
        self, event: yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent
    ) -> None:
        if event.anchor is not None:
            self._fault(
                codes.ALIAS,
                event,
                f"anchors such as `&{event.anchor}` are not used here",
                "delete the anchor; text that begins with `&` is put in double quotes",
            )
        if event.tag is not None:
            self._fault(
                codes.TAG,
                event,
                "YAML tags such as `!name` are not used here",
                "delete the tag; text that begins with `!` is put in double quotes",
            )

    def _refuse_cut(self, event: yaml.ScalarEvent) -> None:
        """A comment needs two spaces before its `#` and one after it, or the text was cut."""
        at = _end(event).index
        cut = _CUT.match(self._text, at)
        if not cut or _COMMENT.match(self._text, at):
            return
        line_start = self._text.rfind("\n", 0, at) + 1
        line_end = self._text.find("\n", at)
        whole = self._text[_start(event).index : line_end if line_end >= 0 else None].strip()
        span = Span(self._file, _end(event).line + self._line, cut.end() - line_start)
        self._report.add(
            codes.CUT_BY_HASH,
            span,
            "YAML takes ` #` for the beginning of a comment, so the text ends here",
            help=f"write {quoted(whole)}; before a comment, put two spaces and after its `#` one",
        )

    def _fault(self, code: Code, event: yaml.Event, message: str, advice: str) -> None:
        mark = _start(event)
        span = Span(self._file, mark.line + self._line, mark.column + 1)
        self._report.add(code, span, message, help=advice)


def _start(event: yaml.Event) -> Mark:
    mark: Mark = event.start_mark  # the C parser marks every event
    return mark


def _end(event: yaml.Event) -> Mark:
    mark: Mark = event.end_mark
    return mark
