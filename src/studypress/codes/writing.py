"""Q4: sound, but not well written. After Haladyna, Downing & Rodriguez 2002, the NBME's list of
item flaws and Wozniak's rules; the thresholds are ours."""

from studypress.diagnostics import Code, Severity

_CHOICE = """- id: proposal
  kind: term
  ask: What did the envoy propose?
  answer: a cease-fire
  wrong:
  - a treaty
  - a blockade
  cite:
  - A history, chapter 1
"""
_CLOZE = """- id: proposal
  kind: fact
  cloze: On his first day the envoy proposed a {cease-fire}.
  cite:
  - A history, chapter 1
"""

KEY_IS_LONGEST = Code(
    "Q401",
    "the key is much longer than the other options",
    "Students learn that the longest option is right.",
    bad=_CHOICE.replace("a cease-fire", "a cease-fire on land and at sea, to begin at once"),
    good=_CHOICE,
    severity=Severity.WARNING,
)

ALL_OF_THE_ABOVE = Code(
    "Q402",
    "“all of the above”",
    "Whoever sees two right options knows the answer; and options are shuffled, so that nothing is above.",
    bad=_CHOICE.replace("- a blockade", "- all of the above"),
    good=_CHOICE,
    severity=Severity.WARNING,
)

NEGATIVE_STEM = Code(
    "Q403",
    "a negative stem",
    "A stem with “not” or “except” tests reading, not knowledge.",
    bad=_CHOICE.replace("What did the envoy propose?", "Which of these did the envoy not propose?"),
    good=_CHOICE,
    severity=Severity.WARNING,
)

NUMBER_OF_OPTIONS = Code(
    "Q404",
    "fewer than three or more than five options",
    "With two, half of all guesses are right; the sixth is never chosen.",
    bad=_CHOICE.replace("  - a treaty\n", ""),
    good=_CHOICE,
    severity=Severity.WARNING,
)

KEY_IN_STEM = Code(
    "Q405",
    "the answer stands in the question",
    "Then nothing is asked.",
    bad=_CHOICE.replace(
        "What did the envoy propose?", "Who wanted a cease-fire, and what did the envoy propose?"
    ),
    good=_CHOICE,
    severity=Severity.WARNING,
)

INCOMPLETE_STEM = Code(
    "Q406",
    "a stem that is not a question",
    "A stem asks in full, so that one could answer without seeing the options.",
    bad=_CHOICE.replace("What did the envoy propose?", "The envoy"),
    good=_CHOICE,
    severity=Severity.WARNING,
)

GAP_SIZE = Code(
    "Q407",
    "a gap too wide, or too little text around it",
    "One to four words in the gap and at least four around it: else several answers fit.",
    bad=_CLOZE.replace(
        "On his first day the envoy proposed a {cease-fire}",
        "He proposed {an end to all the fighting on land}",
    ),
    good=_CLOZE,
    severity=Severity.WARNING,
)

LONG_ANSWER = Code(
    "Q408",
    "an answer of more than twelve words",
    "A card asks one thing. Ask for the parts one by one, or write an argument.",
    bad=_CHOICE.replace("  wrong:\n  - a treaty\n  - a blockade\n", "").replace(
        "a cease-fire",
        "an end to all fighting on land and at sea, and a meeting of both commanders",
    ),
    good=_CHOICE,
    severity=Severity.WARNING,
)

YES_OR_NO = Code(
    "Q409",
    "a question that is answered by yes or no",
    "Half of all guesses are right, and nothing is recalled.",
    bad=_CHOICE.replace("  wrong:\n  - a treaty\n  - a blockade\n", "")
    .replace("What did the envoy propose?", "Did the envoy propose a truce?")
    .replace("a cease-fire", "yes"),
    good=_CHOICE,
    severity=Severity.WARNING,
)

SAME_STEM = Code(
    "Q410",
    "two questions with the same stem",
    "Whoever learns both will mix them up.",
    bad=_CHOICE
    + _CHOICE.replace("id: proposal", "id: second-proposal").replace(
        "a cease-fire", "an exchange of prisoners"
    ),
    good=_CHOICE,
    severity=Severity.WARNING,
)

LONG_STEM = Code(
    "Q411",
    "a stem of more than sixty words",
    "Put what is not needed elsewhere; a long passage belongs in a source extract.",
    bad=_CHOICE.replace(
        "What did the envoy propose?",
        "After a journey of " + "many days and " * 30 + "nights, what did he propose?",
    ),
    good=_CHOICE,
    severity=Severity.WARNING,
)

LIST_ANSWER = Code(
    "Q412",
    "a question that asks for a list",
    "Lists are forgotten as a whole. Ask for each thing by itself, or for one of them.",
    bad=_CHOICE.replace(
        "What did the envoy propose?", "List the three things that the envoy proposed."
    ),
    good=_CHOICE,
    severity=Severity.WARNING,
)
