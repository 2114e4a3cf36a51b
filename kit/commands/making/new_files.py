"""`python -m kit new`: working files for a measure or a chapter, every field explained, and what to do next.

What is written says everything that can be known from the declarations; words that only a person can say hold TODO,
which the kit refuses until they are filled in.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import fill

from nbformat import NotebookNode, v4

from kit.commands.setup_environment import call
from kit.errors import KitError, did_you_mean
from kit.extracts import EXTRACTS
from kit.extracts.columns import Extract
from kit.files.disk_errors import writing
from kit.intake.year_folders import year_folders
from kit.measures.breakdowns import BREAKDOWNS
from kit.measures.fields import FIELDS
from kit.measures.headers import load_measures
from kit.measures.lineage import extracts_of_view, view_texts
from kit.notebooks.chapters import chapter_names
from kit.notebooks.files import write_notebook
from kit.paths import CHECKOUT, MEASURES, NOTEBOOKS, Places, chapter_files, shown

SAMPLE_YEAR = 2021
NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
OFFERED = {"count": "a number of rows", "share": "how many of the rows, in percent"}
# What a new worked example has in a column of that kind.
VALUES = {"id": "Sam", "date": "20/06/{year}", "whole": "1", "number": "1", "stage": "1"}


def new_measure(
    name: str, kind: str, view: str, by: Sequence[str], chapter: str = "", places: Places | None = None
) -> list[Path]:
    """Write a measure's SQL and its worked example, of the kit (in `chapter`) or of a council; return the files.

    KitError, every fault at once, for words that are not known, and if a file is there already.
    """
    chapters = sorted(path.name for path in MEASURES.iterdir() if path.is_dir())
    faults = [
        *_faults_of_name(name),
        *unknown("--kind", kind, OFFERED),
        *unknown("--view", view, view_texts()),
    ]
    faults += [fault for one in by for fault in unknown("--by", one, BREAKDOWNS)]
    if places is None:
        faults += unknown("the chapter", chapter, chapters)
    if faults:
        raise KitError(faults, wrong_use=True)
    if places:
        sql = places.own_measures / f"{name}.sql"
        test = places.council_params / "tests" / f"test_{name}.py"
    else:
        sql, test = MEASURES / chapter / f"{name}.sql", CHECKOUT / "tests" / "measures" / chapter / f"test_{name}.py"
    write_new({sql: _sql(name, kind, view, by), test: _example(name, kind, view, sql if places else None)})
    return [sql, test]


def new_chapter(name: str, places: Places | None = None) -> list[Path]:
    """Write a chapter's notebook, NN_name, of the kit or of a council; KitError for a number or name that is taken."""
    folder = places.own_chapters if places else NOTEBOOKS
    found = re.fullmatch(r"(\d\d)_([a-z][a-z0-9_]*)", name)
    if not found:
        raise KitError(f'"{name}" is not the name of a chapter: NN_name, as in 50_our_questions.', wrong_use=True)
    taken = [path for path in {*chapter_files(NOTEBOOKS), *chapter_files(folder)} if path.name[:2] == found[1]]
    faults = [f"The number {found[1]} is that of {path.name}. Take another." for path in taken]
    faults += [f'There is a chapter "{found[2]}". Take another name.'] if found[2] in chapter_names() else []
    if faults:
        raise KitError(faults, wrong_use=True)
    path = folder / f"{name}.ipynb"
    with writing(folder, otherwise=""):
        folder.mkdir(parents=True, exist_ok=True)
        write_notebook(_notebook(found[2], places), path)
    return [path]


def next_steps(files: Sequence[Path], places: Places | None = None) -> Iterator[str]:
    """Yield what was made, of the kit or of a council, and what to do next, a line each."""
    for path in files:
        yield f"Made {shown(path)}."
    of, year = f" COUNCIL={places.council}" if places else "", newest_year(places)
    if len(files) > 1:
        yield f"1. Fill in each TODO of {shown(files[0])}; the kit refuses a measure that has one left."
        yield f"2. Draw the example of {shown(files[1])}, and run it: {run_example(files[1], places)}"
        yield f'3. Show it in a chapter: report.headline("{files[0].stem}") and report.definition("{files[0].stem}").'
        yield f"4. See the figures: python -m kit figures --year {year} --measure {files[0].stem}" + (
            f" --council {places.council}" if places else ""
        )
    else:
        yield f"1. Open it: make lab{of}. Write its title and words, and add cells such as report.headline(…)."
        yield f"2. Make the report: make report YEAR={year}{of}"


def run_example(file: Path, places: Places | None = None) -> str:
    """Return what to type to run a worked example: it sets up the tools that it needs."""
    return f"make examples COUNCIL={places.council}" if places else f"{call('examples', by_make=False)} {shown(file)}"


