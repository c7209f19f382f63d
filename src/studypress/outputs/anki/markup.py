"""Text to HTML for a field of a note. Nothing that an author typed reaches Anki unescaped.

Anki gives meaning to more than HTML: `[sound:…]` plays, `[latex]` renders, `{{c1::…}}` is a gap,
`\\(` starts a formula and U+001F ends a field. All of them stay text here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from typing import NewType

Html = NewType("Html", str)

EMPTY = Html("")

_SPACES = re.compile(r"[\x00-\x20\x7f]+")  # no-break spaces are the author's and stay
_SUPPLIED = re.compile(r"(\[[^\[\]]*\])")
_ENTITIES = {c: f"&#{ord(c)};" for c in "[]{}"} | {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    # MathJax reads what the browser decoded: only an element keeps a backslash from its bracket.
    "\\": "<span>&#92;</span>",
}
_ENDLESS = re.compile(r"&#(?:\d{8,}|[xX][0-9a-fA-F]{8,});?")
_SPECIAL = re.compile(f"[{re.escape(''.join(_ENTITIES))}]")


def unescaped(html: str) -> str:
    """Text for references to characters. What no character has as its number is none."""
    return unescape(_ENDLESS.sub("\ufffd", html))


def clean(text: str) -> str:
    """The text on one line: control characters and line ends become spaces."""
    if text.isprintable() and "  " not in text:  # nearly every text
        return text.strip()
    return _SPACES.sub(" ", text).strip()


def escaped(text: str) -> Html:
    if not text:
        return EMPTY
    said = clean(text)
    return Html(_entities(said) if _SPECIAL.search(said) else said)


def spaced(text: str) -> Html:
    """Escaped, with one space where any stand at its ends."""
    return Html(_entities(_SPACES.sub(" ", text)))


def marked(text: str) -> Html:
    """Escaped, with each [supplied part] in a span of its own, brackets kept."""
    return _marked(clean(text)) if "[" in text else escaped(text)


def cloze(before: str, gap: str, after: str) -> Html:
    """A sentence with the one gap of a cloze note; spaces beside the gap are kept."""
    first, inner, last = (_marked(_SPACES.sub(" ", part)) for part in (before, gap.strip(), after))
    # What follows `::` would be taken for a hint.
    answer = inner.replace(":", "&#58;")
    return Html(f"{first}{{{{c1::{answer}}}}}{last}")


def element(tag: str, content: Html, css_class: str = "") -> Html:
    named = f' class="{css_class}"' if css_class else ""
    return Html(f"<{tag}{named}>{content}</{tag}>")


def joined(parts: Iterable[Html], between: Html = EMPTY) -> Html:
    """The parts that are not empty."""
    return Html(between.join([part for part in parts if part]))


def _entities(text: str) -> str:
    return _SPECIAL.sub(lambda found: _ENTITIES[found[0]], text)


def _marked(text: str) -> Html:
    pieces = _SUPPLIED.split(text)
    return joined(
        element("span", Html(_entities(piece)), "supplied") if at % 2 else Html(_entities(piece))
        for at, piece in enumerate(pieces)
    )
