"""Rules that hold the bank against what was published: students keep it for years."""

from __future__ import annotations

from studypress import codes
from studypress.bank import Bank
from studypress.diagnostics import Report, Span
from studypress.identity import Identity
from studypress.ledger import ANY_KIND, Content, Ledger
from studypress.model.question import Question
from studypress.model.words import Form
from studypress.paths import LEDGER_FILE

_LEDGER = Span(LEDGER_FILE)


def check_published(bank: Bank, ledger: Ledger, report: Report) -> None:
    """Every published note is still itself and has its question, of its kind, in its form or
    retired."""
    identity = ledger.identity(str(bank.record.bank))
    _check_identity(identity, ledger, report)
    for note in ledger.notes.values():
        question = bank.questions.get(note.content.id)
        if question is None:
            _gone(note.content, report)
        else:
            _check(question, note.content, report)


def _check_identity(identity: Identity, ledger: Ledger, report: Report) -> None:
    """Reported once: what changes the identity of one note changes that of all."""
    published = (note.content for note in ledger.notes.values())
    strangers = [c for c in published if identity.guid(c.id, Form(c.form)) != c.guid]
    if strangers:
        first = strangers[0]
        report.add(
            codes.PUBLISHED_IDENTITY_CHANGED,
            _LEDGER,
            f"{len(strangers)} released notes would become others, `{first.id}` among them",
            help="put `bank:` in bank.yaml back as it was, and the `adopted` lines of notes.lock",
        )


def _gone(published: Content, report: Report) -> None:
    report.add(
        codes.PUBLISHED_QUESTION_GONE,
        _LEDGER,
        f"the question `{published.id}` was released, and is gone",
        help="put it back; to ask it no more, give it `retired:` and, below, `- reason: …`",
    )


def _check(question: Question, published: Content, report: Report) -> None:
    kind = question.kind.value if question.kind else "-"
    if published.kind not in (kind, ANY_KIND):
        report.add(
            codes.PUBLISHED_KIND_CHANGED,
            question.at("kind"),
            f"`{question.id}` was released as a {published.kind}, and is a {kind} now",
            help="an id is an identity for ever: retire it, and give the new question another id",
        )
    if Form(published.form) not in question.written_forms:
        retiring = f"`retired:` and, below, `- form: {published.form}` and its `reason:`"
        report.add(
            codes.PUBLISHED_FORM_GONE,
            question.at("id"),
            f"`{question.id}` was released as {published.form}, and has no such form any more",
            help=f"put its keys back; to ask it so no more, add {retiring}",
        )
