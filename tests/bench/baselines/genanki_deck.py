"""What one writes without studypress: YAML to a deck with PyYAML and genanki, nothing checked.

    python genanki_deck.py SafeLoader|CSafeLoader ROOT OUT.apkg

It reads file by file and keeps only the notes, as a careful author would.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import genanki
import yaml

_FIELDS = ("Id", "Question", "Answer", "Also", "Why", "Source")
_BACK = "{{FrontSide}}<hr>{{Answer}}<p>{{Also}}</p><p>{{Why}}</p><p>{{Source}}</p>"

QUESTION = genanki.Model(
    1700000002,
    "Question",
    fields=[{"name": name} for name in _FIELDS],
    templates=[{"name": "Card", "qfmt": "{{Question}}", "afmt": _BACK}],
)
CLOZE = genanki.Model(
    1700000003,
    "Cloze",
    model_type=genanki.Model.CLOZE,
    fields=[{"name": name} for name in _FIELDS],
    templates=[
        {
            "name": "Card",
            "qfmt": "{{cloze:Question}}",
            "afmt": "{{cloze:Question}}<p>{{Why}}</p><p>{{Source}}</p>",
        }
    ],
)


def read(path: Path, loader: Any) -> Any:
    with path.open(encoding="utf-8") as file:
        return yaml.load(file, Loader=loader)


def note(question: dict[str, Any], topic: str, people: dict[str, str]) -> genanki.Note | None:
    """A card; None for what is asked on paper only."""
    if "ask" in question:
        model, front, back = QUESTION, escape(question["ask"]), answer(question, people)
    elif "cloze" in question:
        model, back = CLOZE, ""
        front = escape(question["cloze"]).replace("{", "{{c1::").replace("}", "}}")
    elif "statement" in question:
        model, front = QUESTION, escape(question["statement"])
        back = escape(question.get("correction", "True"))
    else:
        return None
    also = "; ".join(escape(str(other)) for other in question.get("accept", ()))
    source = "<br>".join(escape(line) for line in citations(question))
    fields = [question["id"], front, back, also, escape(question.get("why", "")), source]
    tags = [
        f"kind::{question['kind']}",
        f"topic::{topic.lower().replace(' ', '-')}",
        f"importance::{question.get('importance', 'supporting')}",
        f"level::{question.get('level', 1)}",
        *{f"text::{line.partition(' ')[0]}" for line in citations(question)},
    ]
    return genanki.Note(model, fields, guid=genanki.guid_for(question["id"]), tags=tags)


def answer(question: dict[str, Any], people: dict[str, str]) -> str:
    if question["kind"] == "argument":
        points = (*question["reasons"], *question["concedes"])
        steps = "".join(f"<li>{escape(point['point'])}</li>" for point in points)
        return f"{escape(question['claim'])}<ol>{steps}</ol>"
    if question["kind"] == "comparison":
        sides = (f"{escape(s['name'])}: {escape(s['says'])}" for s in question["sides"])
        return "<br>".join((*sides, escape(question["verdict"])))
    given = str(question.get("answer") or question.get("speaker"))
    return escape(people.get(given, given))


def citations(question: dict[str, Any]) -> Iterator[str]:
    parts = (
        *question.get("reasons", ()),
        *question.get("concedes", ()),
        *question.get("sides", ()),
    )
    for part in (question, *parts):
        for citation in part.get("cite", ()):
            yield from (f"{place} · find “{words}”" for place, words in citation.items())


def main(loader: Any, root: Path, out: Path) -> None:
    people = {
        f"${person['id']}": person["names"][0]
        for person in read(root / "questions/people.yaml", loader)["people"]
    }
    deck = genanki.Deck(1700000001, "The kingdom")
    for path in sorted((root / "questions").glob("register-*.yaml")):
        file = read(path, loader)
        for question in file["questions"]:
            made = note(question, file["topic"], people)
            if made is not None:
                deck.add_note(made)
    genanki.Package(deck).write_to_file(out)


if __name__ == "__main__":
    main(getattr(yaml, sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
