"""`make publish`: the report and its figures as readers get them, looked through, and remembered for good."""

import shutil
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl

from kit.counting.figures import Figures, load_figures, load_unprotected_figures
from kit.documents.files import every_page, files_for_readers
from kit.errors import KitError
from kit.figures.csv import results_csv
from kit.files.disk_errors import writing
from kit.files.kept import key_of
from kit.files.locks import only_run
from kit.files.parquet import write_table
from kit.files.swap import new_folder, real_folder, recover, replacing, swap_in
from kit.files.walk import files_below, sha256
from kit.notebooks.chapters import own_chapters
from kit.notebooks.files import read_executed
from kit.paths import CHECKOUT, PUBLICATION, Places, chapter_files, shown
from kit.protection.machine_paths import refuse_paths
from kit.protection.publications import (
    FIGURES,
    RECORD,
    Publication,
    Record,
    load_publications,
    publication_name,
    record_text,
)
from kit.protection.published import BOUND, bind
from kit.publishing.audit.audit import Audited, audit
from kit.publishing.audit.proofs import proofs
from kit.publishing.audit.stated import known_numbers
from kit.report.page import pages
from kit.text import day, sentence
from kit.years import named


@dataclass(frozen=True)
class Said:
    """What the person who publishes says: who made it, who approved it, and why it is published again, if it is."""

    by: str = ""
    approved_by: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Made:
    """The folder that readers get, its record, whether the same was published before, and what to look at in it."""

    folder: Path
    record: Record
    before: bool
    remarks: Sequence[str] = ()


def publish(places: Places, year: int, as_at: date | None, said: Said, stamp: datetime) -> Made:
    """Publish the report of a year, or of its first half, as the draft in its folder shows it; return what was made.

    The files are audited first. The publication is remembered next, then its folder is made: a run that is killed
    between leaves one that a second run completes, as the same figures are published once. KitError, and all is as it
    was, if the audit finds anything, if no draft is there, and if the year was published with other figures and no
    reason is given.
    """
    draft = places.report(year, as_at)
    if not (draft / "report.html").is_file():
        raise KitError(f"There is no draft in {shown(draft)}. Make the report, and read it, before it is published.")
    figures = load_figures(places, year, as_at)
    if not figures.settings.hide_up_to:
        raise KitError(
            f"{shown(places.council_params / 'council.yml')}: hide_up_to is 0, so that no small number is hidden. Set "
            "it to 5, or to what the council decided, before anything is published."
        )
    read = [(path.stem, read_executed(path)) for path in chapter_files(draft / "notebooks")]
    own = {path.stem for path in own_chapters(places)}
    earlier = load_publications(places)
    same = [one for one in earlier if (one.record.year, one.day) == (year, as_at)]
    content = _content(places, figures, read, own)
    before = bool(same) and same[-1].record.content == content
    if same and not before and not said.reason:
        raise KitError(
            f"The report of {named(year, as_at)} was published on {same[-1].record.published[:10]}, and it has changed "
            'since. It stays as it was published unless you say why: REVISE="the reason" (or --revise "the reason").',
            wrong_use=True,
        )
    record = same[-1].record if before else _record(figures, year, as_at, said, stamp, len(same) + 1, content)
    draft = real_folder(draft)
    final = draft / PUBLICATION
    with writing(draft), only_run(draft.with_name(f".{draft.name}.lock"), lambda run: None):
        recover(final)
        new = new_folder(final)
        try:
            record = _fill(new, places, figures, read, own, record)
            others = [one for one in earlier if not before or one is not same[-1]]
            audited, counted = _audit(new, places, figures, as_at, others)
            audited.refuse(final)
            if not before:
                record = replace(record, audit=audited.told(stamp))
                _remember(places, record, figures, counted, audited)
            swap_in(new, final)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    return Made(final, record, before, audited.remarks)


