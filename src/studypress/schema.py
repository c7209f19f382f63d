"""The types of the format as JSON Schema, for editors.

The same walk as the decoder's, over the same descriptions. Editors type their scalars (`1953` is
a number to them), so text is string, number or boolean. `if`/`then` throughout: `oneOf` would
report every alternative that did not match.
"""

from __future__ import annotations

import json
import typing
from enum import StrEnum
from typing import Any

from studypress.decode import Parts, Variant, describe, is_mapping, optional
from studypress.model.definitions import DEFINITIONS
from studypress.model.kept import KeptPaper
from studypress.model.question import QuestionFile
from studypress.model.records import BankFile, PeopleFile, SourcesFile
from studypress.paths import DEFINITION_SCHEMA, QUESTION_SCHEMA

Schema = dict[str, Any]

_TEXT = ["string", "number", "boolean"]
_NOT_A_REFERENCE = r"^(?!\$[A-Za-z][\w-]*$)\s*\S"
_DIALECT = "http://json-schema.org/draft-07/schema#"


def question_schema() -> Schema:
    """For every file in `questions/`; a key that only one of them has tells which it is."""
    records = {"bank": BankFile, "people": PeopleFile, "texts": SourcesFile}
    return _file_schema("A file of a studypress bank", records, _schema_of(QuestionFile))


def definition_schema() -> Schema:
    """For every file in `decks/`, and the papers that are kept below it."""
    neither: Schema = {"required": ["deck"]}
    types = {"paper": KeptPaper, **DEFINITIONS}
    return _file_schema("What studypress builds", types, neither)


def schema_files() -> dict[str, str]:
    """Both, by the path where modelines point."""
    return {
        QUESTION_SCHEMA: dump(question_schema()),
        DEFINITION_SCHEMA: dump(definition_schema()),
    }


def dump(schema: Schema) -> str:
    """As committed: one key a line, so that a change shows as what it is."""
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def _file_schema(title: str, by_key: typing.Mapping[str, type], otherwise: Schema) -> Schema:
    schema = otherwise
    for name, tp in reversed(list(by_key.items())):
        schema = {"if": {"required": [name]}, "then": _schema_of(tp), "else": schema}
    return {"$schema": _DIALECT, "title": title, "type": "object", **schema}


def _schema_of(tp: Any) -> Schema:
    tp = optional(tp)
    if typing.get_origin(tp) is tuple:
        inner = typing.get_args(tp)[0]
        number = {"minimum": 1} if hasattr(inner, "several") else {}
        types = ["array", "integer"] if number else "array"
        return {"type": types, "items": _schema_of(inner)} | number
    if hasattr(tp, "__pair__"):
        return _pair_schema(tp)
    if is_mapping(tp):
        return _mapping_schema(tp)
    return _scalar_schema(tp)


def _scalar_schema(tp: Any) -> Schema:
    if tp is bool:
        return {"type": "boolean"}
    if tp is int:
        return {"type": "integer", "minimum": 0}
    if tp is str:
        return {"type": _TEXT, "pattern": _NOT_A_REFERENCE}
    if issubclass(tp, StrEnum):
        words: list[Any] = [word.value for word in tp]
        return {"enum": words + [int(word) for word in words if word.isdigit()]}
    return {"type": _TEXT, "pattern": f"^(?:{tp.pattern})$"}


def _pair_schema(tp: type) -> Schema:
    first, second = describe(tp).keys
    entry: Schema = {
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": _schema_of(second.type),
    }
    pattern = getattr(optional(first.type), "entry_pattern", None) or getattr(
        optional(first.type), "pattern", None
    )
    if pattern:
        entry["propertyNames"] = {"pattern": f"^(?:{pattern})$"}
    alone = {"type": "object"} if second.required else _schema_of(first.type)
    return {"if": {"type": "object"}, "then": entry, "else": alone}


def _mapping_schema(tp: type) -> Schema:
    description = describe(tp)
    properties, required = _own(tp)
    conditions: list[Schema] = []
    for _, inline in description.inline:
        if isinstance(inline, Variant):
            conditions.extend(_variant_conditions(inline, properties))
        else:
            conditions.extend(_part_conditions(inline, properties))
    schema: Schema = {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }
    return schema | ({"allOf": conditions} if conditions else {})


def _own(tp: type) -> tuple[Schema, list[str]]:
    keys = describe(tp).keys
    properties = {key.name: _schema_of(key.type) | _described(key.doc) for key in keys}
    return properties, [key.name for key in keys if key.required]


def _described(doc: str) -> Schema:
    return {"description": doc} if doc else {}


def _variant_conditions(variant: Variant, properties: Schema) -> list[Schema]:
    """A kind's keys: their types, which must be there, and that no other kind's may be."""
    every = sorted({key.name for tp in variant.types.values() for key in describe(tp).keys})
    conditions: list[Schema] = []
    for word, tp in variant.types.items():
        own, required = _own(tp)
        for name in every:
            properties.setdefault(name, {})
        foreign = dict.fromkeys(sorted(every - own.keys()), False)
        conditions.append(
            {
                "if": {"required": [variant.by], "properties": {variant.by: {"const": word}}},
                "then": {"properties": own | foreign, "required": required},
            }
        )
    return conditions


def _part_conditions(parts: Parts, properties: Schema) -> list[Schema]:
    """A form's keys: where one of them is there, so must be those that it cannot do without."""
    conditions: list[Schema] = []
    for tp in parts.types:
        own, required = _own(tp)
        properties.update(own)
        if len(own) > 1:
            present = {"anyOf": [{"required": [name]} for name in own]}
            conditions.append({"if": present, "then": {"required": required}})
    return conditions
