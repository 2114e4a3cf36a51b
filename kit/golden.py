"""Refreshing what tests compare with, when a figure is meant to move: look at the difference before committing it."""

from pathlib import Path

from kit.dictionary import dictionary
from kit.figures import load_unprotected_figures
from kit.making import SAMPLE_YEAR, refresh_notebooks
from kit.places import CHECKOUT, find_council
from kit.printing import results_csv

FIGURES = CHECKOUT / "tests" / "golden" / "sample_figures.csv"
DICTIONARY = CHECKOUT / "data" / "README.md"


def refresh_golden() -> list[Path]:
    """Refresh the golden figures, the data dictionary and the notebooks' outputs; return the files that changed."""
    changed = [
        path
        for path, text in ((FIGURES, golden_figures()), (DICTIONARY, dictionary()))
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]
    FIGURES.parent.mkdir(parents=True, exist_ok=True)
    FIGURES.write_text(golden_figures(), encoding="utf-8", newline="\n")
    DICTIONARY.write_text(dictionary(), encoding="utf-8", newline="\n")
    return [*changed, *refresh_notebooks()]


def golden_figures() -> str:
    """Return the sample council's figures, unprotected, as CSV."""
    return results_csv(load_unprotected_figures(find_council("sample"), SAMPLE_YEAR).results)
