"""What is committed is what the kit makes of the sample council today: `make golden` refreshes it."""

from kit.dictionary import dictionary
from kit.golden import DICTIONARY, FIGURES, golden_figures


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


def test_golden_files_end_their_lines_alike_everywhere() -> None:
    for path in (FIGURES, DICTIONARY):
        content = path.read_bytes()
        assert b"\r" not in content and content.endswith(b"\n"), path.name


def test_golden_figures_hold_six_years_and_every_measure_once_a_category() -> None:
    rows = [line.split(",")[:4] for line in FIGURES.read_text(encoding="utf-8").splitlines()[1:]]
    assert {year for _, year, _, _ in rows} == {str(year) for year in range(2016, 2022)}
