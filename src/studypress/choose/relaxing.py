"""What makes the exact search fast: a look ahead, and candidates that stand for each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from studypress.choose.problem import Problem, State, bits


def can_be_filled(problem: Problem, state: State) -> bool:
    """Whether each group finds as many questions as it needs, none of them in two groups.

    What this leaves out (clashes, other bounds) is for trial to find. By augmenting paths, and
    among groups with few candidates only: one with as many as all need can choose last.
    """
    needs = [group.least - (state.chosen & group.mask).bit_count() for group in problem.places]
    missing = sum(need for need in needs if need > 0)
    scarce = [
        (need, group.mask & state.open)
        for need, group in zip(needs, problem.places, strict=True)
        if need > 0 and (group.mask & state.open).bit_count() < missing
    ]
    if len(scarce) < 2:
        return True
    supply = [{problem.questions[v] for v in bits(mask)} for _, mask in scarce]
    holders: dict[int, int] = {}
    return all(
        _gets_one(group, supply, holders, set())
        for group, (need, _) in enumerate(scarce)
        for _ in range(need)
    )


def _gets_one(
    group: int, supply: Sequence[set[int]], holders: dict[int, int], tried: set[int]
) -> bool:
    """Give a group one more question, if need be one that another group can replace."""
    tried.add(group)
    free = next((q for q in supply[group] if q not in holders), None)
    if free is not None:
        holders[free] = group
        return True
    for question, holder in holders.items():
        if (
            holder not in tried
            and question in supply[group]
            and _gets_one(holder, supply, holders, tried)
        ):
            holders[question] = group
            return True
    return False


def alike(problem: Problem) -> Mapping[int, int]:
    """For each candidate without clashes: those of its group that would do exactly as well.

    Where one of them fails, all fail. They count for the same bounds, and their questions are
    candidates in the same groups, so that what is open to one is open to each that is not chosen.
    """
    counted: list[list[int]] = [[] for _ in problem.questions]
    for number, bound in enumerate((*problem.places, *problem.bounds)):
        for candidate in bits(bound.mask):
            counted[candidate].append(number)
    families: dict[tuple[tuple[int, ...], ...], int] = defaultdict(int)
    for mine in _by_question(problem):
        if not _stands_alone(mine, problem):
            continue
        kinds = {v: tuple(counted[v]) for v in bits(mine)}
        for candidate, kind in kinds.items():
            families[kind, *sorted(kinds.values())] |= 1 << candidate
    return {v: family for family in families.values() for v in bits(family)}


def _by_question(problem: Problem) -> list[int]:
    """The candidates of each question."""
    own: dict[int, int] = defaultdict(int)
    for candidate, question in enumerate(problem.questions):
        own[question] |= 1 << candidate
    return list(own.values())


def _stands_alone(mine: int, problem: Problem) -> bool:
    """Whether a question stands in nobody's way but its own."""
    in_block = any(mine & block for block in problem.blocks)
    return not in_block and not any(problem.clash(v) & ~mine for v in bits(mine))
