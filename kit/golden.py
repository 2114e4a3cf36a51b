"""Refreshing what tests compare with, when a figure is meant to move: look at the difference before committing it."""

import ast
import json
from collections.abc import Iterable
from pathlib import Path

from kit.chapters import chapter_name
from kit.dictionary import dictionary
from kit.errors import KitError
from kit.figures import load_unprotected_figures
from kit.made_up import OF_GOLDEN, hash_of, list_text, outputs_of
from kit.making import SAMPLE_YEAR, refresh_notebooks
from kit.notebooks import PARAMETERS, notebook_text, read_source, tags
from kit.places import CHECKOUT, NOTEBOOKS, chapter_files, find_council, shown
from kit.printing import results_csv
from kit.reuse import asks_the_report_alone

FIGURES = CHECKOUT / "tests" / "golden" / "sample_figures.csv"
DICTIONARY = CHECKOUT / "data" / "README.md"
LIST = CHECKOUT / OF_GOLDEN
# Made up by hand for tests that need files.
FIXTURES = CHECKOUT / "tests" / "fixtures"


def refresh_golden() -> list[Path]:
    """Refresh the golden figures, the data dictionary, the notebooks' outputs and the list of all of these.

    Return the files that changed. KitError, and nothing is changed, if a notebook shows more than the sample's report.
    """
    refuse_other_councils(chapter_files(NOTEBOOKS))
    changed = _written({FIGURES: golden_figures(), DICTIONARY: dictionary()})
    return [*changed, *refresh_notebooks(), *_written({LIST: golden_list()})]


def refuse_other_councils(notebooks: Iterable[Path]) -> None:
    """Refuse (KitError) notebooks that could show more than the sample's report: what they show is kept in git."""
    faults = []
    for path in notebooks:
        notebook = read_source(path)
        given = [line for cell in notebook.cells if PARAMETERS in tags(cell) for line in ast.parse(cell.source).body]
        councils = [ast.unparse(line) for line in given if ast.unparse(line).startswith("council")]
        if councils != ["council = 'sample'"]:
            faults.append(f'{shown(path)}: git keeps what it shows, so its parameters must say council = "sample".')
        elif not asks_the_report_alone(notebook_text(notebook), chapter_name(path.stem)):
            faults.append(
                f"{shown(path)}: git keeps what it shows, so its cells may only open the report and ask it, as in "
                'report.headline("reviews_on_time"). Trials belong in notebooks/scratch/.'
            )
    if faults:
        raise KitError(faults)


def golden_figures() -> str:
    """Return the sample council's figures, unprotected, as CSV."""
    return results_csv(load_unprotected_figures(find_council("sample"), SAMPLE_YEAR).results)


def golden_list() -> str:
    """Return the list of what is made from the sample council or by hand for tests: figures, fixtures, outputs."""
    files = [FIGURES, *sorted(path for path in FIXTURES.rglob("*.csv") if path.is_file())]
    # As git keeps a text, whatever line ends it has here.
    hashes = {shown(path): hash_of(path.read_bytes().replace(b"\r\n", b"\n")) for path in files}
    for path in chapter_files(NOTEBOOKS):
        hashes |= outputs_of(shown(path), json.loads(path.read_text(encoding="utf-8")))
    return list_text(hashes)


def _written(texts: dict[Path, str]) -> list[Path]:
    """Write the texts that are not there already, and return their files."""
    changed = [path for path, text in texts.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    for path in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(texts[path], encoding="utf-8", newline="\n")
    return changed
