"""The ledger of a bank that was just adopted: every note is published, as it was and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from studypress.adopt.bank import Made
from studypress.ledger import ANY_KIND, Ledger, Published, PublishedType
from studypress.outputs.anki.models import models
from studypress.project import Project
from studypress.release import shipped
from studypress.rendering import setting


def recorded(project: Project, made: Made) -> Ledger:
    """Its last release is the moment of its last change, so that all that follows is newer.

    The kind of a question is free until the next release: nobody has said it yet. The project must
    have no errors, and the adopted notes in its ledger.
    """
    times = {note.guid: note.modified for note in made.adopted.notes.values()}
    last = max((*times.values(), *made.modified.values()))
    notes = {
        content.guid: Published(replace(content, kind=ANY_KIND), times[content.guid], decks)
        for content, decks in shipped(project)
    }
    types = {t.name: t for t in _types(project, made.modified, last)}
    version = project.bank.record.version
    return replace(project.ledger, time=last, version=version, notes=notes, types=types)


def _types(project: Project, modified: Mapping[int, int], last: int) -> Iterator[PublishedType]:
    """The adopted types when they last changed, studypress's own from now on."""
    for model in models(setting(project)).values():
        time = modified.get(model.id, last)
        yield PublishedType(model.name, model.id, time, model.look, model.signature)
