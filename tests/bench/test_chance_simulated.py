"""Of councils in which nothing changed at most 6% are called changed; a true fall of ten points is found."""

import pytest

from kit.bench.simulated.audits import Audits, covered
from kit.bench.simulated.chance import (
    AUDITS_CALLED,
    AUDITS_HELD,
    DOUBLING,
    EVEN,
    FAR_APART,
    FEWER,
    LEAST,
    RAISED,
    SKEWED,
    Children,
    Officers,
)
from kit.bench.simulated.counts import Contacts
from kit.bench.simulated.tested import TwoYears, called

# A part of what the bench does, and room for what so few pairs cannot tell: two standard errors of 6%, and of 50%.
PAIRS, ROOM, ROOM_OF_A_HALF = 500, 2.1, 4.5


@pytest.mark.parametrize(
    "council",
    [
        Officers(EVEN, 0.85, 0.6, left=0.25),
        Officers(FAR_APART, 0.85, 0.3),
        # If Student's t is of all eight officers, 7.0 and 9.8 of 100 are called (4,000 pairs), not 4.8 of both.
        Officers(SKEWED, 0.7, 0.6),
        Officers(DOUBLING, 0.7, 0.6),
        Officers(DOUBLING, 0.85, 0.0, alike=0.05),
        Officers(tuple(LEAST)[1], 0.7, 0.6),
        Officers(tuple(LEAST)[1], 0.97, 0.3, left=0.25),
        Officers(tuple(LEAST)[1], 0.85, 0.6, heavy=True),
        Children(100, 0.85, 0.6),
        Children(100, 0.7, 0.1),
        Contacts(FEWER, 0.3),
        Contacts(RAISED, 0.6, per=(4.5, 3.0)),
    ],
)
def test_where_nothing_changed_a_change_is_seldom_called(council: TwoYears) -> None:
    assert called(council, PAIRS, seed=17) <= 6 + ROOM


@pytest.mark.parametrize(("loads", "sd"), [(loads, sd) for loads, least in LEAST.items() for sd in (0.0, 0.6)])
def test_a_fall_of_ten_points_is_found(loads: tuple[int, ...], sd: float) -> None:
    found = called(Officers(loads, 0.85, sd, fall=0.1), PAIRS, seed=23)
    assert found >= LEAST[loads][sd] - ROOM_OF_A_HALF


def test_half_as_many_visits_are_found() -> None:
    assert called(Contacts((60,) * 8, 0.0, fall=0.5), PAIRS, seed=5) >= 99
    assert called(Contacts((60,) * 8, 0.3, fall=0.5), PAIRS, seed=5) >= 70


@pytest.mark.parametrize("sampled", [20, 80])
def test_audits_are_called_changed_and_hold_all_children_as_often_as_they_should(sampled: int) -> None:
    audits = Audits(sampled, 0.85, 0.3)
    # Two standard errors of what so few pairs tell.
    assert AUDITS_CALLED[0] - 1.3 <= called(audits, PAIRS, seed=3) <= AUDITS_CALLED[1] + 2
    assert AUDITS_HELD[0] - 2 <= covered(audits, PAIRS, seed=3) <= AUDITS_HELD[1] + 1.6
