"""What is committed is what the kit makes of the sample council today: `make golden` refreshes it."""

from pathlib import Path

import pytest

from kit.commands.golden import (
    DICTIONARY,
    FIGURES,
    LIST,
    REFERENCE,
    ROOMS_PAGE,
    golden_figures,
    golden_list,
    refuse_other_councils,
)
from kit.commands.making.reference import reference_page
from kit.commands.rooms import rooms_page
from kit.errors import KitError
from kit.explore.opening import open_inside
from kit.extracts.dictionary import dictionary
from kit.paths import NOTEBOOKS, chapter_files
from tests.lib.notebook_files import notebook_file


def changed_lines(now: str, then: str) -> list[str]:
    """Return the first lines that differ, as now and as committed."""
    new, old = now.splitlines(), then.splitlines()
    gone = [f"- {line}" for line in old if line not in set(new)]
    come = [f"+ {line}" for line in new if line not in set(old)]
    return [f"{len(gone)} lines went, {len(come)} came; run make golden if that is meant", *gone[:10], *come[:10]]


def test_the_figures_of_the_sample_council_are_the_golden_ones() -> None:
    now, then = golden_figures(), FIGURES.read_text(encoding="utf-8")
    assert now == then, "\n".join(changed_lines(now, then))


def test_the_data_dictionary_is_what_the_declarations_say() -> None:
    now, then = dictionary(), DICTIONARY.read_text(encoding="utf-8")
    assert now == then, "\n".join(changed_lines(now, then))


def test_the_page_of_rooms_is_what_their_docstrings_say() -> None:
    now, then = rooms_page(), ROOMS_PAGE.read_text(encoding="utf-8")
    assert now == then, "\n".join(changed_lines(now, then))


def test_the_reference_is_what_the_declarations_say() -> None:
    now, then = reference_page(open_inside()), REFERENCE.read_text(encoding="utf-8")
    assert now == then, "\n".join(changed_lines(now, then))


def test_golden_files_end_their_lines_alike_everywhere() -> None:
    for path in (FIGURES, DICTIONARY, ROOMS_PAGE, REFERENCE):
        content = path.read_bytes()
        assert b"\r" not in content and content.endswith(b"\n"), path.name


def test_golden_figures_hold_six_years_and_every_measure_once_a_category() -> None:
    rows = [line.split(",")[:4] for line in FIGURES.read_text(encoding="utf-8").splitlines()[1:]]
    assert {year for _, year, _, _ in rows} == {str(year) for year in range(2016, 2022)}


def test_the_list_of_what_is_made_up_is_that_of_what_is_there() -> None:
    now, then = golden_list(), LIST.read_text(encoding="utf-8")
    assert now == then, "\n".join(changed_lines(now, then))


OPEN = "import kit\n\nreport = kit.open_report(council, year, as_at)"


@pytest.mark.parametrize(
    ("defaults", "cells", "said"),
    [
        ('council = "borough"\nyear = 2021', (), 'its parameters must say council = "sample"'),
        ('council = "sample"\ncouncil = "borough"\nyear = 2021', (), 'its parameters must say council = "sample"'),
        (
            'council = "sample"\nyear = 2021',
            ('kit.open_report("borough", 2021)',),
            "may only open the report and ask it",
        ),
        ('council = "sample"\nyear = 2021', ("import polars",), "may only open the report and ask it"),
        ('council = "sample"\nyear = 2021', ("%run rows.py",), "may only open the report and ask it"),
    ],
)
def test_what_may_show_another_council_is_no_golden_notebook(
    tmp_path: Path, defaults: str, cells: tuple[str, ...], said: str
) -> None:
    path = notebook_file(tmp_path, "13_ours", OPEN, *cells, defaults=defaults)
    with pytest.raises(KitError, match=r"13_ours\.ipynb: git keeps what it shows") as refused:
        refuse_other_councils([path])
    assert said in str(refused.value)


def test_the_chapters_show_the_samples_report_alone() -> None:
    refuse_other_councils(chapter_files(NOTEBOOKS))
