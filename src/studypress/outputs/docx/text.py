"""Text into Word: as it stands, and never as anything but text."""

from __future__ import annotations

import re

from docx.text.paragraph import Paragraph

NO_BREAK = "\N{NO-BREAK SPACE}"

# What XML 1.0 cannot hold (section 2.2), and what Word would take for a tab or a new line.
_UNWRITABLE = re.compile("[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")
_RTL = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
_RIGHT_TO_LEFT = re.compile(rf"({_RTL}+(?:[\W\d_]+{_RTL}+)*)")


def plain(text: str) -> str:
    """The text on one line, without characters that a Word file cannot hold."""
    return _UNWRITABLE.sub(" ", text)


def add(paragraph: Paragraph, text: str, style: str | None = None) -> None:
    """Add words, in a style of their own where one is named.

    Word must be told which words run from right to left: it sets them in another font and puts
    what stands between them in order.
    """
    for place, words in enumerate(_RIGHT_TO_LEFT.split(plain(text))):
        if words:
            run = paragraph.add_run(words, style)
            if place % 2:  # what the pattern found
                run.font.rtl = True
