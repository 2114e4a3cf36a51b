"""Reads a council's raw CSV files, and finds for every thing the row that holds (definitions, section 2)."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from tests.oracle.cells import said_in
from tests.oracle.own_files import NO_SETTINGS, OwnFiles, Settings, read_own_files
from tests.oracle.plain_rows import KEYS, File, as_date, key_of

STATUTORY_COLUMNS = {
    "header": {"CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"},
    "episodes": {"CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC"}
    | {"REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN"},
    "reviews": {"CHILD", "DOB", "REVIEW", "REVIEW_CODE"},
    "uasc": {"CHILD", "SEX", "DOB", "DUC"},
}
OWN_EXTRACTS = ("review_details", "send", "escalations", *(name for name in KEYS if name != "uasc"))

Cells = dict[str, str]


@dataclass(frozen=True)
class Child:
    """A row of header."""

    sex: str
    born: date | None
    ethnic: str


@dataclass(frozen=True)
class Episode:
    """A row of episodes; `year` is the folder whose row this is."""

    child: str
    decom: date
    dec: date | None
    rne: str
    legal_status: str
    placement: str
    year: int


@dataclass(frozen=True)
class Review:
    """A review of the statutory return."""

    child: str
    held: date
    code: str
    born: date | None


@dataclass(frozen=True)
class Details:
    """A row of review_details; texts in lower case, except the reasons."""

    mode: str
    decisions_sent: date | None
    record_sent: date | None
    record_late_reason: str
    social_work_report: str
    parent_took_part: str
    late_reason: str
    care_plan: str
    seen_before_review: str


@dataclass(frozen=True)
class Send:
    """A child's SEND record as it was on one day; codes in capitals."""

    as_at: date
    provision: str
    primary_need: str
    disabilities: tuple[str, ...]


@dataclass(frozen=True)
class Escalation:
    """A concern raised by an IRO."""

    raised: date
    raised_stage: str
    theme: str
    resolved: date | None
    resolved_stage: str
    outcome: str
    learning_shared: date | None


@dataclass
class Council:
    """The rows that hold, of all loaded years."""

    years: list[int]
    children: dict[str, Child] = field(default_factory=dict)
    episodes: dict[tuple[str, date], Episode] = field(default_factory=dict)
    episodes_in_file: dict[int, dict[tuple[str, date], Episode]] = field(default_factory=dict)
    reviews: dict[tuple[str, date], Review] = field(default_factory=dict)
    details: dict[tuple[str, date], Details] = field(default_factory=dict)
    send: dict[tuple[str, date], Send] = field(default_factory=dict)
    escalations: dict[str, Escalation] = field(default_factory=dict)
    plain: dict[str, dict[tuple[object, ...], Cells]] = field(default_factory=lambda: {name: {} for name in KEYS})
    supplied: dict[int, set[str]] = field(default_factory=dict)
    own: OwnFiles = field(default_factory=OwnFiles)
    settings: Settings = field(default_factory=Settings)

    @cached_property
    def episodes_by_child(self) -> dict[str, list[Episode]]:
        """Return each child's episodes in order of DECOM."""
        found: dict[str, list[Episode]] = {}
        for (child, _), episode in sorted(self.episodes.items()):
            found.setdefault(child, []).append(episode)
        return found

    @cached_property
    def reviews_by_child(self) -> dict[str, list[Review]]:
        """Return each child's reviews in order of date."""
        found: dict[str, list[Review]] = {}
        for (child, _), review in sorted(self.reviews.items()):
            found.setdefault(child, []).append(review)
        return found

    @cached_property
    def send_by_child(self) -> dict[str, list[Send]]:
        """Return each child's SEND records in order of date."""
        found: dict[str, list[Send]] = {}
        for (child, _), record in sorted(self.send.items()):
            found.setdefault(child, []).append(record)
        return found


def loaded_years(raw: Path, year: int) -> list[int]:
    """Return the unbroken run of year folders that ends at `year`, oldest first."""
    years: list[int] = []
    while (raw / str(year)).is_dir():
        years.insert(0, year)
        year -= 1
    return years


