"""No answer stands in what students receive."""

from __future__ import annotations

from html import unescape

import pytest
from msgspec.structs import replace

from studypress.arrange import lay_out, papers
from studypress.items import Events, Item, Options, Pairing
from studypress.languages import language
from studypress.model.definitions import Quiz
from studypress.model.words import Form
from studypress.outputs.paper import render
from tests.outputs.paper_samples import key_of, paper_of
from tests.outputs.replacing import (
    Sealer,
    every_field,
    in_no_key,
    secret_fields,
    shown_fields,
    texts_in,
)
from tests.outputs.samples import sample, sample_items
from tests.real_bank import sound_bank


@pytest.mark.parametrize("item", sample_items(), ids=lambda item: f"{item.id}-{item.form}")
def test_paper_holds_nothing_secret(item: Item) -> None:
    full = replace(item, detail="detail", why="why", note="note")
    sealer = Sealer()
    secret = sealer.sealed(full)
    paper, key = paper_of(secret), key_of(secret)
    assert paper == paper_of(item)
    assert not [word for word in sealer.words if word in paper]
    unseen = [word for word in sealer.words if word not in key]
    assert len(unseen) == in_no_key(secret)


def test_paper_is_the_same_whatever_the_key() -> None:
    light = sample("light-first-lit", Form.CHOICE)
    voices = sample("voices-on-the-strait", Form.MATCHING)
    events = sample("from-stone-to-treaty", Form.ORDERING)
    true, false = (sample(n, Form.TRUE_FALSE) for n in ("ratified-in-may", "dues-shared"))
    assert isinstance(light.response, Options)
    assert isinstance(voices.response, Pairing)
    pairs = [
        (light, replace(light, response=replace(light.response, key=3))),
        (voices, replace(voices, response=replace(voices.response, key=(2, 3, 1)))),
        (true, replace(true, response=false.response)),
        (events, _backwards(events)),
    ]
    for one, other in pairs:
        assert paper_of(one) == paper_of(other)
        assert key_of(one) != key_of(other)


def _backwards(item: Item) -> Item:
    """The same events shown in the same order, with their ranks and dates reversed."""
    assert isinstance(item.response, Events)
    events = item.response.events
    ranks = [event.rank for event in reversed(events)]
    changed = tuple(replace(e, rank=r, date="") for e, r in zip(events, ranks, strict=True))
    return replace(item, response=Events(changed))


@pytest.mark.parametrize("name", ["armistice-test", "core-facts", "two-accounts"])
def test_papers_of_the_real_bank_hold_no_answer(name: str) -> None:
    """No key, accepted or refused answer, reason, citation or id stands in the source of a paper
    more often than in the stems and options that students see."""
    project = sound_bank()
    quiz = project.definitions[name]
    assert isinstance(quiz, Quiz)
    versions = papers(lay_out(name, quiz, project.drawn[name], project.bank))
    items = tuple(entry.item for entry in versions[0].entries)
    titles = (section.title for section in versions[0].sections)
    words = texts_in((language("en").papers, language("en").cards), every_field)
    visible = " ".join((*texts_in(items, shown_fields), *words, *titles))
    secrets = {text for text in texts_in(items, secret_fields) if len(text) > 3}
    assert {item.id for item in items} <= secrets
    leaks: dict[str, int] = {}
    for file, page in render(versions).items():
        source = unescape(page.decode())
        body = source[source.find("<body>") :]
        leaks[file] = sum(body.count(text) > visible.count(text) for text in secrets)
    assert len([file for file, count in leaks.items() if count == 0 and "paper" in file]) == (
        len(versions) + 1
    )
    assert all(count > 0 for file, count in leaks.items() if "key" in file)
