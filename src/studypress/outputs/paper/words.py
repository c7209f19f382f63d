"""Every word that a paper, its key and the sheets for marking print, in one place."""

from __future__ import annotations

from studypress.model.words import Form

NAME = "Name"
DATE = "Date"
CLASS = "Class"
TEACHER = "Teacher"
SECTION = "Section"
MARKS = "Marks"
SCORE = "Score"
TOTAL = "Total"
VERSION = "Version"
PAGE, OF = "Page", "of"
BLANK = "blank"
IF_FALSE = "If false, what is true?"
TRUE_LETTER, FALSE_LETTER = "T", "F"
INSTRUCTIONS = {
    Form.SHORT: "Write your answer on the lines. The marks show how much is expected.",
    Form.CHOICE: "Choose the one right answer and mark its letter.",
    Form.CLOZE: "Complete each sentence. All blanks are of one length.",
    Form.TRUE_FALSE: "Mark T or F. Where a statement is false, write what is true on the line.",
    Form.ORDERING: "Write one number in each box, 1 for the earliest event.",
    Form.MATCHING: "Write one letter in each box. Not every letter need be used.",
    Form.LONG: "Answer in full sentences, and give evidence for what you say.",
}
END_OF_TEST = "End of test"

LARGE_PRINT = "Large print"
ANSWER_KEY = "Answer key"
MARKING_TABLE = "Answers of all versions"
NOT_FOR_STUDENTS = "do not distribute"
ACCEPT = "Accept"
REJECT = "Reject"
CLAIM = "Claim"
REPLY = "Reply"
VERDICT = "Verdict"
TRUE, FALSE = "True", "False"
UNUSED = "unused"
INDICATIVE = "Indicative content"
NOTE = "Note"
SUPPLIED = "[ ] supplied: not in the words cited."

QUESTION = "Question"
ANSWER = "Answer"
SEE_KEY = "see the key"
BOXES_FROM_TOP = "the boxes, from the top"

LIST_NUMBER = "No."
MAXIMUM = "Maximum marks"


def counted(count: int, noun: str) -> str:
    """`1 mark`, `2 marks`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