def a_day(text: str) -> date:
    """Return the day that a cell of a key column names; such a cell is never blank."""
    day = as_date(text)
    if day is None:
        raise ValueError("A column that identifies a row is blank.")
    return day


def files_that_hold(folder: Path) -> dict[str, File]:
    """Return each extract's file in one year's folder, its newest export, with what its cells say."""
    exports: dict[str, dict[str, File]] = {}
    for path in sorted(folder.glob("*.csv")):
        name, _, exported = path.stem.partition("@")
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            columns = set(reader.fieldnames or [])
            rows = list(reader)
        held = [extract for extract, expected in STATUTORY_COLUMNS.items() if columns == expected]
        for extract in [*held, *([name] if name in OWN_EXTRACTS else [])]:
            said = [said_in(extract, row) for row in rows]
            exports.setdefault(extract, {})[exported] = File(frozenset(columns), said)
    return {extract: dated[max(dated)] for extract, dated in exports.items()}


def read_council(raw: Path, year: int, settings: Settings = NO_SETTINGS) -> Council:
    """Return the council as the report of `year` sees it; later rows and newer years replace earlier ones."""
    council = Council(loaded_years(raw, year), settings=settings)
    council.own = read_own_files(raw, council.years)
    for folder_year in council.years:
        found = files_that_hold(raw / str(folder_year))
        council.supplied[folder_year] = {need for name, file in found.items() for need in file.supplies(name)}
        files = {name: file.rows for name, file in found.items()}
        council.children |= {row["CHILD"]: _child(row) for row in files["header"]}
        in_file = {(e.child, e.decom): e for e in _episodes(files["episodes"], folder_year)}
        council.episodes_in_file[folder_year] = in_file
        council.episodes |= in_file
        for row in files["reviews"]:
            held = as_date(row["REVIEW"])
            if held is not None:
                review = Review(row["CHILD"], held, row["REVIEW_CODE"], as_date(row["DOB"]))
                council.reviews[review.child, held] = review
        for row in files.get("review_details", []):
            council.details[row["child_id"], a_day(row["review_date"])] = _details(row)
        for row in files.get("send", []):
            record = _send(row)
            council.send[row["child_id"], record.as_at] = record
        for row in files.get("escalations", []):
            council.escalations[row["escalation_id"]] = _escalation(row)
        for extract in KEYS:
            council.plain[extract] |= {key_of(extract, row): row for row in files.get(extract, [])}
    return council


def _child(row: Cells) -> Child:
    return Child(row["SEX"], as_date(row["DOB"]), row["ETHNIC"])


def _episodes(rows: list[Cells], year: int) -> Iterator[Episode]:
    for row in rows:
        decom, dec = a_day(row["DECOM"]), as_date(row["DEC"])
        yield Episode(row["CHILD"], decom, dec, row["RNE"], row["LS"], row["PLACE"], year)


def _details(row: Cells) -> Details:
    return Details(
        mode=row["mode"].lower(),
        decisions_sent=as_date(row["decisions_sent_date"]),
        record_sent=as_date(row["record_sent_date"]),
        record_late_reason=row["record_late_reason"],
        social_work_report=row["social_work_report"].lower(),
        parent_took_part=row["parent_took_part"].lower(),
        late_reason=row["late_reason"],
        care_plan=row.get("care_plan", "").lower(),
        seen_before_review=row.get("seen_before_review", "").upper(),
    )


def _send(row: Cells) -> Send:
    codes = [code.strip().upper() for code in row["disability"].split(";")]
    return Send(
        as_at=a_day(row["as_at_date"]),
        provision=row["sen_provision"].upper(),
        primary_need=row["primary_need"].upper(),
        disabilities=tuple(code for code in codes if code),
    )


def _escalation(row: Cells) -> Escalation:
    return Escalation(
        raised=a_day(row["raised_date"]),
        raised_stage=row["raised_stage"].lower(),
        theme=row["theme"],
        resolved=as_date(row["resolved_date"]),
        resolved_stage=row["resolved_stage"].lower(),
        outcome=row["outcome"],
        learning_shared=as_date(row["learning_shared_date"]),
    )
