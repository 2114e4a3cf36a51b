"""`make report`: figures, chapters, page, then the swap into its place."""

import shutil
from collections.abc import Iterable, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from kit.counting import figures
from kit.documents.commented import keep_commented
from kit.errors import KitError
from kit.figures.csv import results_csv
from kit.files.code_hash import code_hash
from kit.files.disk_errors import writing
from kit.files.kept import KeptFiles, key_of
from kit.files.locks import only_run
from kit.files.permissions import private
from kit.files.swap import new_folder, real_folder, recover, swap_in
from kit.files.telling import say
from kit.notebooks.chapters import own_chapters
from kit.notebooks.files import CELL_SECONDS, notebook_text, read_executed, read_source
from kit.notebooks.parameters import check_notebooks
from kit.paths import CHECKOUT, DOCUMENTS, NOTEBOOKS, PUBLICATION, Places, chapter_files, shown
from kit.protection.machine_paths import refuse_paths
from kit.report.page import pages
from kit.report.parts import left_out
from kit.running.kept_chapters import chapter_key
from kit.running.kept_report import fingerprint, remember
from kit.running.prepare import Prepared, prepare
from kit.running.run_chapters import run_chapters
from kit.running.worker_pool import WorkerPool, worker_pool


def make_report(
    places: Places,
    year: int,
    *,
    stamp: datetime,
    as_at: date | None = None,
    jobs: int | None = None,
    progress: bool = True,
    out: Path | None = None,
    timeout: int = CELL_SECONDS,
    fresh_kernels: bool = False,
    force: bool = False,
    notebooks: Path = NOTEBOOKS,
    pool: WorkerPool | None = None,
) -> Path:
    """Make the report of reporting year `year`, or of the year up to `as_at`, and return its folder.

    The folder, `reports/<council>/<year>/` or `<year>-at-<day>/`, holds `report.html`, `figures.html`, `figures.csv`
    and `notebooks/`.
    `out` takes the place of `reports/`; `stamp` is the time that the page gives. A run that fails, is stopped or is
    killed leaves the last good report as it was; one that finds another at work on the same report waits for it.
    With `fresh_kernels` each chapter runs in a Jupyter kernel of its own, and with `force` files are read, figures
    counted and chapters run also if nothing has changed. `pool` holds the worker processes of a caller who let them
    begin before; then `jobs` and `fresh_kernels` are its own. Faults are a KitError.
    """
    places = replace(places, reports=out.absolute()) if out else places
    final = places.report(year, as_at)
    paths = [*chapter_files(notebooks, needed=True), *own_chapters(places, notebooks)]
    check_notebooks(paths, _parameters(places, year, as_at))
    with nullcontext(pool) if pool else worker_pool(jobs, fresh_kernels) as workers, writing(final.parent):
        final.parent.mkdir(parents=True, exist_ok=True)
        place = real_folder(final)
        with only_run(place.with_name(f".{place.name}.lock"), lambda run: _say_waiting(final, run)):
            recover(place)
            new = new_folder(place)
            try:
                before = fingerprint(places, final, notebooks)
                run = HowToRun(paths, _parameters(places, year, as_at), progress, timeout, force, workers, before)
                said = _fill(new, places, year, as_at, run, stamp)
                swap_in(new, place)
                # What changed meanwhile is in no report of which it could be said that nothing has.
                if before and fingerprint(places, final, notebooks) == before:
                    remember(places, final, before, said)
            finally:
                shutil.rmtree(new, ignore_errors=True)
    return final


@dataclass(frozen=True)
class HowToRun:
    """Which chapters are run, on what, and how; `before` is the fingerprint of all files before anything was read."""

    paths: list[Path]
    parameters: dict[str, object]
    progress: bool
    timeout: int
    force: bool
    pool: WorkerPool
    before: str


@dataclass(frozen=True)
class Settled:
    """What a report is made of: its figures, its chapters, and a hash of all that these depend on."""

    figures: "figures.Figures"
    prepared: Prepared
    made_of: str

    def keys(self, run: "HowToRun") -> dict[Path, str]:
        """Return by notebook the key of all that its chapter depends on."""
        besides = {path: self.prepared.besides.get(path.stem, b"") for path in self.prepared.paths}
        measures = self.figures.measures
        return {
            path: chapter_key(path, run.parameters, self.figures, measures, words) for path, words in besides.items()
        }


