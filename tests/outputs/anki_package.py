"""A deck of invented items, built through the public function, and what Anki makes of it."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.import_export_pb2 import ImportResponse
from anki.template import TemplateRenderContext

from studypress.decode import Origin
from studypress.identity import Identity
from studypress.items import Essay, Events, Item, Landmark, Pairing
from studypress.model.definitions import Deck
from studypress.model.records import BankFile
from studypress.model.words import Form, Format, Id
from studypress.outputs.anki import Setting, render
from tests.outputs.samples import sample_items

if TYPE_CHECKING:
    from anki.cards import Card  # anki.collection must be the first module of Anki to load

BANK = BankFile(
    Origin("questions/bank.yaml", 1),
    Format.ONE,
    Id("the-strait"),
    "The strait",
    "2026.1",
    "en",
    Id("strait"),
)
DECK = Deck(
    Origin("decks/strait.yaml", 1), "The strait of Skerrow", Format.ONE, 1_700_000_123, tuple(Form)
)
IDENTITY = Identity("the-strait")
SETTING = Setting(
    BANK, IDENTITY, (Landmark("The treaty", 664_500), Landmark("The lighthouse", 665_400))
)


def card_items() -> tuple[Item, ...]:
    """The sample items that a card can ask."""
    other = Events | Pairing | Essay
    return tuple(item for item in sample_items() if not isinstance(item.response, other))


def built(*items: Item, deck: Deck = DECK) -> bytes:
    """The package of these items."""
    return render("strait", deck, items, SETTING)["strait.apkg"]


@contextmanager
def database(package: bytes) -> Iterator[sqlite3.Connection]:
    """The collection inside a package, as Anki finds it."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(zipfile.ZipFile(BytesIO(package)).read("collection.anki2"))
        yield connection
    finally:
        connection.close()


@contextmanager
def collection() -> Iterator[Collection]:
    """An empty collection of the real Anki."""
    with TemporaryDirectory() as folder:
        opened = Collection(str(Path(folder) / "collection.anki2"))
        try:
            yield opened
        finally:
            opened.close()


def import_into(opened: Collection, package: bytes) -> ImportResponse.Log:
    """Imports with the options of the import dialog as it opens."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        path.write_bytes(package)
        request = ImportAnkiPackageRequest(
            package_path=str(path), options=ImportAnkiPackageOptions()
        )
        return opened.import_anki_package(request).log


def cards(opened: Collection) -> list[Card]:
    """All cards in the order in which they are due."""
    return [opened.get_card(id_) for id_ in opened.find_cards("", order="c.due asc")]


def faces(card: Card) -> tuple[str, str]:
    """Front and back as HTML. Raises anki.errors.TemplateError where Anki would show one."""
    context = TemplateRenderContext.from_existing_card(card, browser=False)
    context._partially_render()  # render() alone would hide an error inside the card
    shown = context.render()
    return shown.question_text, shown.answer_text
