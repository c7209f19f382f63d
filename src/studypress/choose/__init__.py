"""What a definition takes from a bank. Pure: no clock, no chance but the definition's seed.

`cards` are those of a deck, in its `sequence`. `drawing` draws papers from the `supply`:
`requirements` say what one must be (`giveaways`, what may not stand together), `places` and
`groups` what each place of it is for, `posing` makes of that a `problem` for the `search`, which
knows nothing of questions and is made fast by `relaxing`; `contradictions` say why there is no
such paper.
"""

from studypress.choose.cards import CARD_FORMS, cards, makes_cards
from studypress.choose.drawing import Drawn, Impossible, draw, draw_all
from studypress.choose.requirements import Request

__all__ = [
    "CARD_FORMS",
    "Drawn",
    "Impossible",
    "Request",
    "cards",
    "draw",
    "draw_all",
    "makes_cards",
]
