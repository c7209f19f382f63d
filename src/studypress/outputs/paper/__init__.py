"""The printed quiz: for each version a paper for students, and its key for whoever marks it.

Each is one HTML page, complete in itself, that people print from their browser on A4 or Letter.
The paper is made from a view of the questions that carries no key (`student`), so that no
template can print one, and its source can be handed to students as a file.
"""

from __future__ import annotations

from studypress.languages import paper_size
from studypress.outputs.built import Length, Tell, silent
from studypress.outputs.paper import heights
from studypress.outputs.paper.designs import KEY, LARGE, PAPER, READING, TABLE
from studypress.outputs.paper.key import key
from studypress.outputs.paper.length import pages_of
from studypress.outputs.paper.look import Look
from studypress.outputs.paper.marks import marks
from studypress.outputs.paper.page import Pages
from studypress.outputs.paper.reading import handout
from studypress.outputs.paper.student import large, sheet
from studypress.outputs.paper.table import table
from studypress.paper import Paper

__all__ = ["lengths", "render"]


def render(
    papers: tuple[Paper, ...], look: Look | None = None, tell: Tell = silent
) -> dict[str, bytes]:
    """File name to content, UTF-8: `paper-A.html`, `key-A.html` and so on for each version, the
    first version in large print, `marking.html` and `marks.csv` for all, and `reading.html` where
    there is something to read.

    The same papers give the same bytes: no clock, no environment. Raises BrokenLook.
    """
    pages = Pages.of(look)
    files: dict[str, bytes] = {}
    for count, paper in enumerate(papers, 1):
        tell(f"{paper.name}: version {count} of {len(papers)}")
        files[f"paper-{paper.version}.html"] = pages.page(PAPER, sheet(paper))
        files[f"key-{paper.version}.html"] = pages.page(KEY, key(paper))
    first = papers[0]
    files[f"paper-{first.version}-large.html"] = pages.page(LARGE, large(first))
    if first.reading:
        files["reading.html"] = pages.page(READING, handout(papers))
    files["marking.html"] = pages.page(TABLE, table(papers))
    files["marks.csv"] = marks(papers)
    return files


def lengths(papers: tuple[Paper, ...], look: Look | None = None) -> tuple[Length, ...]:
    """About how many pages each paper has, the one in large print last."""
    first, pages = papers[0], Pages.of(look)
    size = paper_size(first.language)
    room = heights.ROOMS[size]
    sizes = pages.style_sheet("sizes")
    usual = heights.usual(room, sizes)
    larger = heights.large(room, sizes, pages.style_sheet("large"))
    extents = [
        *((p.version, f"paper-{p.version}.html", *pages_of(sheet(p), usual)) for p in papers),
        (
            f"{first.version}, large print",
            f"paper-{first.version}-large.html",
            *pages_of(large(first), larger),
        ),
    ]
    return tuple(Length(*extent, size) for extent in extents)
