"""Q1: the YAML is sound, but its keys and values are not those of the format."""

from studypress.diagnostics import Code

_GOOD = """- id: offer
  kind: term
  ask: What did the envoy propose?
  answer: a cease-fire
  cite:
  - A history, chapter 1
"""

MISSING_KEY = Code(
    "Q101",
    "a key is missing",
    "Without it there is nothing to build.",
    bad="- id: offer\n  kind: date\n  ask: When did the envoy arrive?\n  cite:\n  - A history, chapter 1\n",
    good="- id: offer\n  kind: date\n  ask: When did the envoy arrive?\n  answer: 3 May 1901\n  cite:\n  - A history, chapter 1\n",
)

EMPTY_VALUE = Code(
    "Q102",
    "a key without a value",
    "An empty question would become an empty card, which Anki drops without a word.",
    bad=_GOOD.replace("What did the envoy propose?", ""),
    good=_GOOD,
)

UNKNOWN_KEY = Code(
    "Q103",
    "an unknown key",
    "A misspelt key would be left out of the card, silently.",
    bad=_GOOD.replace("answer:", "anwser:"),
    good=_GOOD,
)

UNKNOWN_VALUE = Code(
    "Q104",
    "an unknown word",
    "This key takes one of a few words, because each means something to the program.",
    bad=_GOOD.replace("kind: term", "kind: trem"),
    good=_GOOD,
)

WRONG_SHAPE = Code(
    "Q105",
    "a list, keys or text where something else is expected",
    "Most often text with a colon that was not quoted, or a list that was typed on one line.",
    bad=_GOOD.replace("a cease-fire", "\n  - a cease-fire"),
    good=_GOOD,
)

NOT_A_NUMBER = Code(
    "Q106",
    "not a whole number",
    "Counts, marks and minutes are digits.",
    bad="- id: essay\n  long: How far did the envoy succeed?\n  marks: eight\n",
    good="- id: essay\n  long: How far did the envoy succeed?\n  marks: 8\n",
)

FREE_TEXT_IN_BRACKETS = Code(
    "Q107",
    "free text in a list in brackets",
    "`[July 27, 1953]` is two values. Lists in brackets hold references and words of a closed set; text stands one a line.",
    bad=_GOOD.replace("a cease-fire", "[a cease-fire, by July 27, 1901]"),
    good=_GOOD.replace("  cite:", "  accept:\n  - a truce\n  - an end to the fighting\n  cite:"),
)

NOT_TRUE_OR_FALSE = Code(
    "Q108",
    "neither true nor false",
    "YAML programs differ over `yes`, `no`, `on` and `off`.",
    bad="- id: offer\n  kind: fact\n  statement: The envoy proposed a cease-fire.\n  statement-is: yes\n  cite:\n  - A history, chapter 1\n",
    good="- id: offer\n  kind: fact\n  statement: The envoy proposed a cease-fire.\n  statement-is: true\n  cite:\n  - A history, chapter 1\n",
)

BAD_ID = Code(
    "Q109",
    "not an id",
    "An id is a question's identity for ever: small letters and digits in words joined by hyphens, beginning with a letter.",
    bad=_GOOD.replace("id: offer", "id: The Offer"),
    good=_GOOD.replace("id: offer", "id: the-offer"),
)

BAD_DATE = Code(
    "Q110",
    "not a date",
    "Dates are written as one says them: 27 July 1953, July 1953, early May 1953, mid-June 1951, spring 1952, latter half of 1952, about 18 June 1953, by June 1951, 10 July 1951 to 27 July 1953.",
    bad="- id: offer\n  kind: date\n  ask: When did the envoy arrive?\n  answer: in the spring\n  cite:\n  - A history, chapter 1\n",
    good="- id: offer\n  kind: date\n  ask: When did the envoy arrive?\n  answer: spring 1901\n  cite:\n  - A history, chapter 1\n",
)

BAD_NUMBER = Code(
    "Q111",
    "not a number",
    "Numbers are written as one reads them: 14 allies, some 300,000 soldiers, two to three years, one-third of the men, roughly 50 percent, $77 billion.",
    bad="- id: envoys\n  kind: number\n  counts: envoys\n  ask: How many envoys came?\n  answer: a good few\n  cite:\n  - A history, chapter 1\n",
    good="- id: envoys\n  kind: number\n  counts: envoys\n  ask: How many envoys came?\n  answer: some 20 envoys\n  cite:\n  - A history, chapter 1\n",
)

BAD_REFERENCE = Code(
    "Q112",
    "not a reference",
    "A reference is a whole value: `$` and an id.",
    bad="- id: order-of-events\n  order: [envoy-arrives, envoy-leaves, treaty-signed]\n",
    good="- id: order-of-events\n  order: [$envoy-arrives, $envoy-leaves, $treaty-signed]\n",
)

