"""English, as written in Britain; American English differs in the order of a date."""

from __future__ import annotations

from dataclasses import replace

from studypress.languages.catalogue import Calendar, CardWords, Language, Numerals

_CARDS = CardWords(
    claim_held_by="Claim, as held by {}",
    claimed_by="as claimed by {}",
    said_to="Said to {}",
    date_not_given="Date not given",
    parts={
        "reasons": "Reasons",
        "support": "Support",
        "objections": "Objections",
        "concedes": "Concedes",
        "limits": "Limits",
    },
    verdict="Verdict",
    verdicts={
        "agree": "agree",
        "differ": "differ",
        "contradict": "contradict",
        "only apparent": "only apparent",
        "one is silent": "one is silent",
    },
    also="also",
    not_accepted="not",
    note_on_the_text="Note on the text",
    retired="Retired",
    retired_front=(
        "This question is retired: the maintainers of the deck have withdrawn it. "
        "To remove it, choose Tools, Empty Cards."
    ),
    takes_its_place="Its place takes `{}`.",
    report="report a mistake",
    true="True",
    false="False",
    place_in_time="Its place in time",
    number_the_events=(
        "Number these events in the order in which they happened, the earliest first."
    ),
    match_speakers="Match each quotation with its speaker.",
    match_answers="Match each question with its answer.",
    caption="caption",
    find="find",
    description=(
        "Cards on *{title}*, version {version}.\n\n"
        "Every answer names the passage that proves it, and words to search for there. "
        "\\[Brackets\\] hold what that passage leaves unsaid.\n\n"
        "Updates keep every review and never double a note. What did not change is not touched; a "
        "corrected note replaces your own edits to it, unless yours are newer."
    ),
)

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NUMBERS = {name.casefold(): number for number, name in enumerate(_MONTHS, 1)}
_HALVES = {"first": (1, 6), "former": (1, 6), "second": (7, 12), "latter": (7, 12)}

_CALENDAR = Calendar(
    months=_NUMBERS | {name[:3]: number for name, number in _NUMBERS.items()},
    in_day=_MONTHS,
    alone=_MONTHS,
    parts={"early": "early", "mid": "mid", "late": "late"},
    seasons={
        "spring": (3, 5),
        "summer": (6, 8),
        "autumn": (9, 11),
        "fall": (9, 11),
        "winter": (12, 14),
    },
    halves={f"{word} half of": months for word, months in _HALVES.items()},
    leads={
        "about": "about",
        "around": "about",
        "roughly": "about",
        "before": "before",
        "after": "after",
        "by": "by",
        "until": "by",
        "since": "since",
    },
)

BRITISH = Language(_CARDS, _CALENDAR, Numerals(), shows_as_typed=True)
AMERICAN = Language(_CARDS, replace(_CALENDAR, day="{month} {day}, {year}"), Numerals())
