"""What a chapter depends on, so that it runs again when any of it changed, and only then.

A chapter that asks the report for measures alone depends on their figures, their SQL and the extracts that this reads;
if a call shows a table besides, on that too; one that asks the report for more depends on everything that the report
knows. What a chapter with other lines of Python depends on nobody can say: it is run each time. Contents count, never
the dates of files.
"""

import ast
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from kit.extracts import EXTRACTS
from kit.files.code_hash import code_hash
from kit.files.kept import key_of
from kit.measures.lineage import tables_read, view_texts
from kit.measures.measure import Measure
from kit.notebooks.chapters import FIRST, LAST, chapter_name
from kit.notebooks.files import notebook_text, read_source

if TYPE_CHECKING:
    from kit.counting.figures import Figures

OPENING = ("import kit", "report = kit.open_report(council, year, as_at)")
# What a chapter may ask the report for and still depend on the measures alone that it names.
OF_MEASURES = {
    "headline", "trend", "breakdown", "gap", "monthly", "definition", "glance", "about", "words", "against", "beside",
    "exports", "how_drawn", "facts", "passage", "groups", "lines", "bars", "childrens_words",
    "stands_out", "what_changed", "compared", "stacked", "part",
}  # fmt: skip
# What some of these show besides the figures of the measures that they name: other measures, and (BESIDE) other tables.
OTHERS = {"how_drawn": "audits_done"}


def chapter_key(
    notebook: Path, parameters: Mapping[str, object], figures: "Figures", measures: Mapping[str, Measure], words: bytes
) -> str:
    """Return a hash of everything that the chapter's content depends on, or "" if nobody can know that.

    `words` stand for what is in it besides the figures of its measures (`kit.running.prepare.Prepared.besides`).
    """
    # What it shows now does not count: it is run without that.
    text = notebook_text(read_source(notebook))
    if not asks_the_report_alone(text, chapter_name(notebook.stem)):
        return ""
    asked, calls = measures_asked(text, measures)
    named = sorted(measures if asked is None else asked)
    sql = {name: text for m in named for name, text in _sql(measures[m], measures).items()}
    extracts = {table for text in sql.values() for table in tables_read(text)} & set(EXTRACTS)
    sources = figures.sources.sort(figures.sources.columns)
    here = [row for row in sources.iter_rows() if row[0] in extracts]
    # The figures themselves too: what is left out or hidden may depend on more than what they are counted from.
    of_them = pl.col("measure").is_in([m.name for n in named for m in _with(n, measures)])
    tables = (figures.results, figures.comparisons, figures.ranges)
    depends = [
        text,
        *(table.filter(of_them).write_csv() for table in tables),
        sorted((name, str(value)) for name, value in parameters.items()),
        sorted(sql.items()),
        here,
        [str(year) for year in figures.years],
        figures.notes,
        repr(figures.settings),
        words.decode("utf-8", "replace"),
        code_hash(),
        # Lists of rows and files, and all the rest that is not a measure.
        f"{figures.key} {figures.drawn!r}" if asked is None else "",
        [repr(BESIDE[call](figures, named)) for call in sorted(calls & BESIDE.keys())],
    ]
    return key_of(*depends)


def _exports(figures: "Figures", named: Sequence[str]) -> list[str]:
    """Return what older exports say of the measures, and of the extracts that these exports are of."""
    earlier = figures.earlier.filter(pl.col("measure").is_in(named))
    extracts = earlier["breakdown"].unique().implode()
    differences = figures.differences.filter(pl.col("measure").is_in(extracts))
    sources = figures.sources.filter(pl.col("extract").is_in(extracts))
    return [table.write_csv() for table in (earlier, differences, sources)]


BESIDE: dict[str, Callable[["Figures", Sequence[str]], object]] = {
    "exports": _exports,
    "how_drawn": lambda figures, _: figures.drawn,
    "facts": lambda figures, _: figures.statements["fact_notes"].write_csv(),
}


def measures_asked(notebook: str, measures: Mapping[str, Measure]) -> tuple[set[str] | None, set[str]]:
    """Return (the measures that a notebook asks for by name, the calls that do); (None, ...) if it does more."""
    asked: set[str] = set()
    calls: set[str] = set()
    for source in _sources(notebook):
        try:
            lines = ast.parse(source).body
        except SyntaxError:
            return None, set()
        for line in lines:
            if ast.unparse(line) in OPENING:
                continue
            call, words = _call_of_measures(line)
            if words is None:
                return None, set()
            calls.add(call)
            asked.update(word for word in (*words, OTHERS.get(call, "")) if word in measures)
    # What stands out in a count may be that its parts moved apart.
    asked |= {name for name, measure in measures.items() if measure.part_of in asked}
    return asked, calls


def asks_the_report_alone(notebook: str, chapter: str) -> bool:
    """Return whether each line of a notebook opens the report, or asks it with plain words for what its chapter knows.

    What is in a report besides its figures belongs to one chapter: its own words to it, and to the first and the last
    chapters which chapters there are (`kit.running.prepare.Prepared.besides`).
    """
    try:
        lines = [line for source in _sources(notebook) for line in ast.parse(source).body]
    except SyntaxError:
        return False
    return all(ast.unparse(line) in OPENING or _of_the_report(line, chapter) for line in lines)


def _of_the_report(line: ast.stmt, chapter: str) -> bool:
    call = line.value if isinstance(line, ast.Expr) else None
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
        return False
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    if ast.unparse(call.func.value) != "report" or not all(isinstance(arg, ast.Constant) for arg in given):
        return False
    if call.func.attr == "words":
        return [arg.value for arg in given if isinstance(arg, ast.Constant)] == [chapter]
    return chapter in {"about": FIRST, "handbook": LAST}.get(call.func.attr, (chapter,))


@lru_cache(maxsize=64)
def _sources(notebook: str) -> tuple[str, ...]:
    """Return the Python of each cell but the parameters."""
    cells = [cell for cell in json.loads(notebook)["cells"] if cell["cell_type"] == "code"]
    return tuple("".join(c["source"]) for c in cells if "parameters" not in c["metadata"].get("tags", ()))


def _call_of_measures(line: ast.stmt) -> tuple[str, Sequence[str] | None]:
    """Return how and with which words a line asks the report for measures; None for words if it is another line."""
    call = line.value if isinstance(line, ast.Expr) else None
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and not call.keywords):
        return "", None
    if ast.unparse(call.func.value) != "report" or call.func.attr not in OF_MEASURES:
        return "", None
    words = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    return call.func.attr, words if len(words) == len(call.args) else None


def _sql(measure: Measure, measures: Mapping[str, Measure]) -> dict[str, str]:
    """Return the measure as declared and every view that it reads, by name."""
    texts = {f"measure {m.name}": f"{m!r}" for m in _with(measure.name, measures)}
    for m in _with(measure.name, measures):
        for table in tables_read(m.sql):
            texts[table] = view_texts().get(table, f"SELECT 1 FROM {table}")
    return texts


def _with(name: str, measures: Mapping[str, Measure]) -> Iterable[Measure]:
    """Return the measure, and those that it is divided by or drawn from."""
    return [measures[n] for n in (name, measures[name].per, measures[name].drawn_from) if n]
