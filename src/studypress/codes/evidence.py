"""Q6: answers and their proof in the texts."""

from studypress.diagnostics import Code

_TEXT = """# questions/sources.yaml
format: 1
texts:
- key: history
  title: A history of the mission
  label: History
  by: an invented historian
  paragraphs: 6
# questions/base.yaml
# questions/example.yaml
format: 1
topic: Example
questions:
"""
_SOURCES = f"""{_TEXT}- id: proposal
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
_ARRIVAL = f"""{_TEXT}- id: arrival
  kind: date
  ask: When did the envoy arrive in the capital?
  answer: 3 May 1901
  cite:
  - history 1: arrived on May 3, 1901
"""
_DEPARTURE = f"""{_ARRIVAL}- id: departure
  kind: date
  ask: When did the envoy leave the capital again?
  answer: 5 May [1901]
  counted:
    from: $arrival
    shift: 2 days
  cite:
  - history 1: Two days later, she left
  - history 1: arrived on May 3, 1901
"""
_PARTY = f"""{_TEXT}- id: party
  kind: number
  counts: companions of the envoy
  ask: How many people came with the envoy?
  answer: some 20 people
  cite:
  - history 2: Some 20 people came with
"""
_HOST = f"""{_TEXT}- id: host
  kind: person
  ask: Who received the envoy in the capital?
  answer: $minister
  cite:
  - history 4: Ben Minister received her in
"""
_WELCOME = f"""{_TEXT}- id: welcome
  kind: quote
  words: Come in and sit down
  speaker: $minister
  ask: Who welcomed the envoy with these words?
  cite:
  - history 4: Come in and sit down
"""
_PLACE = f"""{_TEXT}- id: venue
  kind: place
  ask: In which house did the talks take place?
  answer: the Customs House
  cite:
  - history 5: held in the Customs House
"""
_ARGUMENT = f"""{_TEXT}- id: too-late
  kind: argument
  held-by: the history
  claim: The envoy came too late.
  reasons:
  - point: the fighting had begun
    cite:
    - history 2: the fighting had begun before
  ask: Why, for the history, did the envoy come too late?
"""

NOT_PROVED = Code(
    "Q606",
    "a citation that is not proved",
    "`questions/evidence.lock` proves each citation without the text. A new or changed citation is "
    "proved when whoever has the text runs `studypress sources lock`.",
    bad=_SOURCES.replace("both sides cease fire", "all of them go home"),
    good=_SOURCES,
)

DATE_NOT_IN_EVIDENCE = Code(
    "Q607",
    "a date that its evidence does not say",
    "Day, month, year, season and part stand in the words of one citation. What you supply goes in [brackets].",
    bad=_ARRIVAL.replace("answer: 3 May", "answer: 4 May"),
    good=_ARRIVAL,
)

SUPPLIED_NOT_CITED = Code(
    "Q608",
    "a supplied part without a citation of its own",
    "What stands in [brackets] is an inference; the second citation says from what.",
    bad=_ARRIVAL.replace("3 May 1901\n", "3 May [1901]\n").replace(
        "arrived on May 3, 1901", "The envoy arrived on May 3"
    ),
    good=_DEPARTURE,
)

SHIFT_NOT_IN_EVIDENCE = Code(
    "Q609",
    "a relative date whose span its evidence does not say",
    "The text's own words for the span prove a relative date: “two days later”, “the following month”.",
    bad=_DEPARTURE.replace("Two days later, she left", "she left the capital again"),
    good=_DEPARTURE,
)

NUMBER_NOT_IN_EVIDENCE = Code(
    "Q610",
    "a number, or its hedge, that its evidence does not say",
    "“Some 20” is another claim than “20”: the hedge of the text stays, and none is added.",
    bad=_PARTY.replace("answer: some 20", "answer: 20"),
    good=_PARTY,
)

NAME_NOT_IN_EVIDENCE = Code(
    "Q611",
    "a person whom the evidence does not name",
    "The evidence holds one of the names in `questions/people.yaml`. Where the sentence has only “he”, cite the one with the name too.",
    bad=_HOST.replace("answer: $minister", "answer: $general"),
    good=_HOST,
)

QUOTE_NOT_IN_EVIDENCE = Code(
    "Q612",
    "a quotation that is not word for word",
    "The words of a historical speaker are quoted as the text has them, and cited whole.",
    bad=_WELCOME.replace("words: Come in and sit", "words: Come in and lie"),
    good=_WELCOME,
)

ANSWER_NOT_IN_EVIDENCE = Code(
    "Q613",
    "a figure or name in an answer that its evidence does not say",
    "Every number and proper name of an answer or a gap stands in the words of one of its citations.",
    bad=_PLACE.replace("answer: the Customs", "answer: the Council"),
    good=_PLACE,
)

STEP_NOT_CITED = Code(
    "Q614",
    "a step of an argument, or a side, that cites nothing",
    "Each step proves itself, and so does each side.",
    bad=_ARGUMENT.replace("  ask: Why", "  - point: nobody had called\n  ask: Why"),
    good=_ARGUMENT,
)

BROKEN_LOCK = Code(
    "Q615",
    "an evidence.lock that cannot be read",
    "It is written by `studypress sources lock` and not edited. After a merge that went wrong, write it anew.",
    bad="# questions/evidence.lock\n<<<<<<< ours\n",
    good=_SOURCES,
)

EVIDENCE_NOT_FOUND = Code(
    "Q616",
    "evidence that the text does not have where it is cited",
    "`studypress sources lock` found the words in another paragraph, in several, or nowhere. It writes nothing until each citation is found in its place and there only.",
    bad=_SOURCES.replace("both sides cease fire", "all of them go home"),
    good=_SOURCES,
)

OTHER_EDITION = Code(
    "Q617",
    "a copy of a text with another number of paragraphs",
    "The copy given to `studypress sources lock` is another edition than `questions/sources.yaml` describes, or is numbered by another rule.",
    bad=_SOURCES.replace("paragraphs: 6", "paragraphs: 7"),
    good=_SOURCES,
)

_EXTRACT = """# decks/test.yaml
quiz: A short test
format: 1
minutes: 10
sections:
- title: The mission
  form: short
  count: 1
  extract: history 3
"""

OTHER_COPY = Code(
    "Q618",
    "a copy of a text that is not the one of the lock",
    "`build --text KEY=FILE` prints an extract, or the whole text, only where its paragraphs are those in which the evidence was found.",
    bad=_SOURCES.replace("paragraphs: 6", "paragraphs: 7")
    + _EXTRACT.replace("history 3", "history 7"),
    good=_SOURCES + _EXTRACT,
)
