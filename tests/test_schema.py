"""The editors' schema says what the decoder says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from studypress.codes import shape
from studypress.codes.table import BY_ID
from studypress.diagnostics import Code
from studypress.schema import definition_schema, question_schema
from tests.examples import example_files

REPOSITORY = Path(__file__).parents[1]
QUESTIONS = Draft7Validator(question_schema())
DEFINITIONS = Draft7Validator(definition_schema())
SHAPE = [code for code in vars(shape).values() if isinstance(code, Code)]


def faults(path: str, data: bytes) -> list[str]:
    """What an editor would underline; editors type their scalars as YAML 1.2 does."""
    if not path.endswith(".yaml"):
        return []
    validator = QUESTIONS if path.startswith("questions/") else DEFINITIONS
    document: Any = yaml.load(data, Loader=_EditorLoader)
    return [f"{path}: {error.message}" for error in validator.iter_errors(document)]


class _EditorLoader(yaml.SafeLoader):
    """YAML 1.2's core schema: `no` and dates are text, `true` and numbers are not."""


_EditorLoader.yaml_implicit_resolvers = {
    first: [
        (tag, regexp)
        for tag, regexp in resolvers
        if not tag.endswith(("timestamp", "bool", "merge"))
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
for word in ("t", "f"):
    _EditorLoader.add_implicit_resolver(
        "tag:yaml.org,2002:bool", __import__("re").compile("^(?:true|false)$"), [word]
    )


def test_schemas_are_schemas() -> None:
    Draft7Validator.check_schema(question_schema())
    Draft7Validator.check_schema(definition_schema())


@pytest.mark.parametrize("folder", ["questions", "decks"])
def test_every_file_of_the_real_bank_is_accepted(folder: str) -> None:
    for path in sorted((REPOSITORY / folder).glob("*.yaml")):
        assert faults(f"{folder}/{path.name}", path.read_bytes()) == []


@pytest.mark.parametrize("code", BY_ID.values(), ids=BY_ID.keys())
def test_every_good_example_is_accepted(code: Code) -> None:
    for path, data in example_files(code.good).items():
        assert faults(path, data) == []


@pytest.mark.parametrize("code", SHAPE, ids=[c.id for c in SHAPE])
def test_bad_examples_of_shape_are_refused(code: Code) -> None:
    found = [f for path, data in example_files(code.bad).items() for f in faults(path, data)]
    assert found, f"the schema accepts the bad example of {code.id}"