BAD_CITATION = Code(
    "Q113",
    "not a citation",
    "A citation is `text paragraph: evidence`, as in `history 3: proposed that both sides cease fire`; a caption is `history 3 caption: …`.",
    bad=_GOOD.replace("A history, chapter 1", "history one: proposed that both cease firing"),
    good=_GOOD,
)

BAD_FORMAT = Code(
    "Q114",
    "a format that this program does not know",
    "`format: 1` is the only one so far. A newer file needs a newer studypress.",
    bad="format: 7\ntopic: From the future\n",
    good="format: 1\ntopic: From today\n",
)

KEY_OF_OTHER_KIND = Code(
    "Q115",
    "a key that goes with another kind",
    "The kind says what is known, and so which keys there are: a quote has `words` and a `speaker`, a number `counts`.",
    bad=_GOOD.replace("  cite:", "  speaker: $envoy\n  cite:"),
    good=_GOOD,
)

REFERENCE_NOT_HERE = Code(
    "Q116",
    "a reference where text is expected",
    "It would be shown to students as it stands.",
    bad=_GOOD.replace("a cease-fire", "$cease-fire"),
    good=_GOOD,
)

BAD_RANGE = Code(
    "Q117",
    "not a range of numbers",
    "A range is written as its lowest and highest number, as in `3-5`: the marks of a level, the paragraphs of a section.",
    bad="- id: essay\n  long: How far did the envoy succeed?\n  marks: 8\n  levels:\n  - best: weighs both sides\n",
    good="- id: essay\n  long: How far did the envoy succeed?\n  marks: 8\n  levels:\n  - 5-8: weighs both sides\n  - 1-4: gives one side\n",
)

BAD_CLOZE = Code(
    "Q118",
    "not a cloze text",
    "A cloze text has one gap in braces and text around it; `{{` is a brace.",
    bad="- id: offer\n  kind: fact\n  cloze: The envoy proposed a cease-fire at once.\n  cite:\n  - A history, chapter 1\n",
    good="- id: offer\n  kind: fact\n  cloze: The envoy proposed a {cease-fire} at once.\n  cite:\n  - A history, chapter 1\n",
)

BAD_SHIFT = Code(
    "Q119",
    "not a span of time",
    "A shift is a number and days, weeks, months or years, as in `2 days`, `about 2 weeks`, `1 month earlier`.",
    bad="- id: offer\n  kind: date\n  ask: When did the envoy leave?\n  answer: 3 May 1901\n  counted:\n    from: $envoy-arrives\n    shift: soon after\n  cite:\n  - A history, chapter 1\n",
    good="- id: offer\n  kind: date\n  ask: When did the envoy leave?\n  answer: 5 May 1901\n  counted:\n    from: $envoy-arrives\n    shift: 2 days\n  cite:\n  - A history, chapter 1\n",
)

_QUIZ = "# decks/test.yaml\nquiz: A short test\nformat: 1\nminutes: 10\nsections:\n- title: The mission\n  form: short\n  count: 1\n"

BAD_FOLDER = Code(
    "Q125",
    "not a folder within decks/",
    "A look stands in the repository, in a folder below `decks/`; no path leads out of it.",
    bad=_QUIZ + "look: ../elsewhere\n",
    good=_QUIZ,
)

BAD_EXTRACT = Code(
    "Q124",
    "not an extract",
    "An extract is the key of a text and a paragraph, or the first and the last, as in `essay 31-32`; a comma parts several.",
    bad=_QUIZ + "  extract: essay, from 31 on\n",
    good=_QUIZ,
)

_BANK = "# questions/bank.yaml\nformat: 1\nbank: example\ntitle: Example\nversion: 2026.1\nlanguage: en\ntag: example\n"

BAD_ADDRESS = Code(
    "Q120",
    "not an address",
    "A link on a card leads to a web page or writes a mail; it never runs a script.",
    bad=_BANK + "report: javascript:alert(1)\n",
    good=_BANK + "report: https://example.org/report?id=\n",
)

LOOKALIKE_LETTER = Code(
    "Q122",
    "an id with a letter that only looks Latin",
    "Ids are Latin letters, so that two which look the same are the same. Some Cyrillic and Greek letters cannot be told from them.",
    bad=_GOOD.replace("id: offer", "id: \u043effer"),
    good=_GOOD,
)

BAD_VERSION = Code(
    "Q121",
    "not a version",
    "Versions are letters, A to Z and then AA to ZZ, each once, or a whole number of them.",
    bad=_QUIZ + "versions: [first, second]\n",
    good=_QUIZ + "versions: [A, B]\n",
)
