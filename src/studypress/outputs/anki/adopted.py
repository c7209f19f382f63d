"""Adopted notes: what was adoption of them, and what was corrected since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from studypress.adopted import AdoptedNote, AdoptedType
from studypress.items import Adoption, Item
from studypress.model.words import Gapped
from studypress.outputs.anki.cardmaking import ordinals
from studypress.outputs.anki.gaps import filled, rewritten
from studypress.outputs.anki.markup import Html
from studypress.outputs.anki.note import Card, Note
from studypress.outputs.anki.reading import read
from studypress.outputs.anki.setting import Setting

Fields = Mapping[str, Html]


def adopted_note(item: Item, adoption: Adoption, setting: Setting) -> Note:
    """Every field as it was adopted, unless its text was changed; the author's own tags are added.

    A retired one is tagged: its note type has no place for a reason.
    """
    was, note_type = adoption.note, setting.adopted.types[adoption.note.note_type]
    before = {name: Html(was.fields.get(name, "")) for name in note_type.fields}
    fields = before | dict(_corrected(adoption))
    return Note(
        guid=was.guid,
        row=was.row,
        note_type=note_type.name,
        fields=fields,
        tags=(*was.tags, *_added_tags(item, str(setting.bank.tag))),
        sort_text=read(tuple(fields.values())[note_type.sorted_by]),
        cards=()
        if item.retired
        else tuple(
            replace(card, deck=card.deck or item.subdeck)
            for card in _cards(was, note_type, before, fields, setting)
        ),
        id=item.id,
        form=item.form,
        kind=item.kind or "",
        is_retired=item.retired is not None,
    )


def _corrected(adoption: Adoption) -> Iterator[tuple[str, Html]]:
    for name, text in adoption.corrected.items():
        html = adoption.note.fields.get(name, "")
        reading = adoption.note.readings.get(name)
        is_gapped = reading is not None and reading.key == "cloze"
        yield name, filled(Gapped.parse(text), html) if is_gapped else rewritten(text, html)


def _added_tags(item: Item, root: str) -> tuple[str, ...]:
    state = ("retired",) if item.retired else ()
    return tuple(f"{root}::{tag}" for tag in (*item.tags, *state))


def _cards(
    was: AdoptedNote, note_type: AdoptedType, before: Fields, fields: Fields, setting: Setting
) -> Iterator[Card]:
    """The cards that were adopted, without those that a correction unmakes, with those it makes."""
    if fields == before:
        yield from (Card(c.ordinal, c.row, c.deck) for c in was.cards)
        return
    made, unmade = ordinals(note_type.stated, fields), ordinals(note_type.stated, before)
    adopted = {card.ordinal: card for card in was.cards}
    for ordinal in sorted((adopted.keys() - (unmade - made)) | (made - unmade)):
        known = adopted.get(ordinal)
        row = known.row if known else setting.identity.card(was.guid, ordinal)
        yield Card(ordinal, row, known.deck if known else None)
