"""The HTML of an adopted field read as text, and a changed text written back as HTML.

A text keeps its lines; a picture or a sound is read as a mark, `(picture map.svg)`. Marks and
formulas that a changed text still has come back as what they were; all else of it is plain, and
escaped as everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from html import escape

from studypress.outputs.anki.markup import Html, joined, spaced, unescaped
from studypress.source.text import cleaned

_LONGEST_NAME = 120  # of a file in a mark; a picture that stands in the field itself is longer

Enclosure = tuple[re.Pattern[str], re.Pattern[str]]

COMMENT: Enclosure = (re.compile("<!--"), re.compile("-->"))
_STYLE: Enclosure = (re.compile(r"<style\b", re.IGNORECASE), re.compile("</style>", re.IGNORECASE))
_SCRIPT: Enclosure = (
    re.compile(r"<script\b", re.IGNORECASE),
    re.compile("</script>", re.IGNORECASE),
)
_LINE = re.compile(
    r"</?(?:address|article|blockquote|br|dd|div|dl|dt|figure|h[1-6]|hr|li|ol|p|pre|section|table|"
    r"tr|ul)\b[^<>]*>",
    re.IGNORECASE,
)
_CELL = re.compile(r"</?t[dh]\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z!][^<>]*>", re.IGNORECASE)
_MEDIA = re.compile(
    r"<(?P<tag>img|audio|video|source|embed|object)\b[^<>]*>|\[sound:(?P<sound>[^\[\]<>]+)\]",
    re.IGNORECASE,
)
_FILE = re.compile(r"""\b(?:src|data)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_FORMULA = "|".join(
    f"{start}.{{1,2000}}?{end}"
    for start, end in (
        (r"\\\(", r"\\\)"),
        (r"\\\[", r"\\\]"),
        (r"\[latex\]", r"\[/latex\]"),
        (r"\[\$\$\]", r"\[/\$\$\]"),
        (r"\[\$\]", r"\[/\$\]"),
    )
)
_FORMULA_STARTS = ("\\(", "\\[", "[latex]", "[$]", "[$$]")
_NOT_TYPED = re.compile(r"[^\S ]|[\ud800-\udfff]")
ENDS = re.compile("[\ufdd0\ufdd1]")  # no characters, so that no text has them


def read(html: str) -> str:
    """What a field says, one line a line; "" where it says nothing."""
    if "image-occlusion:" in html:  # shapes on a picture, by their coordinates
        return ""
    return read_between(ENDS.sub("", html))


def is_typeable(name: str) -> bool:
    """Whether a name can stand in YAML: one line, with nothing in it that nobody sees."""
    return name == cleaned(name).strip() and not _NOT_TYPED.search(name)


def writer(html: str) -> Callable[[str], Html]:
    """What makes HTML of the changed texts of one field; `html` is what the field was, from which
    marks come back."""
    marks = dict(_marks(html))
    kept = [re.escape(mark) for mark in sorted(marks, key=len, reverse=True)]
    kept += [_FORMULA] if any(start in html for start in _FORMULA_STARTS) else []
    if not kept:
        return _lines
    pattern = re.compile(f"({'|'.join(kept)})", re.DOTALL)

    def write(text: str) -> Html:
        return joined(
            Html(marks.get(piece) or escape(piece, quote=False)) if at % 2 else _lines(piece)
            for at, piece in enumerate(pattern.split(text))
        )

    return write


def _lines(text: str) -> Html:
    return Html("<br>".join(map(spaced, text.split("\n"))))


def read_between(html: str) -> str:
    """As `read`, with ENDS where they stand: there a gap begins and ends."""
    seen = without(" ".join(html.split()), COMMENT, _STYLE, _SCRIPT)
    marked = _MEDIA.sub(_set_off, seen)
    text = unescaped(_TAG.sub("", _CELL.sub(" ", _LINE.sub("\n", marked))))
    lines = (" ".join(line.split()) for line in cleaned(text).split("\n"))
    return "\n".join(filter(None, lines))


def without(html: str, *enclosures: Enclosure) -> str:
    """Without what these enclose; what is never closed stays."""
    for opening, closing in enclosures:
        pieces, at = [], 0
        while (start := opening.search(html, at)) and (end := closing.search(html, start.end())):
            pieces.append(html[at : start.start()])
            at = end.end()
        html = "".join((*pieces, html[at:]))
    return html


def _marks(html: str) -> Iterator[tuple[str, str]]:
    """Each mark as it is read, and the markup that it stands for."""
    for found in _MEDIA.finditer(html):
        yield " ".join(unescaped(_mark(found)).split()), found[0]


def _set_off(found: re.Match[str]) -> str:
    """The mark, with a space between it and a word."""
    start, end = found.span()
    before, after = found.string[start - 1 : start], found.string[end : end + 1]
    return f"{' ' * before.isalnum()}{_mark(found)}{' ' * after.isalnum()}"


def _mark(found: re.Match[str]) -> str:
    if found["sound"]:
        return f"(sound {found['sound']})"
    named = _FILE.search(found[0])
    name = next(filter(None, named.groups()), "") if named else ""
    if len(name) > _LONGEST_NAME:
        name = sha256(name.encode()).hexdigest()[:8]
    return f"({'picture' if found['tag'].lower() == 'img' else 'file'} {name})"
