"""How high the parts of a paper are, in points: the arithmetic of its style sheets."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import assert_never

from msgspec import Struct

from studypress.languages import PaperSize
from studypress.languages.catalogue import PaperWords
from studypress.outputs.paper.reading import ShownExtract
from studypress.outputs.paper.spaces import Blank, Boxes, Choices, Lines, Pool, Space, TrueFalse
from studypress.outputs.paper.student import Question, Sheet, SheetSection
from studypress.outputs.paper.widths import LARGE, USUAL, Faces

MM = 72 / 25.4

_SIZE = re.compile(r"--([a-z-]+): ([\d.]+)(pt|mm|em|);")
_UNITS = {"pt": 1.0, "mm": MM, "em": 1.0, "": 1.0}
_BORDER = 0.5


class Room(Struct, frozen=True):
    """What the margins of `print.css` leave of a page, in points."""

    width: float
    height: float


ROOMS: Mapping[PaperSize, Room] = {
    PaperSize.A4: Room(173 * MM, 261 * MM),
    PaperSize.LETTER: Room(178.9 * MM, 243.4 * MM),
}


class Setting(Struct, frozen=True):
    """How a paper is set on pages of a size. `sizes` are those of the style sheets, in points or
    as multiples of the text's size; what may stand in columns does so in so many; `is_large`: the
    label of a question has a line of its own, and an extract may run over a page."""

    page: Room
    sizes: Mapping[str, float]
    faces: Faces
    columns: int
    is_large: bool

    @property
    def width(self) -> float:
        return self.page.width

    def __getitem__(self, name: str) -> float:
        return self.sizes[name]

    @property
    def indent(self) -> float:
        return self["number"] * self["text"]

    def text(self, text: str, room: float, tail: float = 0.0) -> float:
        lines = self.faces.text.lines(text, self["text"], room, tail)
        return lines * self["text"] * self["leading"]

    def beside(self, text: str, size: str, room: float) -> float:
        return self.faces.beside.lines(text, self[size], room) * self[size] * self["leading"]


def usual(page: Room, sizes: str) -> tuple[Setting, Setting]:
    """Print of the usual size, by `sizes.css`: in the widest faces and in the narrowest."""
    values = _sizes(sizes)
    wide, narrow = (Setting(page, values, faces, 2, is_large=False) for faces in USUAL)
    return wide, narrow


def large(page: Room, sizes: str, larger: str) -> tuple[Setting, Setting]:
    """Large print, by `sizes.css` and `large.css`."""
    values = _sizes(sizes) | _sizes(larger)
    wide, narrow = (Setting(page, values, faces, 1, is_large=True) for faces in LARGE)
    return wide, narrow


def _sizes(style_sheet: str) -> dict[str, float]:
    found = (match.groups() for match in _SIZE.finditer(style_sheet))
    return {name: float(value) * _UNITS[unit] for name, value, unit in found}


def front(sheet: Sheet, setting: Setting) -> float:
    """The head of the first page."""
    small, columns, faces = setting["small"], setting.columns, setting.faces
    lines_of_title = faces.headings.lines(sheet.heading.title, setting["title"], setting.width)
    title = lines_of_title * setting["title"] * 1.2
    beside = faces.beside.width(sheet.heading.extent + sheet.heading.edition, small) + 1.5 * small
    extent = 1.5 * MM + (1 if beside <= setting.width else 2) * small * setting["leading"]
    names = 3 * MM + 4 / columns * setting["name-line"]
    column = (setting.width - (columns - 1) * 7 * MM) / columns - 0.9 * small
    lines = [faces.beside.lines(line, small, column) for line in sheet.rubric]
    rubric = 6 * MM + (1 + _balanced(lines, columns)) * small * 1.35
    row = small * 1.25 + 2 * MM + _BORDER
    return title + extent + names + rubric + 5 * MM + 2 * row + setting["score-row"] + _BORDER


def _balanced(lines: Sequence[int], columns: int) -> int:
    """The height, in lines, of a list in one column or two."""
    cuts = [len(lines)] if columns == 1 else range(len(lines) + 1)
    return min(max(sum(lines[:at]), sum(lines[at:])) for at in cuts)


def head(section: SheetSection, setting: Setting, words: PaperWords) -> float:
    """The heading of a section and its instruction."""
    faces = setting.faces
    worth = faces.beside.width(f"[{section.worth}]", setting["small"]) + setting["section"]
    name = words.section.format(letter=section.letter, title=section.title)
    title = faces.headings.lines(name, setting["section"], setting.width - worth)
    lines = faces.beside.lines(section.instruction, setting["instruction"], setting.width)
    instruction = lines * setting["instruction"] * 1.35
    return 1.5 + 1.6 * MM + title * setting["section"] * 1.25 + 0.8 * MM + instruction


def extract(shown: ShownExtract, setting: Setting) -> tuple[float, ...]:
    """The whole extract; in large print, which may run over a page, its paragraphs."""
    above = setting.beside(f"{shown.name} {shown.place}", "small", setting.width) + 1.5 * MM
    below = 1.5 * MM + setting.beside(shown.attribution, "label", setting.width)
    if not shown.paragraphs:
        return (above + 60 * MM,)
    room = setting.width - 2 - 4 * MM
    texts = [setting.text(f"{p.number} {p.text}", room) + 1.5 * MM for p in shown.paragraphs]
    return (above, *texts, below) if setting.is_large else (above + sum(texts) + below,)


def end(setting: Setting) -> float:
    """The line that closes a paper."""
    return setting["instruction"] * setting["leading"]


def stem(question: Question, setting: Setting) -> float:
    """The question and its label."""
    room = setting.width - setting.indent
    if isinstance(question.space, TrueFalse):
        room -= setting["truth"]
    label = below = 0.0
    if question.label and setting.is_large:
        below = setting.beside(question.label, "label", room)
    elif question.label:
        label = setting.faces.beside.width(question.label, setting["label"])
        label = min(label, 0.3 * (room + setting.indent)) + 1.4 * setting["label"]
    text = f"{question.command} {question.stem}".strip()
    if isinstance(question.space, Blank):
        text = f"{question.space.before}{_gap(setting)}{question.space.after}"
    marks = setting.faces.beside.width(f" [{question.marks}]", setting["small"])
    return setting.text(text, room - label, marks) + below


def _gap(setting: Setting) -> str:
    """As many letters as are as wide as a blank, and not to be parted."""
    return "n" * round(setting["blank"] / setting.faces.text.width("n", setting["text"]))


def space(shown: Space, setting: Setting) -> float:
    """What stands under a question, writing lines excepted."""
    room = setting.width - setting.indent
    match shown:
        case Lines() | Blank():
            return 0.0
        case TrueFalse():
            return setting["line"]
        case Choices(options=options, abreast=abreast):
            texts = [text for _, text in options]
            beside = setting["letter"] + 0.6 * setting["text"]
            columns = setting.columns if abreast else 1
            return _list(texts, setting, columns, (beside, setting["option-gap"]))
        case Boxes(events=events):
            return sum(_boxed(event, setting, room) for event in events) + 1.2 * MM
        case Pool(prompts=prompts, answers=answers, abreast=abreast):
            boxes = sum(_boxed(prompt, setting, room) for prompt in prompts) + 1.2 * MM
            beside = 1.2 * setting["instruction"] + 0.6 * setting["text"]
            columns = setting.columns if abreast else 1
            texts = [text for _, text in answers]
            return boxes + 2.2 * MM + _list(texts, setting, columns, (beside, 0.4 * MM))
        case _ as never:
            assert_never(never)


def _list(
    texts: Sequence[str], setting: Setting, columns: int, beside_and_above: tuple[float, float]
) -> float:
    """Lettered texts in rows of one or two, each so far from the left and from the row above."""
    beside, above = beside_and_above
    room = (setting.width - setting.indent - (columns - 1) * 5 * MM) / columns - beside
    heights = [setting.text(text, room) + above for text in texts]
    rows = (heights[at : at + columns] for at in range(0, len(heights), columns))
    return sum(map(max, rows))


def _boxed(text: str, setting: Setting, room: float) -> float:
    beside = setting["box-width"] + 3 * MM
    return max(setting["box-height"], setting.text(text, room - beside)) + 2.2 * MM + _BORDER
