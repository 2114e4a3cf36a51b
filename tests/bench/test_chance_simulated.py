"""Of councils in which nothing changed at most 6% are called changed; a true fall of ten points is found."""

import pytest

from kit.bench.simulated.chance import EVEN, FAR_APART, LEAST, Children, Officers, called

# A part of what the bench does, and room for what so few pairs cannot tell: two standard errors of 6%, and of 50%.
PAIRS, ROOM, ROOM_OF_A_HALF = 500, 2.1, 4.5


@pytest.mark.parametrize(
    "council",
    [
        Officers(EVEN, 0.85, 0.6, left=0.25),
        Officers(FAR_APART, 0.85, 0.3),
        Officers(tuple(LEAST)[1], 0.7, 0.6),
        Officers(tuple(LEAST)[1], 0.97, 0.3, left=0.25),
        Children(100, 0.85, 0.6),
    ],
)
def test_where_nothing_changed_a_change_is_seldom_called(council: Officers | Children) -> None:
    assert called(council, PAIRS, seed=17) <= 6 + ROOM


@pytest.mark.parametrize(("loads", "sd"), [(loads, sd) for loads, least in LEAST.items() for sd in (0.0, 0.6)])
def test_a_fall_of_ten_points_is_found(loads: tuple[int, ...], sd: float) -> None:
    found = called(Officers(loads, 0.85, sd, fall=0.1), PAIRS, seed=23)
    assert found >= LEAST[loads][sd] - ROOM_OF_A_HALF
