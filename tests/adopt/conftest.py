"""Decks that students have, made once for all tests, and the bank and the student of one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection

from tests.adopt.decks import export, genanki_package, geography, student
from tests.adopt.moved import adopted
from tests.outputs.anki_package import collection


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The same deck in both of Anki's formats, and one made by genanki."""
    folder = tmp_path_factory.mktemp("packages")
    with collection() as opened:
        geography(opened)
        made = {
            "legacy": export(opened, folder / "legacy.apkg", legacy=True),
            "current": export(opened, folder / "current.apkg"),
        }
    return made | {"genanki": genanki_package(folder / "genanki.apkg")}


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A package of two notes, made by genanki."""
    return genanki_package(tmp_path_factory.mktemp("sound") / "deck.apkg")


@pytest.fixture(params=["legacy", "current", "genanki"])
def package(request: pytest.FixtureRequest, packages: dict[str, bytes]) -> bytes:
    return packages[request.param]


@pytest.fixture
def geography_root(packages: dict[str, bytes], tmp_path: Path) -> Path:
    return adopted(packages["current"], tmp_path)


@pytest.fixture
def old(packages: dict[str, bytes]) -> Iterator[Collection]:
    """A student of the old geography deck."""
    with student(packages["current"]) as opened:
        yield opened
