"""How many pages a paper has: an estimate, since no browser can be assumed.

Heights follow from the sizes in the style sheets and from the widths of characters; pages end
where the rules of `print.css` let them. It is a range where that depends on the fonts of the
reader's computer, or on less than browsers agree on. `tests/outputs/test_paper_length.py` holds
it to what Chromium prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from studypress.outputs.paper import heights
from studypress.outputs.paper.heights import MM, Setting
from studypress.outputs.paper.spaces import Boxes, Lines, Pool
from studypress.outputs.paper.student import Question, Sheet, SheetSection

_LEEWAY = 0.005  # of a page's height: four points


class Block(Struct, frozen=True):
    """What no page parts: its height, the space above it where it does not begin a page, and
    whether it stays with the block before it."""

    height: float
    above: float = 0.0
    stays: bool = False


def pages_of(sheet: Sheet, settings: Iterable[Setting]) -> tuple[int, int]:
    """The fewest and the most pages that the sheet fills, as it may be set."""
    counts: list[int] = []
    for setting in settings:
        chunks = tuple(_chunks(_blocks(sheet, setting)))
        room, leeway = setting.page.height, setting.page.height * _LEEWAY
        counts += (_count(chunks, room - leeway), _count(chunks, room + leeway))
    return min(counts), max(counts)


def _count(chunks: Iterable[Sequence[Block]], room: float) -> int:
    """How many pages chunks fill, one after the other."""
    count, used = 1, 0.0
    for chunk in chunks:
        whole = sum(block.above + block.height for block in chunk)
        if used and used + whole > room:
            count, used = count + 1, 0.0
        for block in chunk:
            above = block.above if used else 0.0
            if used and used + above + block.height > room:  # a chunk higher than a page
                count, used, above = count + 1, 0.0, 0.0
            used += above + block.height
    return count


def _chunks(blocks: Iterable[Block]) -> Iterator[Sequence[Block]]:
    """Blocks that stay together."""
    chunk: list[Block] = []
    for block in blocks:
        if chunk and not block.stays:
            yield chunk
            chunk = []
        chunk.append(block)
    yield chunk


def _blocks(sheet: Sheet, setting: Setting) -> Iterator[Block]:
    """Margins that meet are one: the larger."""
    yield Block(heights.front(sheet, setting))
    below = 7 * MM
    for section in sheet.sections:
        yield Block(heights.head(section, setting, sheet.words), max(below, setting["section-gap"]))
        yield from _inside(section, setting, sheet)
        below = setting["question-gap"]
    yield Block(heights.end(setting), max(below, 8 * MM), stays=True)


def _inside(section: SheetSection, setting: Setting, sheet: Sheet) -> Iterator[Block]:
    is_last = section is sheet.sections[-1]
    above = 4 * MM
    for extract in section.extracts:
        first, *rest = heights.extract(extract, setting)
        yield Block(first, above, stays=True)
        yield from map(Block, rest)
        above = setting["question-gap"]
    for place, question in enumerate(section.questions):
        first, *rest = _question(question, setting)
        follows_head = place == 0 and not section.extracts
        is_near_the_end = is_last and place > 0 and place >= len(section.questions) - 2
        yield Block(first, above, follows_head or (is_near_the_end and not _is_tall(question)))
        yield from map(Block, rest)
        above = setting["question-gap"]


def _is_tall(question: Question) -> bool:
    match question.space:
        case Lines() as lines:
            return lines.is_tall
        case space:
            return isinstance(space, Boxes | Pool)


def _question(question: Question, setting: Setting) -> Iterator[float]:
    """The heights of what a page may part: the stem with its space, or with its first lines."""
    stem = heights.stem(question, setting)
    if isinstance(question.space, Lines):
        first, *rest = (count * setting["line"] for count in question.space.groups)
        yield stem + first
        yield from rest
    else:
        yield stem + heights.space(question.space, setting)
