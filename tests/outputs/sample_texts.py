"""What the invented items are made with: two invented texts, and an item with no extras."""

from __future__ import annotations

from studypress.items import Citation, Item, Response
from studypress.model.words import Form, Importance, Kind, Level

CHRONICLE = "Chronicle"
LETTERS = "Letters"


def chronicle(paragraph: int, evidence: str) -> Citation:
    """A citation of the first text."""
    return Citation(CHRONICLE, f"¶{paragraph}", evidence)


def letters(paragraph: int, evidence: str) -> Citation:
    """A citation of the second text."""
    return Citation(LETTERS, f"¶{paragraph}", evidence)


def item(
    item_id: str,
    form: Form,
    kind: Kind | None,
    stem: str,
    response: Response,
    citations: tuple[Citation, ...],
) -> Item:
    """An item with nothing that may be left out."""
    return Item(
        id=item_id,
        form=form,
        kind=kind,
        stem=stem,
        response=response,
        marks=1,
        labels=tuple(dict.fromkeys(source.label for source in citations if source.label)),
        citations=citations,
        detail=None,
        why=None,
        note=None,
        importance=Importance.SUPPORTING,
        level=Level.RECALL,
        topic="the-skerrow-light",
        tags=(),
    )