def newest_year(places: Places | None) -> int:
    """Return the newest year of which a council has raw files; the sample's if it has none yet."""
    years = year_folders(places) if places else {}
    return max(years, default=SAMPLE_YEAR)


def _faults_of_name(name: str) -> Iterator[str]:
    if not NAME.fullmatch(name):
        yield f'"{name}" is not the name of a measure: small letters, digits and "_", as in reviews_at_weekends.'
    elif name in load_measures():
        yield f'There is a measure "{name}". Take another name.'


def unknown(what: str, word: str, known: object) -> Iterator[str]:
    """Say that a word is not among those known, with the closest one and all of them; nothing if it is."""
    names = sorted(known)  # type: ignore[call-overload]
    if word not in names:
        yield f'{what}: there is no "{word}".{did_you_mean(word, names)} There are: {", ".join(names)}.'


def write_new(texts: dict[Path, str]) -> None:
    """Write new files from their texts; KitError, and nothing written, if one is there already."""
    if there := [path for path in texts if path.exists()]:
        raise KitError(f"{shown(path)} is there already. Take another name, or remove it." for path in there)
    for path, text in texts.items():
        with writing(path.parent, otherwise=""):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")


def _sql(name: str, kind: str, view: str, by: Sequence[str]) -> str:
    """Return a measure's file: its header with each field explained, and a query on the view."""
    share = kind == "share"
    words = name.replace("_", " ")
    fields = {
        "title": f"{words[:1].upper()}{words[1:]}", "kind": kind, "unit": '"%"' if share else "TODO",
        "sentence": "TODO", "counts": "TODO", **({"included_when": "TODO"} if share else {}),
        "better": "none", "depends_on": "child",
        "breakdowns": f"[{', '.join(by)}]", "needs": "[]", "source": "TODO", "checked_on": "TODO",
    }  # fmt: skip
    lines = [line for field, value in fields.items() for line in (f"# {FIELDS[field]}", f"{field}: {value}")]
    columns = ["reporting_year", "child_id", *by, *(["TRUE AS numerator"] if share else [])]
    row = view_texts()[view].partition("\n")[0]
    return "\n".join(["/*", *lines, "*/", row, "SELECT", "    " + ",\n    ".join(columns), f"FROM {view}", ""])


def _example(name: str, kind: str, view: str, own: Path | None) -> str:
    """Return a worked example with a drawn table for every extract that the view reads."""
    read = extracts_of_view(view) - {"header", "episodes"}
    tables = "".join(drawn_table(EXTRACTS[extract]) for extract in EXTRACTS if extract in read)
    measures = f'        measures=[Path(__file__).parents[1] / "measures" / "{name}.sql"],\n' if own else ""
    cells = "1/1" if kind == "share" else "1"
    return f'''"""{name.replace("_", " ").capitalize()}: TODO in a sentence."""

from pathlib import Path

from tests.lib.worked import a_council, drawn

EPISODES = """
    CHILD | DECOM
    Sam   | 01/06/2019
"""


def test_it_counts_what_its_words_say(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes=EPISODES,
{measures}{tables}    )
    # TODO: draw rows above, and the figures that anyone can check by eye.
    assert council.figures("{name}") == drawn("""
        year | all
        2020 | {cells}
        2021 | {cells}
    """)
'''


def drawn_table(extract: Extract) -> str:
    """Return a drawn table of an extract: a row of Sam in each year, and what other columns there are."""
    columns = [column for column in extract.columns if column.kept]
    needed = [column for column in columns if column.required or column.name in extract.key]
    rows = [[column.heading for column in needed]]
    rows += [[VALUES.get(column.kind, "").format(year=year) for column in needed] for year in (2019, 2020)]
    lines = "".join(f"        {' | '.join(row)}\n" for row in rows)
    others = fill(", ".join(column.heading for column in columns if column not in needed), 90)
    more = f"        # More columns: {others}".replace("\n", "\n        #   ") + "\n" if others else ""
    return f'        {extract.name}="""\n{more}{lines}        """,\n'


def _notebook(name: str, places: Places | None) -> NotebookNode:
    code = v4.new_code_cell
    council = places.council if places else "sample"
    parameters = f'council = "{council}"\nyear = {newest_year(places)}\nas_at = ""'
    title = name.replace("_", " ").capitalize()
    cells = [
        v4.new_markdown_cell(f"# {title}\n\nWrite here what the chapter is about.", id="title"),
        code(parameters, id="parameters", metadata={"tags": ["parameters"]}),
        code("import kit\n\nreport = kit.open_report(council, year, as_at)", id="open"),
        code(f'report.words("{name}")', id="words"),
    ]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    made: NotebookNode = v4.new_notebook(cells=cells, metadata=kernel)
    return made