def _settle(places: Places, year: int, as_at: date | None, run: HowToRun, again: bool = False) -> Settled:
    protected = figures.load_figures(places, year, as_at, run.pool.begin, again=again)
    prepared = prepare(protected, places, run.paths)
    texts = [notebook_text(read_source(path)) for path in prepared.paths]
    made_of = key_of(protected.key, protected.drawn, sorted(prepared.besides.items()), texts, code_hash())
    return Settled(protected, prepared, made_of)


def _fill(new: Path, places: Places, year: int, as_at: date | None, run: HowToRun, stamp: datetime) -> Sequence[str]:
    """Make everything that belongs to the report in the folder `new`, and return the warnings that were said."""
    with writing(places.data / places.council, otherwise=""):
        settled = _settle(places, year, as_at, run, run.force)
        warnings = [*figures.load_notes(places, year, as_at), *settled.prepared.warnings]
    _say(warnings)
    executed = _chapters(new / "notebooks", places, year, as_at, settled, run)
    read = [(path.stem, read_executed(path)) for path in executed]
    not_taken = [line for name, notebook in read for line in left_out(name, notebook)]
    _say(not_taken)
    own = {path.stem for path in own_chapters(places)}
    for name, page in pages(settled.figures, read, stamp, own).items():
        (new / name).write_text(page, encoding="utf-8", newline="\n")
    (new / "figures.csv").write_text(results_csv(settled.figures.results), encoding="utf-8", newline="\n")
    refuse_paths(new, [CHECKOUT, Path.home(), places.data, places.params, places.reports])
    # What readers have of it stays beside the new draft.
    if (published := places.report(year, as_at) / PUBLICATION).is_dir():
        shutil.copytree(published, new / PUBLICATION)
    _say(
        f"{name} has what was written into report.docx. It is kept, and says what the report said then."
        for name in keep_commented(places.report(year, as_at) / DOCUMENTS, new / DOCUMENTS)
    )
    return [*warnings, *not_taken]


def _chapters(out: Path, places: Places, year: int, as_at: date | None, settled: Settled, run: HowToRun) -> list[Path]:
    """Return the executed chapters in `out`: those of which nothing has changed as they were kept, the others run."""
    name, paths, keys = places.report(year, as_at).name, settled.prepared.paths, settled.keys(run)
    kept = KeptFiles(places.chapters / name, ".ipynb")
    out.mkdir(parents=True)
    found = [] if run.force else [path for path in paths if _copied(kept.find(path.stem, keys[path]), out / path.name)]
    if left := [path for path in paths if path not in found]:
        try:
            ran = run_chapters(
                left,
                run.parameters,
                out,
                progress=run.progress,
                timeout=run.timeout,
                failed=places.failed / name,
                environment={
                    "KIT_DATA": str(places.data.absolute()),
                    "KIT_PARAMS": str(places.params.absolute()),
                    "KIT_RUN": f"{settled.figures.key} {settled.made_of} {places.council}/{name}",
                },
                pool=run.pool,
            )
        except KitError:
            # Chapters that fail because a file has changed would say so one by one.
            _refuse_changes(places, year, as_at, settled, run)
            raise
        finally:
            private(places.failed)
        _refuse_changes(places, year, as_at, settled, run)
        for path, executed in zip(left, ran, strict=True):
            kept.keep(path.stem, keys[path], executed.read_bytes())
    if found and run.progress:
        _say([f"{len(found)} of {len(paths)} chapters are as they were: nothing that they depend on has changed."])
    return [out / path.name for path in paths]


def _copied(kept: Path | None, to: Path) -> bool:
    """Copy a kept chapter, if there is one; False if there is none, or no longer."""
    with suppress(FileNotFoundError):
        return kept is not None and bool(shutil.copyfile(kept, to))
    return False


def _refuse_changes(places: Places, year: int, as_at: date | None, before: Settled, run: HowToRun) -> None:
    """Refuse chapters that ran while something that they depend on changed: some may show it, and others not."""
    final = places.report(year, as_at)
    if run.before and fingerprint(places, final, run.paths[0].parent) == run.before:
        return
    code_hash.cache_clear()
    if _settle(places, year, as_at, run).made_of != before.made_of:
        where = f"{shown(places.raw)}, {shown(places.council_params)} or the kit"
        raise KitError(f"{where}: a file changed while the chapters were made. Make the report again.")


def _parameters(places: Places, year: int, as_at: date | None) -> dict[str, object]:
    whole: dict[str, object] = {"council": places.council, "year": year}
    return whole | {"as_at": str(as_at)} if as_at else whole


def _say_waiting(final: Path, run: str) -> None:
    _say([f"Another run (process {run}) is making {shown(final)}. Waiting for it to end; Ctrl-C stops waiting."])


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        say(line)
