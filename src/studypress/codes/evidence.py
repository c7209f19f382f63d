"""Q6: answers and their proof in the texts."""

from studypress.diagnostics import Code

_SOURCES = """# questions/sources.yaml
format: 1
texts:
- key: history
  title: A history of the mission
  label: History
  by: an invented historian
  paragraphs: 12
# questions/base.yaml
# questions/example.yaml
format: 1
topic: Example
questions:
- id: proposal
  kind: term
  ask: What did the envoy propose?
  answer: a cease-fire
  cite:
  - history 3: proposed that both sides cease fire
"""

NOT_CITED = Code(
    "Q601",
    "a question without a citation",
    "Every answer proves itself against its source.",
    bad="- id: proposal\n  kind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n",
    good="- id: proposal\n  kind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
)

UNKNOWN_TEXT = Code(
    "Q602",
    "a citation of a text that the bank does not have",
    "Texts are recorded in `questions/sources.yaml`, each with the key that citations use.",
    bad=_SOURCES.replace("history 3:", "hystory 3:"),
    good=_SOURCES,
)

NO_SUCH_PARAGRAPH = Code(
    "Q603",
    "a citation of a paragraph that the text does not have",
    "Paragraphs are numbered from 1 to the number in `questions/sources.yaml`.",
    bad=_SOURCES.replace("history 3:", "history 13:"),
    good=_SOURCES,
)

EVIDENCE_LENGTH = Code(
    "Q604",
    "evidence that is too short or too long",
    "Four to seven words find one place in a text and copy nothing from it. Only a historical speaker's own words may be longer.",
    bad=_SOURCES.replace("proposed that both sides cease fire", "cease fire"),
    good=_SOURCES,
)

NO_EVIDENCE = Code(
    "Q605",
    "a citation without evidence",
    "Where a bank records its texts, each citation names text, paragraph and the words to find there.",
    bad=_SOURCES.replace("history 3: proposed that both sides cease fire", "history 3"),
    good=_SOURCES,
)
