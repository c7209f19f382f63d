"""Q3: questions that do not fit together."""

from studypress.diagnostics import Code, Severity

_ASK = """- id: proposal
  kind: term
  ask: What did the envoy propose?
  answer: a cease-fire
  cite:
  - A history, chapter 1
"""
_OTHER = """- id: venue
  kind: place
  ask: Where did the talks take place?
  answer: in the old customs house
  cite:
  - A history, chapter 2
"""

DUPLICATE_ID = Code(
    "Q301",
    "an id that is used twice",
    "An id is a question's identity for ever: a student's reviews hang on it.",
    bad=_ASK + _OTHER.replace("id: venue", "id: proposal"),
    good=_ASK + _OTHER,
)

UNKNOWN_REFERENCE = Code(
    "Q302",
    "a reference to something that does not exist",
    "A slip in a reference would become an option that students see.",
    bad=_ASK.replace("  cite:", "  after: [$arrival]\n  cite:"),
    good=_ASK.replace("  cite:", "  after: [$envoy-arrives]\n  cite:"),
)

WRONG_REFERENCE = Code(
    "Q303",
    "a reference to something of another kind",
    "An ordering question lists dates, a matching of speakers lists quotes, a person's options are persons.",
    bad="- id: order-of-events\n  order: [$envoy-arrives, $envoy-leaves, $go-home]\n",
    good="- id: order-of-events\n  order: [$envoy-arrives, $envoy-leaves, $treaty-signed]\n",
)

NO_BANK = Code(
    "Q304",
    "no questions/bank.yaml",
    "It gives the bank its namespace, of which every note's identity is a function.",
    bad="# questions/bank.yaml\n",
    good="# questions/bank.yaml\nformat: 1\nbank: example\ntitle: Example\nversion: 2026.1\nlanguage: en\ntag: example\n",
)

CIRCLE = Code(
    "Q305",
    "questions that come after each other",
    "`after` is a must: in a circle no question could come first.",
    bad=_ASK.replace("  cite:", "  after: [$venue]\n  cite:")
    + _OTHER.replace("  cite:", "  after: [$proposal]\n  cite:"),
    good=_ASK + _OTHER.replace("  cite:", "  after: [$proposal]\n  cite:"),
)

RETIRED_REFERENCE = Code(
    "Q306",
    "a reference to something that is retired",
    "What is asked no more should not come back as somebody else's option.",
    bad=_ASK.replace("  cite:", "  after: [$venue]\n  cite:")
    + _OTHER.replace("  cite:", "  retired:\n  - reason: the building was another one\n  cite:"),
    good=_ASK
    + _OTHER.replace("  cite:", "  retired:\n  - reason: the building was another one\n  cite:"),
)

SHARED_ID = Code(
    "Q307",
    "a question and a person with one id",
    "References to questions and to people look alike, so their ids must differ.",
    bad=_ASK.replace("id: proposal", "id: envoy"),
    good=_ASK,
)

# The ledger of the examples below: one question, released as a term in the form short.
_LEDGER = """# decks/notes.lock
release 1700000100 2026.1
note proposal short KXDSlXvYlFBl2 term live 1700000100 0123456789abcdef cards Question:0123
# questions/example.yaml
format: 1
topic: Example
questions:
"""
_RELEASED = _LEDGER + _ASK

PUBLISHED_QUESTION_GONE = Code(
    "Q308",
    "a released question that is gone",
    "Students have its card, and imports never delete: it would stay with them, uncorrected, for ever. A question is retired, not removed.",
    bad=_LEDGER + _OTHER,
    good=_RELEASED.replace(
        "  cite:", "  retired:\n  - reason: the envoy proposed nothing\n  cite:"
    ),
)

PUBLISHED_FORM_GONE = Code(
    "Q309",
    "a released form that is gone",
    "Students have its card. A form is retired, not removed.",
    bad=_LEDGER
    + _ASK.replace(
        "  ask: What did the envoy propose?\n  answer: a cease-fire\n",
        "  cloze: On his first day the envoy proposed a {cease-fire}.\n",
    ),
    good=_RELEASED,
)

