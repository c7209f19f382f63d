"""The invented items with structured answers: arguments, comparisons, ordering, matching, long."""

from __future__ import annotations

from msgspec.structs import replace

from studypress.items import (
    Content,
    Essay,
    Event,
    Events,
    Item,
    LevelOfResponse,
    Outline,
    Pairing,
    Part,
    Point,
    Side,
    Sides,
)
from studypress.model.words import Form, Importance, Kind, Level
from tests.outputs.sample_texts import chronicle, item, letters

_DUES = chronicle(6, "the dues were doubled by night")
_PILOTS = chronicle(7, "the pilots had no quarrel left")
_NO_SHIP = chronicle(8, "not one ship was stopped")
_TWO_YEARS = chronicle(9, "two years of talk and nothing")
_BEFORE_THE_ROOF = chronicle(10, "before the tower was roofed")

_REASONS = (
    Point(
        "night traffic doubled the dues, so that a closed strait cost both treasuries more than "
        "it could win",
        citations=(_DUES,),
    ),
    Point(
        "pilots of both countries lost their work and their quarrel with it",
        citations=(_PILOTS,),
    ),
)
_SUPPORT = Point("no ship was stopped after October 1868", citations=(_NO_SHIP,))
_OBJECTION = Point(
    "the envoys had begun to talk before the tower was finished",
    reply="they talked for two years and agreed on nothing until the light was lit",
    citations=(_TWO_YEARS, _BEFORE_THE_ROOF),
)
_CONCESSION = Point("a bad harvest had already emptied the treasury of Orrin")
_LIMIT = Point("the claim is made of the strait only")


def treaty_argument() -> Item:
    made = item(
        "light-made-the-peace",
        Form.SHORT,
        Kind.ARGUMENT,
        "How does the Chronicle argue that the lighthouse, rather than the envoys, made the peace?",
        Outline(
            "the Chronicle",
            "The peace was made by the light: once ships passed safely by night, neither side "
            "could gain by closing the strait.",
            (
                Part("reasons", "Reasons", _REASONS, marks=2),
                Part("support", "Support", (_SUPPORT,)),
                Part("objections", "Objections", (_OBJECTION,), marks=1),
                Part("concedes", "Concedes", (_CONCESSION,), marks=1),
                Part("limits", "Limits", (_LIMIT,)),
            ),
        ),
        (_DUES, _PILOTS, _NO_SHIP, _TWO_YEARS, _BEFORE_THE_ROOF),
    )
    return replace(
        made,
        marks=4,
        level=Level.ANALYSIS,
        importance=Importance.CORE,
        why="The Letters, written by an envoy's clerk, tell the same years without the light.",
    )


def bare_argument() -> Item:
    made = item(
        "surveyor-argument",
        Form.SHORT,
        Kind.ARGUMENT,
        "Why, in the surveyor's view, should the border follow the deepest water?",
        Outline(
            "Maren Quill, the surveyor",
            "A border in the deepest channel is the only one that nobody has to watch.",
            (Part("reasons", "Reasons", (Point("ships of both sides keep to it anyway"),)),),
        ),
        (letters(14, "a border nobody need watch"),),
    )
    return replace(made, level=Level.EXPLANATION)


def light_comparison() -> Item:
    made = item(
        "who-made-the-peace",
        Form.SHORT,
        Kind.COMPARISON,
        "Both texts tell how the quarrel over the strait ended. What does each say ended it?",
        Sides(
            Side(
                "The Chronicle",
                "the lighthouse, which made the strait worth more open than closed",
                (chronicle(6, "the dues were doubled by night"),),
            ),
            Side(
                "The Letters",
                "the patience of the envoys, who gave way in turn until one line was left",
                (
                    letters(11, "each gave way by turns"),
                    letters(14, "the line that Quill had drawn"),
                ),
            ),
            "contradict",
        ),
        (
            chronicle(6, "the dues were doubled by night"),
            letters(11, "each gave way by turns"),
            letters(14, "the line that Quill had drawn"),
        ),
    )
    return replace(
        made,
        marks=3,
        level=Level.ANALYSIS,
        why="They agree on every date, and differ only in what they hold to be the cause.",
    )


def order_of_events() -> Item:
    made = item(
        "from-stone-to-treaty",
        Form.ORDERING,
        None,
        "Number the events from the earliest (1) to the latest (4).",
        Events(
            (
                Event("The Treaty of Brennick is signed", "9 March [1871]", 4),
                Event("The Skerrow light is first lit", "1 October 1868", 2),
                Event("The tower's foundation stone is laid", "4 April 1866", 1),
                Event("The keepers change to rapeseed oil", "autumn of [1869]", 3),
            )
        ),
        (chronicle(4, "on the first of October 1868"), chronicle(12, "signed on the ninth")),
    )
    return replace(made, marks=3)


def voices() -> Item:
    made = item(
        "voices-on-the-strait",
        Form.MATCHING,
        None,
        "Who said it?",
        Pairing(
            (
                "“Water has no owner after dark.”",
                "“I shall sign when my ink thaws.”",
                "“Let them count the dues and then count the dead.”",
            ),
            ("Bertil Osk", "Ada Thornquist", "Maren Quill", "Sigrun Hale"),
            (1, 0, 3),
        ),
        (letters(2, "no owner after dark"), chronicle(12, "when my ink thaws")),
    )
    return replace(made, marks=3)


def how_far() -> Item:
    doubled, in_turn = (
        chronicle(6, "the dues were doubled by night"),
        letters(11, "each gave way by turns"),
    )
    made = item(
        "how-far-do-they-agree",
        Form.LONG,
        None,
        "How far do the two texts agree about what ended the quarrel over the strait?",
        Essay(
            (
                LevelOfResponse(
                    "6–8", "weighs both texts against each other and reaches a judgement"
                ),
                LevelOfResponse("3–5", "explains one account well, or both without comparing them"),
                LevelOfResponse("1–2", "states points from one text"),
            ),
            (
                Content(
                    "The Chronicle: the lighthouse made the strait worth more open than closed",
                    ("the dues doubled by night", "no ship was stopped after the light was lit"),
                    (doubled,),
                ),
                Content(
                    "The Letters: the envoys gave way in turn until one line was left",
                    (),
                    (in_turn,),
                ),
            ),
        ),
        (doubled, in_turn),
    )
    return replace(made, marks=8, level=Level.ANALYSIS, importance=Importance.CORE)
