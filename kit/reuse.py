"""What a chapter depends on, so that it runs again when any of it changed, and only then.

A chapter that asks the report for measures alone depends on their SQL and on the extracts that this reads; any other
chapter depends on everything. Contents count, never the dates of files.
"""

import ast
import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kit.extracts import EXTRACTS
from kit.lineage import tables_read
from kit.measures import Measure
from kit.own_code import code_hash
from kit.private import private
from kit.views import view_texts

if TYPE_CHECKING:
    from kit.figures import Figures

# What a chapter may ask the report for and still depend on the measures alone that it names.
OF_MEASURES = {"headline", "trend", "breakdown", "gap", "monthly", "definition", "glance", "about", "words"}


@dataclass(frozen=True)
class Kept:
    """Executed chapters of one report, each under the key of all that it depends on; no child's row is in them."""

    folder: Path

    def find(self, name: str, key: str) -> Path | None:
        """Return the chapter kept under the key, or None."""
        path = self.folder / name / f"{key}.ipynb"
        return path if path.is_file() else None

    def keep(self, executed: Path, key: str) -> None:
        """Keep an executed chapter in place of an earlier one."""
        folder = self.folder / executed.stem
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        private(self.folder)
        beside = folder / f".{key}.new"
        shutil.copyfile(executed, beside)
        beside.replace(folder / f"{key}.ipynb")


def chapter_key(
    notebook: Path, parameters: Mapping[str, object], figures: "Figures", measures: Mapping[str, Measure], words: bytes
) -> str:
    """Return a hash of everything that the chapter's content depends on.

    `words` stand for what is in it besides the figures of its measures (`kit.preparing.Prepared.besides`).
    """
    asked = measures_asked(notebook.read_text(encoding="utf-8"), measures)
    named = sorted(measures if asked is None else asked)
    sql = {name: text for m in named for name, text in _sql(measures[m], measures).items()}
    extracts = {table for text in sql.values() for table in tables_read(text)} & set(EXTRACTS)
    sources = figures.sources.sort(figures.sources.columns)
    here = [row for row in sources.iter_rows() if row[0] in extracts]
    depends = [
        notebook.read_text(encoding="utf-8"),
        sorted((name, str(value)) for name, value in parameters.items()),
        sorted(sql.items()),
        here,
        [str(year) for year in figures.years],
        figures.notes,
        repr(figures.settings),
        words.decode("utf-8", "replace"),
        code_hash(),
        # Lists of rows and files, and whatever else is no measure.
        f"{figures.key} {figures.drawn!r}" if asked is None else "",
    ]
    return hashlib.sha256(json.dumps(depends, default=str).encode()).hexdigest()


def measures_asked(notebook: str, measures: Mapping[str, Measure]) -> set[str] | None:
    """Return the measures that a notebook asks for by name, or None where it does more than that."""
    asked: set[str] = set()
    for cell in json.loads(notebook)["cells"]:
        if cell["cell_type"] != "code" or "parameters" in cell["metadata"].get("tags", ()):
            continue
        try:
            lines = ast.parse("".join(cell["source"])).body
        except SyntaxError:
            return None
        for line in lines:
            if ast.unparse(line) in ("import kit", "report = kit.open_report(council, year, as_at)"):
                continue
            words = _call_of_measures(line)
            if words is None:
                return None
            asked.update(word for word in words if word in measures)
    return asked


def _call_of_measures(line: ast.stmt) -> Sequence[str] | None:
    """Return the words with which a line asks the report for a measure, or None where it is any other line."""
    call = line.value if isinstance(line, ast.Expr) else None
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and not call.keywords):
        return None
    if ast.unparse(call.func.value) != "report" or call.func.attr not in OF_MEASURES:
        return None
    words = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    return words if len(words) == len(call.args) else None


def _sql(measure: Measure, measures: Mapping[str, Measure]) -> dict[str, str]:
    """Return the measure as declared and every view that it reads, by name."""
    texts = {f"measure {m.name}": f"{m!r}" for m in (measure, *_denominator(measure, measures))}
    for m in (measure, *_denominator(measure, measures)):
        for table in tables_read(m.sql):
            texts[table] = view_texts().get(table, f"SELECT 1 FROM {table}")
    return texts


def _denominator(measure: Measure, measures: Mapping[str, Measure]) -> Iterable[Measure]:
    return [measures[name] for name in (measure.per, measure.drawn_from) if name]
