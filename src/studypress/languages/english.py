"""English, as written in Britain; American English differs in the order of a date."""

from __future__ import annotations

from msgspec.structs import replace

from studypress.languages.catalogue import (
    Calendar,
    CardWords,
    Language,
    Numerals,
    PaperWords,
    ReleaseWords,
)

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
        "only apparent": "they contradict each other only in appearance",
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
    takes_its_place="`{}` takes its place.",
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
    find="find “{}”",
    quotation="“{}”",
    description=(
        "Cards on *{title}*, version {version}.\n\n"
        "Every answer names the passage that proves it, and words to search for there. "
        "\\[Brackets\\] hold what that passage leaves unsaid.\n\n"
        "Updates keep every review and never double a note. What did not change is not touched; a "
        "corrected note replaces your own edits to it, unless yours are newer."
    ),
)

_PAPERS = PaperWords(
    plural=lambda count: 0 if count == 1 else 1,
    questions=("question", "questions"),
    marks=("mark", "marks"),
    minutes=("minute", "minutes"),
    name="Name",
    date="Date",
    class_="Class",
    teacher="Teacher",
    section="Section {letter}. {title}",
    section_row="Section",
    marks_row="Marks",
    score_row="Score",
    total="Total",
    version="Version {}",
    page="Page {page} of {pages}",
    blank="blank",
    if_false="If false, what is true?",
    true_letter="T",
    false_letter="F",
    end="End of test",
    large_print="Large print",
    instructions_head="Instructions",
    answer_all="Answer all questions.",
    answer_on_lines="Write on the lines; ask for more paper if you need it.",
    change_a_letter="To change a letter that you have marked, cross it out and mark another.",
    marks_in_brackets="The marks for each question are shown in brackets.",
    labels_beside="The label at the right of a question names the text or texts that it is about.",
    labels_under="The label under a question names the text or texts that it is about.",
    use_handout="Use the handout, whose paragraphs are numbered.",
    study_extract="Study the extract.",
    study_extracts="Study the extracts.",
    extract="Extract",
    extract_number="Extract {}",
    paragraph="{}, paragraph {}",
    paragraphs="{}, paragraphs {}",
    paste_extract="Paste here: {}",
    for_reading="For reading",
    fill_reading=(
        "This text is printed where it is at hand: studypress build {name} --text {text}=FILE"
    ),
    instructions={
        "short": "Write your answer on the lines; the marks show how much is expected.",
        "state": "State what is asked in a few words.",
        "explain": "Explain in full sentences; the marks show how many points to make.",
        "analyse": (
            "Analyse the argument in full sentences; the marks show how many points to make."
        ),
        "compare": "Compare what each side holds, and say how the two stand to each other.",
        "assess": "Assess in full sentences, with evidence, and reach a judgement.",
        "choice": "Choose the one right answer and mark its letter.",
        "cloze": "Complete each sentence. All blanks are of one length.",
        "true-false": "Mark T or F. Where a statement is false, write what is true on the line.",
        "ordering": "Write one number in each box, 1 for the earliest event.",
        "matching": "Write one letter in each box. Not every letter need be used.",
        "long": "Answer in full sentences, and give evidence for what you say.",
    },
    commands={
        "state": "State",
        "explain": "Explain",
        "analyse": "Analyse",
        "compare": "Compare",
        "assess": "Assess",
    },
    answer_key="Answer key",
    warning="ANSWER KEY — do not distribute",
    accept="Accept",
    reject="Reject",
    claim="Claim",
    reply="Reply: {}",
    unused="unused",
    indicative="Indicative content",
    note="Note",
    supplied="[ ] supplied: not in the words cited.",
    marking="Marking",
    mark_the_meaning=(
        "Meaning counts, not wording; spelling costs nothing where it is clear what is meant."
    ),
    mark_dates_and_numbers=(
        "The right month and year of a date earn the mark unless the question says “exact”; "
        "so does a number without “some”, “nearly” and the like."
    ),
    enough={"day": "month and year are enough", "hedge": "enough without its hedge"},
    whole_answer="{} for the whole answer, fewer for a part of it that is right.",
    letter_with_correction="The mark is for {} together with what is true.",
    letter_and_correction="1 mark for {}, {} for what is true.",
    each_number="1 mark for each right number, at most {}.",
    one_out_of_place="One event out of place, the others in order: {}.",
    each_pair="1 mark for each right pair.",
    in_proportion="All {right} right: {all}. Otherwise {marks} × right ÷ {right}, rounded down.",
    one_for_any="1 mark for any",
    each_step="1 mark each",
    each_step_at_most="1 mark each, at most {}",
    step_and_reply="1 mark each, 1 for the reply",
    up_to="up to {}",
    of_sum="The parts make {total} marks; give {marks} × their sum ÷ {total}, rounded.",
    each_side="1 mark for each side.",
    each_side_and_verdict="1 mark for each side, 1 for the verdict{}, in whatever words.",
    and_evidence=", {} for evidence",
    sides_with_verdict="The mark is for both sides with the verdict.",
    best_level=(
        "Find the level that fits the answer best; within it, the better answer has the "
        "higher mark."
    ),
    each_point="1 mark for each of these points, or another as good, at most {}.",
    all_versions="Answers of all versions",
    question="Question",
    answer="Answer",
    see_key="see the key",
    boxes_from_top="the boxes, from the top",
    list_number="No.",
    version_column="Version",
    maximum="Maximum marks",
)

_RELEASE = ReleaseWords(
    head="Release {version}",
    counts=(
        "{total} notes: {added} added, {changed} changed, {retired} retired, "
        "{unchanged} unchanged, {lost} ids lost."
    ),
    promise="Every review is kept. Notes that did not change are not touched.",
    changed=(
        "A changed note replaces what you edited or tagged in it yourself, unless your change "
        "is newer than this release:"
    ),
    since=", since it shows {}",
    conjunction=" and ",
    retired="Retired (Tools, Empty Cards removes them all):",
    retired_adopted="Retired, and only tagged so (search for tag:*::retired, and delete them):",
    added="Added:",
    left="In no deck any more; who has them keeps them:",
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
    openings=("from", "between"),
    joints=("to", "and", "–"),
)

_UNITS = ("hour", "day", "week", "month", "year", "decade", "percent", "century")
_NUMERALS = Numerals(
    hedges=(
        "approximately", "perhaps", "roughly", "around", "about", "almost", "nearly", "some",
        "more than", "less than", "fewer than", "at least", "at most", "up to", "over", "under",
        "close to", "an estimated", "well over",
    ),
    scales={
        "hundred": 100,
        "thousand": 1000,
        "million": 10**6,
        "billion": 10**9,
        "trillion": 10**12,
    },
    units={unit: unit for unit in _UNITS}
    | {f"{unit}s": unit for unit in _UNITS}
    | {"centuries": "century", "per": "percent", "%": "percent"},
)  # fmt: skip

BRITISH = Language(_CARDS, _PAPERS, _RELEASE, _CALENDAR, _NUMERALS, shows_as_typed=True)
AMERICAN = Language(
    _CARDS, _PAPERS, _RELEASE, replace(_CALENDAR, day="{month} {day}, {year}"), _NUMERALS
)
