"""Why there is no paper: smallest groups of requirements that cannot hold together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from studypress.choose.groups import Group, groups, narrowed
from studypress.choose.places import plain
from studypress.choose.posing import pose
from studypress.choose.requirements import Count, Least, Most, Must, Request, Requirement
from studypress.choose.search import Undecided, find


def contradictions(request: Request) -> Iterator[tuple[Requirement, ...]]:
    """Groups of requirements that cannot hold together, of which each is needed, and which
    demand different things. There is none where there is a paper."""
    left = request.requirements
    while not _possible(request, left):
        group = _smallest(request, left)
        yield group
        left = tuple(r for r in left if r not in group or not isinstance(r, Count | Least | Must))


def _smallest(request: Request, requirements: Sequence[Requirement]) -> tuple[Requirement, ...]:
    """What is left when everything is dropped that can be, whole sections first."""
    sections = range(len(request.quiz.sections))
    whole = [tuple(r for r in requirements if _of_section(r, n)) for n in sections]
    kept = tuple(requirements)
    for dropped in (*reversed(whole), *((r,) for r in requirements)):
        rest = tuple(r for r in kept if r not in dropped)
        if len(rest) < len(kept) and not _possible(request, rest):
            kept = rest
    return kept


def _of_section(requirement: Requirement, section: int) -> bool:
    return isinstance(requirement, Most | Least | Count) and requirement.section == section


def _possible(request: Request, requirements: Sequence[Requirement]) -> bool:
    """Whether they can hold together, or it is not known in bounded time that they cannot."""
    sections = enumerate(request.quiz.sections)
    all_ = groups(request, requirements, {n: plain(section) for n, section in sections})
    whole = tuple(_demanded(request, group, requirements) for group in all_)
    try:
        return any(
            find(pose(request, some, requirements)[0], request.quiz.tries) is not None
            for some in (tuple(map(narrowed, whole)), whole)
        )
    except Undecided:
        return True


def _demanded(request: Request, group: Group, requirements: Sequence[Requirement]) -> Group:
    """A section of which nothing is required need only hold what must be in somewhere."""
    if any(_of_section(r, group.section) for r in requirements):
        return group
    must = {request.quiz.must[r.number].id for r in requirements if isinstance(r, Must)}
    sets = {name for name, members in request.supply.sets.items() if not members.isdisjoint(must)}
    needed = (q for q in group.questions if str(q.id) in must or str(q.set) in sets)
    return replace(group, questions=tuple(needed))
