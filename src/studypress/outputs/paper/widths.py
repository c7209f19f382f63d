"""How many lines a text takes: widths of characters, and greedy breaking as browsers do it.

Widths are advances in hundredths of the size of type, from the `hmtx` tables of Noto Serif, Noto
Sans and Noto Sans Bold (SIL Open Font License), which are the widest faces that the style sheets
name. Kerning is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

_BREAKS = re.compile(r"(?<=[ \-–—])")  # a line may end after these


class _Widths(dict[str, int]):
    """By character; letters of other scripts take `other`."""

    def __init__(self, widths: Mapping[str, int], other: int) -> None:
        super().__init__(widths)
        self.other = other

    def __missing__(self, character: str) -> int:
        return self.other


class Face(Struct, frozen=True):
    """Widths of characters in hundredths of the size, which `scale` multiplies."""

    widths: Mapping[str, int]
    scale: float = 1.0

    def width(self, text: str, size: float) -> float:
        """In points, as is `size`."""
        return sum(map(self.widths.__getitem__, text)) * size * self.scale / 100

    def lines(self, text: str, size: float, room: float, tail: float = 0.0) -> int:
        """At least one. A word that is wider than the room is broken anywhere; `tail` is the width
        of something that does not leave the last word."""
        if self.width(text, size) + tail <= room:
            return 1
        count, used = 1, 0.0
        *words, last = _BREAKS.split(text.rstrip(" "))
        for word, more in (*((word, 0.0) for word in words), (last, tail)):
            width = self.width(word.rstrip(" "), size) + more
            if used and used + width > room:
                count, used = count + 1, 0.0
            count += int(width // room) if width > room else 0
            used += self.width(word, size) + more if width <= room else width % room
        return count


def _face(by_width: Mapping[int, str], other: int) -> Face:
    widths = {c: width for width, chars in by_width.items() for c in chars}
    return Face(_Widths(widths | {"\N{NO-BREAK SPACE}": widths[" "]}, other))


SERIF = _face(
    {
        22: "'", 25: ",.‘’·", 26: " ", 27: "`", 29: "/:;\\", 30: "j", 31: "-l", 32: "i", 33: "!",
        35: "()t", 36: "J[]", 37: "If", 41: '"', 43: "{}", 45: "s“”", 46: "_", 47: "?r", 49: "cç",
        50: "*–", 51: "z", 54: "Segéè", 56: "#$+0123456789<=>^ay|~×÷£€ä", 58: "kovxö", 59: "FZ",
        60: "P", 61: "CTbdpq", 62: "ELY¶", 64: "hnuüñ", 65: "Bß", 66: "RX", 68: "V", 70: "AK",
        71: "G", 72: "U", 73: "D", 74: "&OQ", 76: "N", 79: "H", 86: "w…", 90: "%", 92: "@",
        94: "Mm", 100: "—", 105: "W",
    },
    other=65,
)  # fmt: skip
SANS = _face(
    {
        18: "‘’", 22: "'", 26: " ijl", 27: "!,.:;J·", 28: "`", 30: "()", 32: "-", 33: "[]",
        34: "If", 36: "t“”", 37: "/\\", 38: "{}", 41: '"r', 43: "?", 44: "_", 47: "z", 48: "csç",
        50: "–", 51: "vy", 52: "FL", 53: "kx", 55: "*S|", 56: "ETaeéèä",
        57: "$+0123456789<=>YZ^~×÷£€", 59: "X", 60: "PVoö", 62: "KRbdghnpquüñ", 63: "Cß", 64: "A",
        65: "#B", 66: "¶", 73: "&DGU", 74: "H", 76: "N", 78: "OQ", 79: "w…", 83: "%", 90: "@",
        91: "M", 93: "W", 94: "m", 100: "—",
    },
    other=62,
)  # fmt: skip
BOLD = _face(
    {
        22: "‘’", 26: " ", 27: "'", 28: ",.:;·", 29: "!", 30: "ijl", 32: "-", 33: "J[]", 34: "()",
        36: "`", 39: "If{}", 41: "/\\_", 43: "t", 44: "“”", 45: "r", 47: '"', 48: "?", 49: "z",
        50: "s–", 51: "cç", 55: "*FS|", 56: "EL", 57: "$+0123456789<=>^vy~×÷£€", 58: "TZx",
        59: "eéè", 60: "aä", 62: "Ykoö", 63: "Pbdgpq", 64: "C", 65: "#V", 66: "KRhnu¶üñ", 67: "BX",
        69: "A", 71: "ß", 72: "G", 74: "D", 75: "&", 76: "HU", 80: "OQ", 81: "N", 86: "w…",
        90: "%@", 94: "M", 97: "W", 98: "m", 100: "—",
    },
    other=68,
)  # fmt: skip


class Faces(Struct, frozen=True):
    """Of the text, of what stands beside it (labels, marks, instructions), and of headings."""

    text: Face
    beside: Face
    headings: Face


def _narrower(face: Face, scale: float) -> Face:
    return Face(face.widths, scale)


# The widest and the narrowest that readers are likely to have: Cambria, and a little under Arial.
_WIDE = Faces(SERIF, SANS, BOLD)
_NARROW = Faces(_narrower(SERIF, 0.85), _narrower(SANS, 0.92), _narrower(BOLD, 0.92))
USUAL = (_WIDE, _NARROW)
LARGE = tuple(Faces(faces.beside, faces.beside, faces.headings) for faces in USUAL)
