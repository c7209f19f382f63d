"""The whole deck of invented items as text."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests.golden import assert_golden
from tests.outputs.anki_package import built, card_items, database

NOTES = """
    select c.due, n.guid, n.mid, n.mod, n.sfld, n.tags, n.flds, c.did, c.ord
    from notes n join cards c on c.nid = n.id order by c.due
"""


def dump(package: bytes) -> str:
    """Deck, then every note: its place, GUID, note type, tags and all fields that are not empty."""
    return "\n".join(_lines(package)) + "\n"


def _lines(package: bytes) -> Iterator[str]:
    with database(package) as written:
        decks, models = written.execute("select decks, models from col").fetchone()
        types = {int(model["id"]): model for model in json.loads(models).values()}
        for deck in json.loads(decks).values():
            yield f"deck {deck['id']}: {deck['name']}"
            yield from (f"    {line}".rstrip() for line in deck["desc"].splitlines())
        for due, guid, type_id, mod, sort, tags, fields, deck_id, ordinal in written.execute(NOTES):
            model = types[type_id]
            yield ""
            yield f"{due}. {guid} · {model['name']} {type_id} · deck {deck_id} · card {ordinal}"
            yield f"    changed {mod}, sorted by: {sort}"
            yield f"    tags: {tags.strip()}"
            for field, value in zip(model["flds"], fields.split("\x1f"), strict=True):
                if value:
                    yield f"    {field['name']}: {value}"


def test_the_deck_is_as_it_was() -> None:
    assert_golden("anki/deck.txt", dump(built(*card_items())))
