"""What is kept of figures: bounded by a rule, and counted again the same if it is asked for again."""

import os
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

import kit
from kit.counting import asked, figures
from kit.counting.figures import load_figures, load_unprotected_figures
from kit.counting.kept_figures import KEY, MOST_PARTS, forget_oldest
from kit.errors import KitError
from kit.paths import Places
from kit.years import named
from tests.lib.small_councils import put, small_council

DAYS = [date(2020, 6, 30) + timedelta(days=30 * n) for n in range(MOST_PARTS + 3)]


def kept(places: Places, *names: str) -> Places:
    """Write what is kept under each name, one after another as their counting would."""
    for number, name in enumerate(names):
        for folder in (places.results, places.chapters):
            (folder / name).mkdir(parents=True)
        (places.results / name / KEY).write_text("key", encoding="utf-8")
        os.utime(places.results / name / KEY, (number, number))
    return places


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_of_parts_of_a_year_the_last_counted_are_kept_and_every_whole_year(tmp_path: Path) -> None:
    parts = [named(2021, day) for day in DAYS]
    places = kept(small_council(tmp_path), "2020", "2021", *reversed(parts))
    forget_oldest(places, parts[0])
    for folder in (places.results, places.chapters):
        assert names(folder) == ["2020", "2021", *parts[:MOST_PARTS]]
    # What has just been counted stays, whatever its clock says.
    os.utime(places.results / parts[3] / KEY, (0, 0))
    forget_oldest(kept(places, parts[-1]), parts[3])
    assert parts[3] in names(places.results) and len(names(places.results)) == 2 + MOST_PARTS


def test_what_is_kept_of_a_year_that_is_no_longer_in_raw_goes(tmp_path: Path) -> None:
    places = kept(small_council(tmp_path), "2020", "2020-at-2019-09-30", "2021", "somebody's")
    shutil.rmtree(places.raw / "2020")
    forget_oldest(places, "2021")
    assert names(places.results) == names(places.chapters) == ["2021", "somebody's"]


def test_a_day_that_is_not_kept_any_more_is_counted_again_the_same(tmp_path: Path) -> None:
    places = small_council(tmp_path, [2021])
    first = load_figures(places, 2021, DAYS[0]).results
    kept(places, *(named(2021, day) for day in DAYS[1:MOST_PARTS]))
    forgotten = named(2021, DAYS[0])
    os.utime(places.results / forgotten / KEY, (-1, -1))
    load_figures(places, 2021, DAYS[-1])
    assert not [name for name in names(places.results) if name.startswith(forgotten)]
    assert load_figures(places, 2021, DAYS[0]).results.equals(first)


def test_who_asks_for_internal_figures_does_not_wait_for_what_may_be_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = small_council(tmp_path, [2021])
    at_once = load_figures(places, 2021).results
    shutil.rmtree(places.results)
    with monkeypatch.context() as hiding:
        hiding.setattr(figures, "protected", lambda *_: pytest.fail("Small numbers were hidden for internal figures."))
        load_unprotected_figures(places, 2021)
    assert names(places.results) == ["2021"]
    # What was counted then is protected now, and counted no more.
    monkeypatch.setattr(figures, "take_in", lambda *_, **__: pytest.fail("Counted again."))
    assert load_figures(places, 2021).results.equals(at_once)
    assert names(places.results) == ["2021", "2021-shown"]


def test_the_chapters_of_a_run_load_its_figures_once_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places, surveyed = small_council(tmp_path), []
    real = asked.survey
    monkeypatch.setattr(asked, "survey", lambda *given: surveyed.append(1) or real(*given))
    monkeypatch.setenv("KIT_DATA", str(places.data))
    monkeypatch.setenv("KIT_PARAMS", str(places.params))
    for _ in range(2):
        kit.open_report("small", 2021)
    # In JupyterLab a file that was saved is seen at once.
    assert len(surveyed) == 2
    monkeypatch.setenv("KIT_RUN", f"{load_figures(places, 2021).key} more small/2021")
    surveyed.clear()
    for _ in range(3):
        kit.open_report("small", 2021)
    assert len(surveyed) == 1
    # A chapter may open other reports beside the one that it is in.
    assert kit.open_report("small", 2020).figures.years[-1].year == 2020
    assert kit.open_report("small", 2021, "2020-12-31").figures.years[-1].as_at == date(2020, 12, 31)
    put(places, 2021, "reviews.csv", ["1001,01/06/2010,02/06/2020,PN1"] * 2, "reviews")
    monkeypatch.setenv("KIT_RUN", "those of small/2021")
    with pytest.raises(KitError, match="a file changed while it was read"):
        kit.open_report("small", 2021)
