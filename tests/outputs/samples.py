"""Invented items of every response shape: the small fixed bank that outputs are tested with.

An invented lighthouse and the treaty of two invented countries, told by two invented texts, the
“Chronicle” and the “Letters”. Golden outputs show these items: add new ones at the end.
"""

from __future__ import annotations

from msgspec.structs import replace

from studypress.items import Choice, Citation, Gap, Item, Options, Rejected, Truth, Written
from studypress.model.words import Form, Importance, Kind, Level
from tests.outputs import sample_structures
from tests.outputs.sample_texts import chronicle, item, letters


def sample_items() -> tuple[Item, ...]:
    """Every response shape, plain and full, in an order that a definition might choose."""
    return (
        _treaty_signed(),
        _keeper(),
        _loan(),
        _lamp_cloze(),
        _cloze_without_context(),
        _first_lit(),
        _keeper_choice(),
        _true_statement(),
        _false_statement(),
        sample_structures.treaty_argument(),
        sample_structures.bare_argument(),
        sample_structures.light_comparison(),
        sample_structures.order_of_events(),
        sample_structures.voices(),
        sample_structures.how_far(),
    )


def sample(item_id: str, form: Form) -> Item:
    """One of them. Raises StopIteration where there is none."""
    return next(it for it in sample_items() if (it.id, it.form) == (item_id, form))


def _treaty_signed() -> Item:
    made = item(
        "treaty-signed",
        Form.SHORT,
        Kind.DATE,
        "When did Vesland and Orrin sign the Treaty of Brennick?",
        Written(
            "9 March [1871]",
            accept=("March 1871", "9 March 1871"),
            reject=(Rejected("9 May 1871", "the day on which it was ratified"),),
        ),
        (
            chronicle(12, "signed on the ninth of March"),
            chronicle(11, "Early in 1871 the envoys"),
        ),
    )
    return replace(
        made,
        why="The ferry that carried the envoys home was the last to sail before the thaw.",
        note="The printed text says “the ninth and March”, a slip for “of March” (quite sure).",
        importance=Importance.CORE,
        topic="the-treaty",
        tags=("envoys",),
    )


def _keeper() -> Item:
    made = item(
        "first-keeper",
        Form.SHORT,
        Kind.PERSON,
        "Who kept the Skerrow light in its first winter?",
        Written("Ada Thornquist", accept=("Ada Lindqvist",)),
        (letters(3, "Ada kept it alone that winter"),),
    )
    return replace(made, detail="lighthouse keeper, later harbour master of Brennick")


def _loan() -> Item:
    return item(
        "tower-loan",
        Form.SHORT,
        Kind.NUMBER,
        "How much, by the harbour board's claim, had the tower cost?",
        Written(
            "nearly 4,000 crowns (the harbour board's claim)",
            reject=(Rejected("40,000 crowns"),),
        ),
        (Citation("", "Harbour accounts, p. 7"),),
    )


def _lamp_cloze() -> Item:
    made = item(
        "lamp-oil",
        Form.CLOZE,
        Kind.FACT,
        "In the autumn of [1869] the keepers began to burn ____ in place of whale oil.",
        Gap(
            "In the autumn of [1869] the keepers began to burn ",
            "rapeseed oil",
            " in place of whale oil.",
            accept=("colza", "colza oil"),
            reject=(Rejected("paraffin", "it came only with the second lamp"),),
        ),
        (chronicle(5, "rapeseed in place of whale oil"),),
    )
    return replace(made, why="Whale oil had doubled in price.", importance=Importance.DETAIL)


def _cloze_without_context() -> Item:
    return item(
        "ferry-name",
        Form.CLOZE,
        Kind.TERM,
        "____ was the name of the ferry between Brennick and the islands.",
        Gap("", "Halcyon", " was the name of the ferry between Brennick and the islands."),
        (letters(8, "the Halcyon came in at dusk"),),
    )


def _first_lit() -> Item:
    made = item(
        "light-first-lit",
        Form.CHOICE,
        Kind.DATE,
        "When was the Skerrow light first lit?",
        Options(
            (
                Choice("4 April 1866", "the tower's foundation stone is laid"),
                Choice("1 October 1868"),
                Choice("1 October 1869", "the keepers change to rapeseed oil"),
                Choice("9 March 1871", "the Treaty of Brennick is signed"),
            ),
            key=1,
            ordered=True,
        ),
        (chronicle(4, "on the first of October 1868"),),
    )
    return replace(made, why="Shipowners paid no dues before that night.", marks=1)


def _keeper_choice() -> Item:
    made = item(
        "who-drew-the-border",
        Form.CHOICE,
        Kind.PERSON,
        "Who drew the line of the border that the two envoys accepted in the end?",
        Options(
            (
                Choice("Ada Thornquist", "lighthouse keeper"),
                Choice("Bertil Osk", "envoy of Orrin, who had asked for the whole strait"),
                Choice("Maren Quill"),
            ),
            key=2,
            ordered=False,
        ),
        (letters(14, "the line that Quill had drawn"), chronicle(12, "on the surveyor's line")),
    )
    return replace(made, detail="surveyor to the harbour board", level=Level.EXPLANATION, marks=2)


def _true_statement() -> Item:
    made = item(
        "ratified-in-may",
        Form.TRUE_FALSE,
        Kind.FACT,
        "The parliament of Orrin ratified the treaty two months after it was signed.",
        Truth(is_true=True),
        (chronicle(15, "ratified in May without a vote"),),
    )
    return replace(made, why="There was no vote, since nobody had asked for one.")


def _false_statement() -> Item:
    return item(
        "dues-shared",
        Form.TRUE_FALSE,
        Kind.FACT,
        "The treaty left all the dues of the strait to Vesland.",
        Truth(
            is_true=False, correction="It shared them: [two thirds] to Vesland, the rest to Orrin."
        ),
        (chronicle(13, "two parts in three to Vesland"),),
    )
