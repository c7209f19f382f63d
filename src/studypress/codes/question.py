"""Q2: one question contradicts itself, or cannot be asked as it stands."""

from studypress.diagnostics import Code

_ASK = """- id: proposal
  kind: term
  ask: What did the envoy propose?
  answer: a cease-fire
  cite:
  - A history, chapter 1
"""
_DATE = """- id: talks
  kind: date
  ask: When did the talks begin?
  answer: 9 May 1901
  wrong:
  - 3 May 1901: the envoy's arrival
  - 5 May 1901
  cite:
  - A history, chapter 1
"""
_STATEMENT = """- id: proposal
  kind: fact
  statement: The envoy proposed an attack.
  statement-is: false
  correction: He proposed a cease-fire.
  cite:
  - A history, chapter 1
"""
_ARGUMENT = """- id: why-he-came
  kind: argument
  held-by: the historian
  claim: The envoy came too late.
  reasons:
  - point: the fighting had begun
    cite:
    - A history, chapter 1
  ask: Why, for the historian, did the envoy come too late?
  marks-for:
    reasons: 1
"""
_COMPARISON = """- id: two-envoys
  kind: comparison
  ask: How do the two accounts of the mission differ?
  sides:
  - name: The history
    says: a success
    cite:
    - A history, chapter 1
  - name: The memoir
    says: a failure
    cite:
    - A memoir, page 9
  verdict: contradict
"""
_ORDER = """- id: order-of-events
  order: [$envoy-arrives, $envoy-leaves, $treaty-signed]
"""
_MATCH = """- id: who-said-what
  match: speaker
  of: [$come-in, $go-home, $sign-here]
"""
_LONG = """- id: essay
  long: How far did the envoy succeed?
  marks: 8
  levels:
  - 5-8: weighs both sides
  - 1-4: gives one side
"""

NO_ANSWER = Code(
    "Q201",
    "a question without an answer",
    "Its card would have an empty back.",
    bad=_ASK.replace("  answer: a cease-fire\n", ""),
    good=_ASK,
)

NO_FORM = Code(
    "Q202",
    "a question that asks nothing",
    "The key that is present decides the form: `ask`, `cloze`, `statement`, `order`, `match` or `long`.",
    bad=_ASK.replace("  ask: What did the envoy propose?\n", ""),
    good=_ASK,
)

NO_KIND = Code(
    "Q203",
    "a question without a kind",
    "The kind says what type the answer has. Only `order`, `match` and `long` have none.",
    bad=_STATEMENT.replace("  kind: fact\n", ""),
    good=_STATEMENT,
)

KIND_NOT_NEEDED = Code(
    "Q204",
    "a derived question with a kind or a second form",
    "The keys of `order`, `match` and `long` follow from other questions; they know no fact of their own.",
    bad=_ORDER.replace("  order", "  kind: date\n  answer: 3 May 1901\n  order"),
    good=_ORDER,
)

WRONG_WITHOUT_ASK = Code(
    "Q205",
    "options without a question",
    "`wrong` makes a choice out of `ask` and its answer.",
    bad=_STATEMENT.replace("  cite:", "  wrong:\n  - a blockade\n  - a treaty\n  cite:"),
    good=_STATEMENT,
)

NO_CORRECTION = Code(
    "Q206",
    "a false statement without its correction",
    "Whoever reads a false statement should leave with the true one.",
    bad=_STATEMENT.replace("  correction: He proposed a cease-fire.\n", ""),
    good=_STATEMENT,
)

NEEDLESS_CORRECTION = Code(
    "Q207",
    "a correction of a true statement",
    "One of the two is a slip.",
    bad=_STATEMENT.replace("statement-is: false", "statement-is: true"),
    good=_STATEMENT,
)

OPTION_IS_KEY = Code(
    "Q208",
    "an option equal to the answer",
    "Two options would be right.",
    bad=_ASK.replace("  cite:", "  wrong:\n  - The cease-fire\n  - a blockade\n  cite:"),
    good=_ASK.replace("  cite:", "  wrong:\n  - a treaty\n  - a blockade\n  cite:"),
)

OPTION_TWICE = Code(
    "Q209",
    "an option that stands twice",
    "Case, articles and punctuation do not make two options of one.",
    bad=_ASK.replace("  cite:", "  wrong:\n  - a treaty\n  - the treaty\n  cite:"),
    good=_ASK.replace("  cite:", "  wrong:\n  - a treaty\n  - a blockade\n  cite:"),
)

OPTIONS_OVERLAP = Code(
    "Q210",
    "options that overlap",
    "A date or number that lies within another is right whenever the other is.",
    bad=_DATE.replace("- 5 May 1901", "- May 1901"),
    good=_DATE,
)

