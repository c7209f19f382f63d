"""Text that stays text in Markdown: in release notes, and under a deck's name."""

from __future__ import annotations

import re

# CommonMark 0.31, 2.4: a backslash before punctuation takes its meaning away. These begin emphasis,
# code, links, pictures, HTML and entities within a line.
_MEANT = re.compile(r"[\\`*_\[\]<>&~|]")


def literal(text: str) -> str:
    """The text on one line, as it is shown."""
    return _MEANT.sub(r"\\\g<0>", " ".join(text.split()))
