"""Note types as packages state them: in Anki's JSON, which calls them models."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

from studypress.outputs.anki import faces
from studypress.outputs.anki.genanki import Model as Defaults
from studypress.outputs.anki.note import digest
from studypress.outputs.anki.notetypes import NOTE_TYPES, NoteType
from studypress.outputs.anki.setting import Setting

_TEMPLATE = "Card"


class Model(Struct, frozen=True, dict=True):
    """A note type by its name in the ledger: all that Anki's JSON states of it but its time.

    `signature` is a hash of what may never change: which templates and fields there are.
    """

    name: str
    stated: Mapping[str, Any]
    signature: str

    @property
    def id(self) -> int:
        return int(self.stated["id"])

    @cached_property
    def look(self) -> str:
        """A hash of all that may change, templates and css above all."""
        return digest(json.dumps(self.stated, sort_keys=True))


def models(setting: Setting) -> dict[str, Model]:
    """All note types of a bank, its own and the adopted ones, by name."""
    own = {name: _own(note_type, setting) for name, note_type in NOTE_TYPES.items()}
    kept = setting.adopted.types.values()
    return own | {t.name: Model(t.name, t.stated, t.signature) for t in kept}


def _own(note_type: NoteType, setting: Setting) -> Model:
    names = [field.name for field in note_type.fields]
    sorted_by = names.index(note_type.sort_field)
    stated = {
        "id": str(setting.identity.notetype(note_type.name)),
        "name": f"{setting.bank.title}: {note_type.name}",
        "type": Defaults.CLOZE if note_type.gapped else Defaults.FRONT_BACK,
        "flds": _fields(note_type),
        "tmpls": [_template(note_type, setting)],
        "css": faces.css(),
        "sortf": sorted_by,
        "req": [[0, "any", [sorted_by]]],  # by which field older clients tell an empty card
        "latexPre": Defaults.DEFAULT_LATEX_PRE,
        "latexPost": Defaults.DEFAULT_LATEX_POST,
        "latexsvg": False,
        "did": None,
        "tags": [],
        "vers": [],
    }
    return Model(note_type.name, stated, note_type.signature)


def _fields(note_type: NoteType) -> list[dict[str, Any]]:
    plain = {"font": "Liberation Sans", "size": 20, "rtl": False, "sticky": False, "media": []}
    return [
        plain
        | {"name": f.name, "id": f.id, "ord": at, "preventDeletion": True}
        | dict.fromkeys(f.flags, True)
        for at, f in enumerate(note_type.fields)
    ]


def _template(note_type: NoteType, setting: Setting) -> dict[str, Any]:
    return {
        "name": _TEMPLATE,
        "id": note_type.template_id,
        "ord": 0,
        "qfmt": faces.front(note_type, setting),
        "afmt": faces.back(note_type, setting),
        "bqfmt": "",
        "bafmt": "",
        "bfont": "",
        "bsize": 0,
        "did": None,
    }