def _content(
    places: Places, figures: Figures, read: Sequence[tuple[str, Mapping[str, Any]]], own: Collection[str]
) -> str:
    """Return a hash of all that a report says, without when and of what files it was made."""
    said = every_page(places, figures, pages(replace(figures, key=""), read, None, own, ""), "")
    return key_of(sorted(said.items()), results_csv(figures.results))


def _fill(
    new: Path,
    places: Places,
    figures: Figures,
    read: Sequence[tuple[str, Mapping[str, Any]]],
    own: Collection[str],
    record: Record,
) -> Record:
    """Make the files that readers get in the folder `new`; return the record with their hashes."""
    stamp = datetime.fromisoformat(record.published)
    words = published_words(record)
    made = pages(replace(figures, key=record.key), read, stamp, own, words)
    made = every_page(places, figures, made, words)
    for name, content in files_for_readers(figures, made).items():
        (new / name).write_bytes(content)
    refuse_paths(new, [CHECKOUT, Path.home(), places.data, places.params, places.reports])
    return replace(record, files={path.name: sha256(path) for path in files_below(new)})


def _audit(
    folder: Path, places: Places, figures: Figures, as_at: date | None, earlier: Sequence[Publication]
) -> tuple[Audited, pl.DataFrame]:
    """Return what the audit of the files in a folder found, and the figures as they were counted to judge by."""
    counted = load_unprotected_figures(places, figures.year, as_at)
    part = (as_at.month, as_at.day) if as_at else None
    settings, measures = figures.settings, figures.measures
    bound = bind(counted.results, measures, earlier, part, settings.hide_up_to)
    bound = bound.filter(pl.col("year") > 0).drop(BOUND)
    given = part, measures, settings.hide_up_to, settings.not_about_people
    return audit(folder, places, earlier, *given, bound, known_numbers(figures, places)), bound


def _remember(places: Places, record: Record, figures: Figures, counted: pl.DataFrame, audited: Audited) -> None:
    """Keep what readers get, and apart from it what was counted, and the audit's proofs.

    The last step says that it was published.
    """
    day = date.fromisoformat(record.as_at) if record.as_at else None
    name = publication_name(record.year, day, record.number)
    with replacing(places.ledger / name) as new:
        write_table(counted, new / FIGURES)
        for file, table in proofs(audited).items():
            write_table(table, new / file)
    with replacing(places.publications / name) as new:
        write_table(figures.results, new / FIGURES)
        (new / "figures.csv").write_text(results_csv(figures.results), encoding="utf-8", newline="\n")
        (new / RECORD).write_text(record_text(record), encoding="utf-8", newline="\n")


def published_words(record: Record) -> str:
    """Return what is at the head of a published report: when, by whom it was approved, and what is hidden."""
    day_of = day(date.fromisoformat(record.published[:10]))
    revised = f" This is revision {record.number - 1}: {sentence(record.reason)}" if record.number > 1 else ""
    approved = f", approved by {record.approved_by.rstrip('.')}" if record.approved_by else ""
    return (
        f"Published on {day_of}{approved}.{revised} Numbers from 1 to {record.hide_up_to}, and those that they could "
        "be worked out from, are hidden, so that no child can be recognised."
    )


def _record(
    figures: Figures, year: int, as_at: date | None, said: Said, stamp: datetime, number: int, content: str
) -> Record:
    sources = figures.sources.sort("year", "extract").iter_rows(named=True)
    return Record(
        year=year,
        as_at=str(as_at or ""),
        number=number,
        published=stamp.isoformat(timespec="seconds"),
        by=said.by,
        approved_by=said.approved_by,
        reason=said.reason,
        content=content,
        key=figures.key,
        kit_version=figures.kit_version,
        hide_up_to=figures.settings.hide_up_to,
        files={},
        exports={f"{source['year']} {source['extract']}": source["export_date"] or "undated" for source in sources},
        hiding=figures.hiding.row(0, named=True),
        audit={},
    )
