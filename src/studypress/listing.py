"""The bank as a list: what `studypress list` shows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from studypress.bank import Bank
from studypress.counted import counted
from studypress.filters import passes
from studypress.forms import make_item
from studypress.forms.answers import distractors
from studypress.forms.citations import citations
from studypress.items import answer_lines
from studypress.model.definitions import Filter
from studypress.model.question import Question
from studypress.model.words import Form

_ASK_WIDTH = 72


def select(bank: Bank, wanted: Filter, forms: Sequence[Form]) -> list[Question]:
    """The questions that pass a filter and are asked in one of `forms` (none named: in any)."""
    return [
        q
        for q in bank.questions.values()
        if passes(q, wanted, bank) and (not forms or not set(forms).isdisjoint(q.forms))
    ]


def as_json(questions: Iterable[Question], bank: Bank) -> str:
    """The documented shape: keys may be added to it, none is taken away."""
    return json.dumps([_row(q, bank) for q in questions], ensure_ascii=False, indent=1) + "\n"


def as_table(questions: Iterable[Question], bank: Bank) -> str:
    rows = [_row(q, bank) for q in questions]
    width = max((len(row["id"]) for row in rows), default=0)
    lines = [
        f"{row['id']:<{width}}  {row['kind'] or '–':<10}  {row['importance']:<10}  "
        f"{_shortened(row['ask'] or '')}"
        for row in rows
    ]
    return "\n".join([*lines, counted(len(rows), "question")]) + "\n"


def _shortened(text: str) -> str:
    return text if len(text) <= _ASK_WIDTH else text[: _ASK_WIDTH - 1].rstrip() + "…"


def _row(question: Question, bank: Bank) -> dict[str, Any]:
    forms = question.forms
    item = make_item(question, forms[0], bank) if forms else None
    return {
        "id": str(question.id),
        "kind": question.kind.value if question.kind else None,
        "forms": [f.value for f in forms],
        "importance": question.importance.value,
        "level": int(question.level),
        "ask": item.stem if item else None,
        "answer": "\n".join(answer_lines(item.response)) or None if item else None,
        "wrong": list(distractors(question, bank)),
        "why": question.why,
        "citations": [
            {
                "text": c.place.text or c.place.shown,
                "paragraph": c.place.paragraph,
                "caption": c.place.caption,
                "evidence": c.evidence,
            }
            for c in citations(question)
        ],
        "tags": [str(t) for t in question.tags],
    }
