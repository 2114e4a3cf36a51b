"""Refreshing what tests compare with, when a figure is meant to move: look at the difference before committing it."""

import ast
import json
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from kit.commands.making.reference import reference_page
from kit.commands.rooms import rooms_page
from kit.counting.figures import load_figures, load_unprotected_figures
from kit.errors import KitError
from kit.explore.opening import open_inside
from kit.extracts.dictionary import dictionary
from kit.figures.csv import results_csv
from kit.notebooks.chapters import chapter_name
from kit.notebooks.files import PARAMETERS, notebook_text, read_source, tags
from kit.paths import CHECKOUT, NOTEBOOKS, chapter_files, find_council, shown
from kit.protection.commits.made_up import OF_GOLDEN, hash_of, list_text, outputs_of
from kit.running.kept_chapters import asks_the_report_alone
from kit.running.run_chapters import run_chapters

FIGURES = CHECKOUT / "tests" / "golden" / "sample_figures.csv"
DICTIONARY = CHECKOUT / "data" / "README.md"
ROOMS_PAGE = CHECKOUT / "docs" / "rooms.md"
REFERENCE = CHECKOUT / "docs" / "reference.md"
LIST = CHECKOUT / OF_GOLDEN
# Made up by hand for tests that need files.
FIXTURES = CHECKOUT / "tests" / "fixtures"
# The year that the committed notebooks name in their parameters.
SAMPLE_YEAR = 2021


def refresh_golden() -> list[Path]:
    """Refresh the golden figures, two pages made of the code, the notebooks' outputs and the list of what is made up.

    Return the files that changed. KitError, and nothing is changed, if a notebook shows more than the sample's report.
    """
    notebooks = chapter_files(NOTEBOOKS)
    refuse_other_councils(notebooks)
    load_figures(find_council("sample"), SAMPLE_YEAR)
    made = {FIGURES: golden_figures(), DICTIONARY: dictionary(), ROOMS_PAGE: rooms_page()}
    changed = _written({**made, REFERENCE: reference_page(open_inside())})
    return [*changed, *refresh_notebooks(notebooks), *_written({LIST: golden_list()})]


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


def refresh_notebooks(paths: Sequence[Path], *, progress: bool = True) -> list[Path]:
    """Run notebooks as they are, keep the outputs in them, and return those that changed.

    All are run before any is written, so that a failing one (KitError) changes none.
    """
    with tempfile.TemporaryDirectory() as folder:
        ran = run_chapters(paths, {}, Path(folder), progress=progress, keep_injected=False)
        changed = [(path, new) for path, new in zip(paths, ran, strict=True) if new.read_bytes() != path.read_bytes()]
        for path, new in changed:
            beside = path.with_name(f".{path.name}.new")
            shutil.copyfile(new, beside)
            beside.replace(path)
    return [path for path, _ in changed]


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
