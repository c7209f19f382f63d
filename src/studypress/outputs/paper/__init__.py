"""The printed quiz: for each version a paper for students, and its key for whoever marks it.

Each is one HTML page, complete in itself, that people print from their browser on A4 or Letter.
The paper is made from a view of the questions that carries no key (`student`), so that no
template can print one, and its source can be handed to students as a file.
"""

from __future__ import annotations

from studypress.outputs.paper import key, student
from studypress.outputs.paper.page import Pages
from studypress.paper import Paper

__all__ = ["render"]


def render(papers: tuple[Paper, ...]) -> dict[str, bytes]:
    """File name to content, UTF-8: `paper-A.html`, `key-A.html`, and so on.

    The same papers give the same bytes: no clock, no environment.
    """
    pages = Pages.from_package()
    files: dict[str, bytes] = {}
    for paper in papers:
        files[f"paper-{paper.version}.html"] = pages.paper(student.sheet(paper))
        files[f"key-{paper.version}.html"] = pages.key(key.marking(paper))
    return files
