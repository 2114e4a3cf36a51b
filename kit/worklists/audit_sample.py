"""Drawing the children of the next audits, and the sheet on which auditors answer: internal, it names children.

The sheet has the columns of the audits extract, so that it comes back in as one once it is filled in.
"""

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from kit.errors import KitError
from kit.extracts import EXTRACTS
from kit.extracts.codes import AUDIT_ANSWER
from kit.extracts.notes import Note
from kit.extracts.stored import Intake
from kit.figures.audit_records import RECORD, SHEET, Drawn, read_records, record_text
from kit.files.permissions import private, refuse_if_others_read
from kit.files.swap import replacing
from kit.files.xlsx import Sheet, write_workbook
from kit.intake.real_identifiers import real_identifiers
from kit.intake.survey import survey
from kit.intake.take_in import take_in, using_extracts
from kit.paths import Places, shown
from kit.protection.looked import note_look
from kit.settings.load import load_settings
from kit.settings.settings import Settings
from kit.text import day, listed, printable
from kit.warehouse.warehouse import Warehouse
from kit.worklists.sampling import by_stratum, draw, seed_text, stratum
from kit.years import reporting_year

WIDTHS = {"wave": 26, "audited_date": 14, "child_id": 14, "question": 46, "answer": 10, "note": 60}
AT_MOST = 64


@dataclass(frozen=True)
class Sample:
    """A sample that was drawn: its sheet, the record of how, and what is told of the files that it was drawn from."""

    sheet: Path
    record: Drawn
    notes: tuple[Note, ...]


def draw_sample(places: Places, year: int, size: int, seed: int, wave: str = "", *, real_ids: bool = False) -> Sample:
    """Draw `size` children of those looked after on the last day of `year`, and write their sheet and its record.

    They are in `data/<council>/audits/`, in a folder of their own. KitError if the size is not from 1 to the number
    of children, if the sheet or its wave is there already, or if identifiers are pseudonyms: then
    `real_ids` is needed, with which the sheet has the case system's own.
    """
    settings = load_settings(places, year)
    if settings.pseudonymise and not real_ids:
        raise KitError(
            "council.yml: with pseudonymise: true the sheet would have pseudonyms, by which no auditor finds a child. "
            "Add --real-ids: it then has the case system's numbers. That needs the key and the raw files, and is in "
            "looked.log.",
            wrong_use=True,
        )
    as_at = reporting_year(year).as_at
    wave = wave.strip() or f"Drawn as at {day(as_at)}"
    folder = places.audits / f"{year}-size-{size}-seed-{seed}"
    _refuse_what_is_there(places, folder, wave)
    strata, intake = _strata(places, year, settings, real_ids=real_ids)
    if real_ids:
        refuse_if_others_read(places.audits)
    if not 1 <= size <= len(strata):
        raise KitError(
            f"--size {size}: {len(strata)} children were looked after on {day(as_at)}. Draw from 1 to that many.",
            wrong_use=True,
        )
    children = draw(strata, size, seed_text(year, seed))
    counts, questions = by_stratum(strata, children), settings.audits.questions
    record = Drawn(wave, year, as_at.isoformat(), seed, size, len(strata), counts, questions, intake.key)
    with replacing(folder) as new:
        private(places.audits)
        write_workbook(new / SHEET, [_sheet(children, record)])
        (new / RECORD).write_text(record_text(record), encoding="utf-8", newline="\n")
    ids = ", real identifiers" if real_ids else ""
    note_look(places, "sample-audit", year, f"children drawn for audits{ids}", size)
    return Sample(folder / SHEET, record, intake.notes)


def _refuse_what_is_there(places: Places, folder: Path, wave: str) -> None:
    if folder.exists():
        raise KitError(
            f"{shown(folder)} is there already, and is never overwritten: answers may be in it. Draw with another "
            "--seed, or move the folder away.",
            wrong_use=True,
        )
    waves = [record.wave for record in read_records(places.audits)]
    if wave in waves:
        raise KitError(
            f'"{printable(wave)}" is the wave of a sample in {shown(places.audits)}. Name this one: --wave "…". '
            f"There are: {listed([printable(w) for w in waves])}.",
            wrong_use=True,
        )
    if len(wave) > AT_MOST or not wave.isprintable():
        raise KitError(f"--wave: give a name of one line and at most {AT_MOST} characters.", wrong_use=True)


def _strata(places: Places, year: int, settings: Settings, *, real_ids: bool) -> tuple[dict[str, str], Intake]:
    """Return the stratum of each child looked after on the last day of the year, and the intake that it is of.

    A child is called as the case system does: a seed draws the same children with pseudonyms and without.
    """
    found = survey(places, year)
    real = real_identifiers(places, found) if real_ids else {}
    with using_extracts(places, found.pseudonym_key):
        intake = take_in(places, year, settings.known_problems, settings.known_in, found=found)
        with Warehouse(intake, map(reporting_year, intake.years), settings.timescales) as warehouse:
            children = warehouse.query(
                f"""SELECT child_id, age_band_all, placement
                    FROM children_in_care
                    WHERE reporting_year = {year}"""
            )
    return {
        real.get(child, child): stratum(age_band, placement) for child, age_band, placement in children.iter_rows()
    }, intake


def _sheet(children: tuple[str, ...], record: Drawn) -> Sheet:
    """Return a row for each child and question, answers and days left blank."""
    extract = EXTRACTS["audits"]
    blank = dict.fromkeys(extract.headings)
    rows = [
        blank
        | {
            "audit_id": f"A{record.year}-{record.seed}-{place:03d}",
            "wave": record.wave,
            "child_id": child,
            "question": question,
        }
        for place, child in enumerate(children, start=1)
        for question in record.questions
    ]
    return Sheet(
        "Audits",
        pl.DataFrame(rows, schema=dict.fromkeys(extract.headings, pl.String())),
        [(heading, WIDTHS.get(heading, 18)) for heading in extract.headings],
        choices={"answer": tuple(AUDIT_ANSWER.labels)},
    )
