"""The gaps of an adopted cloze field: Anki's `{{c1::gap::hint}}` as a text with gaps in braces.

https://docs.ankiweb.net/editing.html#cloze-deletion
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from msgspec import Struct

from studypress.decode import Malformed
from studypress.model.words import Gapped
from studypress.outputs.anki.markup import Html, joined
from studypress.outputs.anki.reading import ENDS, read, read_between, writer
from studypress.source.text import cleaned

_OPENING = r"\{\{c[\d,]+::"  # one gap may have several numbers
_OPENING_OR_CLOSING = re.compile(rf"({_OPENING}|\}}\}})")
_GAP = re.compile(
    rf"\{{\{{c(?P<numbers>[\d,]+)::(?P<inner>(?:(?!{_OPENING}|\}}\}}).)*)\}}\}}", re.DOTALL
)
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"


class _Gap(Struct, frozen=True):
    """A gap as Anki writes it; `hint` has the colons before it."""

    numbers: str
    words: str
    hint: str = ""


def numbers(html: str) -> frozenset[int]:
    """The numbers of all gaps of a field, from 1."""
    openings = re.findall(_OPENING, html)
    return frozenset(int(n) for opening in openings for n in opening[3:-2].split(",") if n)


def gapped(html: str) -> Gapped | None:
    """The field as a text with gaps, hints left out.

    None where the gaps do not stand one after the other, each with words of its own.
    """
    marked = _GAP.sub(lambda found: f"{_OPEN}{_gap(found).words}{_CLOSE}", ENDS.sub("", html))
    if _OPEN not in marked or re.search(_OPENING, marked) or "image-occlusion:" in html:
        return None
    before, gap, after, *more = ENDS.split(read_between(marked))
    text = Gapped(before, gap, after, tuple(zip(more[::2], more[1::2], strict=True)))
    return text if _can_be_typed(text) else None


def blanked(html: str, blank: str) -> tuple[str, str]:
    """What the field says with a blank for each gap, and what the gaps say; nested ones as one."""
    around, within, depth = [""], [""], 0
    for at, piece in enumerate(_OPENING_OR_CLOSING.split(html)):
        if at % 2:
            if not depth and piece != "}}":
                around.append(blank)
                within.append("")
            depth = max(0, depth + (-1 if piece == "}}" else 1))
        elif depth:
            within[-1] += piece.partition("::")[0]
        else:
            around.append(piece)
    return read("".join(around)), "; ".join(filter(None, map(read, within)))


def _can_be_typed(text: Gapped) -> bool:
    """Not, for instance, where a brace stands beside those of a gap."""
    typed = str(text)
    try:
        return Gapped.parse(typed) == text and cleaned(typed) == typed
    except Malformed:
        return False


def filled(text: Gapped, html: str) -> Html:
    """A changed text in Anki's notation; `html` is what its field was.

    A gap keeps number and hint by its words, or else by its place among the others; one that there
    is no former gap for gets a number of its own.
    """
    former = [_gap(found) for found in _GAP.finditer(html)]
    gaps = zip(text.gaps, _matched(text.gaps, former), strict=True)
    write = writer(html)
    first, *rest = map(write, text.texts)
    pairs = zip((_notation(write(words), gap) for words, gap in gaps), rest, strict=True)
    return joined((first, *(part for pair in pairs for part in pair)))


def _matched(words: tuple[str, ...], former: list[_Gap]) -> Iterator[_Gap]:
    left = [(read(gap.words), gap) for gap in former]
    kept: dict[int, _Gap] = {}
    for at, said in enumerate(words):
        same = next((pair for pair in left if pair[0] == said), None)
        if same:
            kept[at] = same[1]
            left.remove(same)
    others = iter([gap for _, gap in left])
    unused = count(1 + max((int(n) for g in former for n in g.numbers.split(",") if n), default=0))
    for at in range(len(words)):
        yield kept.get(at) or next(others, None) or _Gap(str(next(unused)), "")


def _notation(words: Html, gap: _Gap) -> Html:
    inner = words.replace("::", "&#58;&#58;")  # else what follows were a hint
    return Html(f"{{{{c{gap.numbers}::{inner}{gap.hint}}}}}")


def rewritten(text: str, html: str) -> Html:
    """A changed text whose gaps are typed as Anki writes them."""
    write = writer(html)
    pieces = _OPENING_OR_CLOSING.split(text) if re.search(_OPENING, html) else [text]
    return joined(Html(p) if at % 2 else write(p) for at, p in enumerate(pieces))


def gaps_of(html: str, number: int) -> list[str]:
    """The words of the gaps with a number."""
    gaps = map(_gap, _GAP.finditer(html))
    return [gap.words for gap in gaps if str(number) in gap.numbers.split(",")]


def with_gaps(html: str, number: int, side: str) -> str:
    """The field as a card shows it: on the front its own gaps hidden, on the back marked."""

    def shown(found: re.Match[str]) -> str:
        gap = _gap(found)
        if str(number) not in gap.numbers.split(","):
            return f'<span class="cloze-inactive">{gap.words}</span>'
        hidden = f"[{gap.hint[2:] or '...'}]"
        return f'<span class="cloze">{hidden if side == "front" else gap.words}</span>'

    replaced = 1
    while replaced:  # the innermost first
        html, replaced = _GAP.subn(shown, html)
    return html


def _gap(found: re.Match[str]) -> _Gap:
    words, colons, hint = found["inner"].partition("::")
    return _Gap(found["numbers"], words, colons + hint)
