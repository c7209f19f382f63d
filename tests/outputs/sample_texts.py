"""What the invented items are made with: two invented texts, and an item with no extras."""

from __future__ import annotations

from studypress.items import Item, Response, Source
from studypress.model.words import Form, Importance, Kind, Level

CHRONICLE = "Chronicle"
LETTERS = "Letters"


def chronicle(paragraph: int, evidence: str) -> Source:
    """A citation of the first text."""
    return Source(CHRONICLE, f"¶{paragraph}", evidence)


def letters(paragraph: int, evidence: str) -> Source:
    """A citation of the second text."""
    return Source(LETTERS, f"¶{paragraph}", evidence)


def item(
    item_id: str,
    form: Form,
    kind: Kind | None,
    stem: str,
    response: Response,
    sources: tuple[Source, ...],
) -> Item:
    """An item with nothing that may be left out."""
    return Item(
        id=item_id,
        form=form,
        kind=kind,
        stem=stem,
        response=response,
        marks=1,
        labels=tuple(dict.fromkeys(source.label for source in sources if source.label)),
        sources=sources,
        detail=None,
        why=None,
        note=None,
        importance=Importance.SUPPORTING,
        level=Level.RECALL,
        tags=("topic::the-skerrow-light",),
    )