PUBLISHED_KIND_CHANGED = Code(
    "Q310",
    "another kind under a released id",
    "It would be another question under the name, and with the reviews, of the old one.",
    bad=_LEDGER + _ASK.replace("kind: term", "kind: fact"),
    good=_RELEASED,
)

BROKEN_LEDGER = Code(
    "Q311",
    "a notes.lock that cannot be read",
    "It is the memory of what students have. After a merge that went wrong, keep the lines of both sides, a note a line.",
    bad="# decks/notes.lock\n<<<<<<< ours\n",
    good=_RELEASED,
)

NOTE_TYPE_CHANGED = Code(
    "Q312",
    "a released note type whose fields changed",
    "Anki updates no note of a type whose fields were added, removed or reordered: it makes a second type, and the cards part.",
    bad=_RELEASED.replace(
        "note proposal",
        "type question 1477917887502 1700000100 0123456789abcdef 0000000000000000\nnote proposal",
    ),
    good=_RELEASED,
)

_LANGUAGE = "# questions/bank.yaml\nformat: 1\nbank: example\ntitle: Example\nversion: 2026.1\nlanguage: en-US\ntag: example\n"

NO_CATALOGUE = Code(
    "Q320",
    "a language without a catalogue of words",
    "What studypress prints around the questions (instructions, “Answer key”) would be English.",
    bad=_LANGUAGE.replace("en-US", "xx"),
    good=_LANGUAGE,
    severity=Severity.WARNING,
)

_HEADER = "format: 1\ntopic: Cells\nquestions:\n"

NOT_READ = Code(
    "Q321",
    "a file that is not read",
    "Files right in `questions/` and `decks/` are read whose names end in `.yaml` or `.yml`. A file manager that hides endings may call one `cells.yaml.txt`.",
    bad="# questions/unit-1/cells.yaml\n" + _HEADER + _ASK,
    good="# questions/unit-1-cells.yaml\n" + _HEADER + _ASK,
    severity=Severity.WARNING,
)

LOOKALIKE_ID = Code(
    "Q316",
    "two ids that look alike",
    "Whoever reviews a change takes one for the other: `l` and `1`, `o` and `0`, `m` and `rn`, `w` and `vv`.",
    bad=_ASK + _OTHER.replace("id: venue", "id: pr0posal"),
    good=_ASK + _OTHER,
    severity=Severity.WARNING,
)

# The ledger of the examples below: a note that was adopted from somebody's deck.
_ADOPTED = """# decks/notes.lock
adopted-type 1600000003 {"id": 1600000003, "name": "Simple", "flds": [{"name": "Front"}, {"name": "Back"}, {"name": "Extra"}], "tmpls": [{"name": "Card 1", "qfmt": "{{Front}}", "afmt": "{{Back}}"}], "type": 0}
adopted proposal short {"cards": [[0, 1600000005]], "fields": {"Back": "a cease-fire", "Front": "What?"}, "guid": "abc", "id": 1600000004, "mod": 1600000000, "read": {}, "tags": [], "type": 1600000003}
# questions/example.yaml
format: 1
topic: Example
questions:
"""

FIELDS_NOT_ADOPTED = Code(
    "Q313",
    "fields of a question that was not adopted",
    "Under `fields` stand the other fields of a note that came from somebody's deck. The cards of all other questions have the fields that studypress gives them.",
    bad=_ASK.replace("  cite:", "  fields:\n  - Extra: on the first day\n  cite:"),
    good=_ASK,
)

UNKNOWN_FIELD = Code(
    "Q314",
    "a field that the note of an adopted question does not have",
    "Students have the note with the fields of its note type, each once; which they are can never change.",
    bad=_ADOPTED + _ASK.replace("  cite:", "  fields:\n  - Extar: on the first day\n  cite:"),
    good=_ADOPTED + _ASK.replace("  cite:", "  fields:\n  - Extra: on the first day\n  cite:"),
)

PUBLISHED_IDENTITY_CHANGED = Code(
    "Q315",
    "released notes that would become others",
    "A note's identity is a function of bank, question and form, or was adopted. Were it to change, every student would get a second note beside the one that they have reviewed.",
    bad=_RELEASED.replace("KXDSlXvYlFBl2", "abcdefgh"),
    good=_RELEASED,
)
