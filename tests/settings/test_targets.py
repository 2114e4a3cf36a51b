"""Targets: what may be set, who must say so, and how they are worded for each kind and direction."""

from pathlib import Path

import pytest

from kit.chapters.text.sentences import headline
from kit.settings.load import load_settings
from kit.settings.targets import Target
from tests.chapters.text.test_sentences import AS_AT, figure
from tests.lib.made_up_figures import MEASURES, measure, row
from tests.settings.test_load import faults, places


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("reviews_on_time: 98", "give a value (a number) and set_by (who set it)"),
        ("reviews_on_time: {value: 98}", "set_by (who set it)"),
        ("reviews_on_time: {value: 98, set_by: '  '}", "set_by (who set it)"),
        ("reviews_on_time: {value: 120, set_by: x}", "a share's target is from 0 to 100"),
        ("reviews_held: {value: -1, set_by: x}", "a target is 0 or more"),
        ("reviews_held: {value: 10.5, set_by: x}", "a count's target is a whole number"),
        ("reviews_on_time: {value: 98, set_by: x, setby: y}", '"setby" is not known. Did you mean set_by?'),
        ("reviews_on_time: {value: 98, set_by: x, better: lower}", "for this measure higher is better"),
        ("reviews_virtual: {value: 30, set_by: x, better: fewer}", "better: say higher or lower"),
        ("escalations_raised: {value: 50, set_by: x, better: lower}", "escalations have no good direction"),
        ("children_looked_after_in_year: {value: 1, set_by: x}", "there is no measure"),
    ],
)
def test_what_is_no_target_is_refused(tmp_path: Path, entry: str, words: str) -> None:
    (message,) = faults(tmp_path, f"targets:\n  {entry}\n")
    assert words in message and "targets: " in message


def test_a_years_file_changes_and_takes_back_targets(tmp_path: Path) -> None:
    council = "targets:\n  reviews_on_time: {value: 90, set_by: A}\n  children_took_part: {value: 80, set_by: A}\n"
    year = "targets:\n  reviews_on_time: {value: 95, set_by: B}\n  children_took_part:\n"
    found = places(tmp_path, council, y2021=year)
    assert load_settings(found, 2021).targets == {"reviews_on_time": Target(95.0, "B")}
    assert set(load_settings(found, 2020).targets) == {"reviews_on_time", "children_took_part"}


@pytest.mark.parametrize(
    ("kind", "better", "value", "target", "words"),
    [
        ("share", "higher", 92.3, 95, "That is short of the target of 95%."),
        ("share", "higher", 95.0, 95, "That meets the target of 95%."),
        ("share", "higher", 94.97, 95, "That is just short of the target of 95%."),
        ("share", "lower", 12.0, 10, "That is above the target of at most 10%."),
        ("share", "none", 12.0, 10, "The target is 10%."),
        ("count", "lower", 1400, 1200, "That is above the target of at most 1,200."),
        ("count", "lower", 7, 10, "That meets the target of at most 10."),
        ("count", "none", 88, 50, "The target is 50."),
        ("median", "lower", 16.0, 14, "That is above the target of at most 14 days."),
        ("median", "lower", 14.04, 14, "That is just above the target of at most 14 days."),
        ("median", "none", 16.0, 14, "The target is 14 days."),
        ("rate", "lower", 9.0, 8.5, "That is above the target of at most 8.5 reviews."),
    ],
)
def test_a_target_is_worded_in_its_unit_and_direction(
    kind: str, better: str, value: float, target: float, words: str
) -> None:
    asked = measure("x", kind, "{value} in {year}", better=better)
    now = figure("reviews_on_time", 2021, value=value)
    said = headline(asked, now, None, AS_AT, Target(target, "the Board")).plain()
    assert said.endswith(words)


def test_what_has_no_good_direction_is_called_neither_better_nor_worse() -> None:
    for name in ("escalations_raised", "reviews_virtual"):
        assert MEASURES[name].better == "none"
    before = figure("escalations_raised", 2020, 74)
    said = headline(
        MEASURES["escalations_raised"], figure("escalations_raised", 2021, 88), before, AS_AT, Target(50, "B")
    )
    for word in ("better", "worse", "meets", "short", "above"):
        assert word not in said.plain()
    assert row("escalations_raised", 2021, 88)["value"] == 88
