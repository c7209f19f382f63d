"""The table of all codes."""

from __future__ import annotations

from collections.abc import Mapping

from studypress.codes import bank, definitions, evidence, question, shape, syntax, writing
from studypress.diagnostics import Code

_GROUPS = (syntax, shape, question, bank, writing, definitions, evidence)

BY_ID: Mapping[str, Code] = {
    code.id: code for group in _GROUPS for code in vars(group).values() if isinstance(code, Code)
}
