"""The printed quiz: for each version a paper for students, and its key for whoever marks it.

Each is one HTML page, complete in itself, that people print from their browser on A4 or Letter.
The paper is made from a view of the questions that carries no key (`student`), so that no
template can print one, and its source can be handed to students as a file.
"""

from __future__ import annotations

from studypress.outputs.paper.key import key
from studypress.outputs.paper.marks import marks
from studypress.outputs.paper.page import KEY, LARGE, PAPER, READING, TABLE, Pages
from studypress.outputs.paper.reading import handout
from studypress.outputs.paper.student import large, sheet
from studypress.outputs.paper.table import table
from studypress.paper import Paper

__all__ = ["render"]


def render(papers: tuple[Paper, ...]) -> dict[str, bytes]:
    """File name to content, UTF-8: `paper-A.html`, `key-A.html` and so on for each version, the
    first version in large print, `marking.html` and `marks.csv` for all, and `reading.html` where
    there is something to read.

    The same papers give the same bytes: no clock, no environment.
    """
    pages = Pages.from_package()
    files: dict[str, bytes] = {}
    for paper in papers:
        files[f"paper-{paper.version}.html"] = pages.page(PAPER, sheet(paper))
        files[f"key-{paper.version}.html"] = pages.page(KEY, key(paper))
    first = papers[0]
    files[f"paper-{first.version}-large.html"] = pages.page(LARGE, large(first))
    if first.reading:
        files["reading.html"] = pages.page(READING, handout(papers))
    files["marking.html"] = pages.page(TABLE, table(papers))
    files["marks.csv"] = marks(papers)
    return files
