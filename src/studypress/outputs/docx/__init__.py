"""The printed quiz in Word, for the teacher who wants to change question 7.

Numbers and letters are lists, so that another question renumbers the rest and begins its options
again with A; how things look stands in named styles; lines and boxes are borders. The paper is
made from the same view as its page, which carries no key.
"""

from __future__ import annotations

from studypress.outputs.docx import answers, questions
from studypress.outputs.paper.key import key
from studypress.outputs.paper.student import sheet
from studypress.paper import Paper

__all__ = ["render"]


def render(papers: tuple[Paper, ...]) -> dict[str, bytes]:
    """File name to content: `paper-A.docx`, `key-A.docx`, and so on.

    The same papers give the same bytes: no clock, no environment.
    """
    files: dict[str, bytes] = {}
    for paper in papers:
        files[f"paper-{paper.version}.docx"] = questions.written(sheet(paper))
        files[f"key-{paper.version}.docx"] = answers.written(key(paper))
    return files