OPTION_NOT_OF_TYPE = Code(
    "Q211",
    "an option of another type than the answer",
    "An option that is no date among dates gives itself away, and cannot be put in order.",
    bad=_DATE.replace("- 5 May 1901", "- never"),
    good=_DATE,
)

SHIFT_DISAGREES = Code(
    "Q212",
    "a relative date that does not come to its answer",
    "The date that it is counted from, the shift and the answer are given; they must agree.",
    bad="- id: departure\n  kind: date\n  ask: When did the envoy leave?\n  answer: 6 May 1901\n  counted:\n    from: $envoy-arrives\n    shift: 2 days\n  cite:\n  - A history, chapter 1\n",
    good="- id: departure\n  kind: date\n  ask: When did the envoy leave?\n  answer: 5 May 1901\n  counted:\n    from: $envoy-arrives\n    shift: 2 days\n  cite:\n  - A history, chapter 1\n",
)

CONTESTED_TRUE_FALSE = Code(
    "Q213",
    "a claim asked as true or false",
    "That somebody claims it is a fact; that it is so is not.",
    bad=_STATEMENT.replace("  cite:", "  claimed-by: the minister\n  cite:"),
    good=_STATEMENT,
)

NOT_TWO_SIDES = Code(
    "Q214",
    "a comparison that does not have two sides",
    "Cards and papers set two sides next to each other.",
    bad=_COMPARISON.replace(
        "  - name: The memoir\n    says: a failure\n    cite:\n    - A memoir, page 9\n", ""
    ),
    good=_COMPARISON,
)

MARKS_FOR_NOTHING = Code(
    "Q215",
    "marks for a part that the argument does not have",
    "Nobody could earn them.",
    bad=_ARGUMENT.replace("    reasons: 1", "    reasons: 1\n    limits: 1"),
    good=_ARGUMENT,
)

LEVELS_LEAVE_GAPS = Code(
    "Q216",
    "levels of response that leave marks out",
    "The best level ends at the question's marks, each level begins where the one above it ends, and the last begins at 1.",
    bad=_LONG.replace("1-4", "1-3"),
    good=_LONG,
)

DATES_OVERLAP = Code(
    "Q217",
    "events in an ordering question whose dates overlap",
    "Where two events may have been on the same day, no order is right.",
    bad=_ORDER.replace("$treaty-signed", "$month-of-the-mission"),
    good=_ORDER,
)

NO_EVENT = Code(
    "Q218",
    "an event without a name",
    "An ordering question shows the `event` of each date question.",
    bad=_ORDER.replace("$treaty-signed", "$nameless"),
    good=_ORDER,
)

TOO_FEW_EVENTS = Code(
    "Q219",
    "too few events to put in order",
    "With two, a guess is right half of the time.",
    bad=_ORDER.replace(", $treaty-signed", ""),
    good=_ORDER,
)

SAME_ANSWER = Code(
    "Q220",
    "two pairs with one answer",
    "Each prompt of a matching question has an answer of its own, and the spare is nobody's.",
    bad=_MATCH.replace("$sign-here", "$sit-down"),
    good=_MATCH,
)

TOO_FEW_PAIRS = Code(
    "Q221",
    "too few pairs to match",
    "The last pair follows from the others.",
    bad=_MATCH.replace(", $sign-here", ""),
    good=_MATCH,
)

WRONG_OF_STRUCTURE = Code(
    "Q222",
    "options for an argument or a comparison",
    "Their answer is a structure, which no single option can hold.",
    bad=_ARGUMENT.replace(
        "  marks-for:", "  wrong:\n  - he was lazy\n  - he was ill\n  marks-for:"
    ),
    good=_ARGUMENT,
)

BAD_ALLOWANCE = Code(
    "Q223",
    "an allowance that allows nothing",
    "`allow` names the code of a warning and gives a reason. Errors cannot be allowed.",
    bad=_ASK.replace("  cite:", "  allow:\n  - Q201: it is meant\n  cite:"),
    good=_ASK.replace(
        "a cease-fire",
        "an end to all fighting on land and at sea, and a meeting of both commanders",
    ).replace("  cite:", "  allow:\n  - Q408: the terms are asked as one\n  cite:"),
)

TOO_MANY_OPTIONS = Code(
    "Q224",
    "more options than there are letters",
    "Options are lettered A to Z. Three to five serve best.",
    bad=_ASK.replace(
        "  cite:",
        "  wrong:\n" + "".join(f"  - envoy number {n}\n" for n in range(26)) + "  cite:",
    ),
    good=_ASK.replace("  cite:", "  wrong:\n  - a treaty\n  - a blockade\n  cite:"),
)
