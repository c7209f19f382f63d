"""Every code, by group; `studypress explain` shows them.

Q0 syntax, Q1 shape, Q2 one question, Q3 bank, Q4 item-writing, Q5 definitions and papers,
Q6 evidence. A code never changes its meaning. Adding one: an entry here; a test fails until it
has a bad and a good example that behave so.
"""

from studypress.codes.bank import *  # noqa: F403
from studypress.codes.definitions import *  # noqa: F403
from studypress.codes.evidence import *  # noqa: F403
from studypress.codes.question import *  # noqa: F403
from studypress.codes.shape import *  # noqa: F403
from studypress.codes.syntax import *  # noqa: F403
from studypress.codes.writing import *  # noqa: F403
