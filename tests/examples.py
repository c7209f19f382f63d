"""The bad and good examples of codes as files of a small bank: for `explain` and for tests."""

from __future__ import annotations

import re

from studypress.texts.lock import Lock, evidence_entry, text_entries
from studypress.texts.numbered import Place, parse_numbered

HISTORY = """\
# An invented mission

[1] The envoy arrived on May 3, 1901. Two days later, she left the capital again.

[2] By then the fighting had begun before the gates of the town. Some 20 people came with her.

[3] She proposed that both sides cease fire; nobody had called him earlier, the general said.

[4] Ben Minister received her in the hall. “Come in and sit down,” he said of the first mission only.

[5] The talks were held in the Customs House, by the harbour.

[5 caption] A photograph of the envoy on his return

[6] The memoir calls it nothing but a failure.
"""

_FILE = re.compile(r"^# ((?:questions|decks)/[\w./-]+\.(?:yaml|lock|css|j2))\n", re.MULTILINE)
_CITATION = re.compile(r"- history (\d+)( caption)?: (.+)")
_HEADER = "format: 1\ntopic: Example\nquestions:\n"

BANK = {
    "questions/bank.yaml": """\
format: 1
bank: example
title: Example
version: 2026.1
language: en
tag: example
""",
    "questions/people.yaml": """\
format: 1
people:
- id: envoy
  names:
  - Ada Envoy
- id: minister
  names:
  - Ben Minister
- id: general
  names:
  - Cai General
""",
    "questions/base.yaml": """\
format: 1
topic: The mission
questions:
- id: envoy-arrives
  kind: date
  event: The envoy arrives
  ask: When did the envoy arrive in the capital?
  answer: 3 May 1901
  cite:
  - A history, chapter 1
- id: envoy-leaves
  kind: date
  event: The envoy leaves
  ask: When did the envoy leave the capital?
  answer: 5 May 1901
  cite:
  - A history, chapter 1
- id: treaty-signed
  kind: date
  event: The treaty is signed
  ask: In which month was the treaty signed?
  answer: June 1901
  cite:
  - A history, chapter 2
- id: month-of-the-mission
  kind: date
  event: The mission takes place
  ask: In which month did the mission take place?
  answer: May 1901
  cite:
  - A history, chapter 1
- id: nameless
  kind: date
  ask: When did the general resign?
  answer: 1 July 1901
  cite:
  - A history, chapter 2
- id: come-in
  kind: quote
  words: Come in
  speaker: $minister
  ask: Who said “Come in” to the envoy?
  cite:
  - A history, chapter 1
- id: go-home
  kind: quote
  words: Go home
  speaker: $general
  ask: Who told the envoy to go home?
  cite:
  - A history, chapter 1
- id: sign-here
  kind: quote
  words: Sign here
  speaker: $envoy
  ask: Who said “Sign here” at the end of the talks?
  cite:
  - A history, chapter 2
- id: sit-down
  kind: quote
  words: Sit down
  speaker: $minister
  ask: Who said “Sit down” at the beginning of the talks?
  cite:
  - A history, chapter 1
""",
}


def example_files(example: str | bytes) -> dict[str, bytes]:
    """The files of the example bank with an example laid over them, by path.

    A file of which an example gives only the name is not there.
    """
    files = {path: text.encode() for path, text in BANK.items()} | _own_files(example)
    if "questions/sources.yaml" in files:
        files["questions/evidence.lock"] = lock_of(b"".join(files.values())).encode()
    return {path: data for path, data in files.items() if data}


def lock_of(files: bytes) -> str:
    """The lock that proves those citations of the invented history which stand in it."""
    history = parse_numbered(HISTORY)
    entries = set(text_entries("history", history))
    for number, caption, evidence in _CITATION.findall(files.decode("utf-8", "replace")):
        place = Place(int(number), caption=bool(caption))
        if history.places_of(evidence) == [place]:
            entries.add(evidence_entry("example", "history", place, evidence))
    return Lock.of(entries).dump()


def _own_files(example: str | bytes) -> dict[str, bytes]:
    name = "questions/example.yaml"
    if isinstance(example, bytes):
        return {name: _HEADER.encode() + example if example.startswith(b"- ") else example}
    if example.startswith("- "):
        return {name: (_HEADER + example).encode()}
    pieces = _FILE.split(example)
    if len(pieces) == 1:
        return {name: example.encode()}
    return {path: text.encode() for path, text in zip(pieces[1::2], pieces[2::2], strict=True)}
