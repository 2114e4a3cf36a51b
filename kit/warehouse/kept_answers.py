"""Kept answers: a query runs again only if its SQL, its views, their files, the settings or the code changed.

A query depends on its own SQL, on that of the views that it reads, on the files of the extracts that these read, and
on what all depend on: settings, the reporting years, the kit's code. What is kept holds counts, and listed rows about
children.
"""

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import polars as pl

from kit.extracts import EXTRACTS
from kit.extracts.stored import Intake
from kit.files.kept import key_of
from kit.measures.lineage import named_in, parse, view_texts, views_read
from kit.warehouse.sums import Summed
from kit.warehouse.warehouse import FIRST_DUE_DAY, Warehouse

ANSWERS = "answers.zip"
# More rows are read from the extracts as fast as from here.
MOST_ROWS = 50_000


class KeptAnswers:
    """The answers kept in a folder, by key, and those given since. What cannot be read is not used."""

    def __init__(self, folder: Path | None = None) -> None:
        self._kept = _read(folder) if folder else {}
        self._given: dict[str, bytes] = {}

    def find(self, key: str) -> pl.DataFrame | None:
        """Return the answer kept under the key, or None."""
        if (content := self._kept.get(key)) is None:
            return None
        self._given[key] = content
        return pl.read_ipc_stream(io.BytesIO(content))

    def keep(self, key: str, answer: pl.DataFrame) -> None:
        """Keep an answer under its key, in an order of its rows that depends on nothing but them."""
        if answer.height <= MOST_ROWS:
            stream = io.BytesIO()
            # Texts one after another: as polars has them in memory, their bytes depend on their origin.
            answer.sort(pl.all()).write_ipc_stream(stream, compat_level=pl.CompatLevel.oldest())
            self._given[key] = stream.getvalue()

    def write(self, folder: Path) -> None:
        """Write the answers that were found or given into `folder`, and no others."""
        with zipfile.ZipFile(folder / ANSWERS, "w") as archive:
            for key, answer in sorted(self._given.items()):
                archive.writestr(zipfile.ZipInfo(key), answer)


class AnsweringWarehouse(Warehouse):
    """A warehouse that gives a kept answer if nothing that the query depends on has changed.

    `depends_on` says in words what every query depends on; the rest is as in `Warehouse`.
    """

    def __init__(self, answers: KeptAnswers, depends_on: str, intake: Intake, *given: Any, **more: Any) -> None:
        super().__init__(intake, *given, **more)
        self._answers, self._depends_on = answers, depends_on
        self._files = {name: key_of(*(a for a in intake.accounts if a.extract == name)) for name in EXTRACTS}
        self._first_due_day: str | None = None

    def query(self, sql: str) -> pl.DataFrame:
        """Return what `sql` selects, in its own order; nothing of it is kept."""
        return super().query_all({"query": sql})["query"]

    def query_all(self, queries: Mapping[str, str], summed: Summed | None = None) -> dict[str, pl.DataFrame]:
        """Return by name what each query selects, as it was kept or asked again; its rows are in no order."""
        to_sum, then = summed or Summed({}, "")
        parse([*queries.values(), *to_sum.values()])
        keys = {name: self._key(sql) for name, sql in queries.items()}
        keys |= {name: self._key(sql, then) for name, sql in to_sum.items()}
        found = {name: answer for name, key in keys.items() if (answer := self._answers.find(key)) is not None}
        left, left_to_sum = ({n: sql for n, sql in some.items() if n not in found} for some in (queries, to_sum))
        asked = super().query_all(left, Summed(left_to_sum, then))
        for name, answer in asked.items():
            self._answers.keep(keys[name], answer)
        return {name: found[name] if name in found else asked[name] for name in keys}

    @contextmanager
    def with_rows(self, extract: str, rows: pl.DataFrame) -> Iterator[None]:
        """Let `rows` stand for the extract while the block runs: what reads it depends on them instead of its files."""
        stream = io.BytesIO()
        rows.write_ipc_stream(stream)
        files, first = self._files, self._first_due_day
        self._files = {**files, extract: hashlib.sha256(stream.getbuffer()).hexdigest()}
        with super().with_rows(extract, rows):
            self._first_due_day = None
            yield
        self._files, self._first_due_day = files, first

    def _due_days_from(self) -> str:
        """Return the day from which due days are there: all that these depend on of the files."""
        if self._first_due_day is None:
            self._first_due_day = str(super().query_all({"first": FIRST_DUE_DAY})["first"].row(0))
        return self._first_due_day

    def _key(self, sql: str, then: str = "") -> str:
        texts = [sql, *(view_texts()[name] for name in sorted(views_read(sql)))]
        files = sorted({name for text in texts for name in named_in(text, EXTRACTS)})
        depends_on = [self._depends_on, then, *texts, *(self._files[name] for name in files)]
        if any(named_in(text, ["due_days"]) for text in texts):
            depends_on.append(self._due_days_from())
        if any(named_in(text, ["measure_names"]) for text in texts):
            depends_on += self._measure_names
        return key_of(*depends_on)


def _read(folder: Path) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(folder / ANSWERS) as archive:
            return {key: archive.read(key) for key in archive.namelist()}
    except (OSError, ValueError, KeyError, NotImplementedError, RuntimeError, zipfile.BadZipFile, zlib.error):
        return {}
