"""The files that the made-up council's staff export each spring."""

import csv
import io
from datetime import date
from functools import cache
from pathlib import Path

import polars as pl

from kit.extracts import EXTRACTS
from kit.figures.audit_records import RECORD, record_text
from kit.files.xlsx import Sheet, write_workbook
from kit.protection.commits.made_up import LIST, hash_of, list_text
from kit.sample.days import last_day, reporting_year_of
from kit.sample.draws import stream
from kit.sample.lives.council import Council, make_council
from kit.sample.records import audits, details, escalations, outcomes, own_extracts, returns, send
from kit.sample.records.modes import meeting_modes
from kit.sample.records.participation import participation_codes
from kit.sample.slips import care, own, planning, review, voice
from kit.sample.slips import children as children_slips
from kit.sample.slips.slips import UNUSABLE_CODES, Desk, Slip, Tables, parsed, unusable_codes
from kit.sample.targets import YEARS

SORTED_BY = {
    "episodes": ("CHILD", "DECOM"),
    "reviews": ("CHILD", "REVIEW"),
    "missing": ("CHILD", "MIS_START"),
    "review_details": ("child_id", "review_date"),
    "send": ("child_id", "as_at_date"),
    "escalations": ("escalation_id", "raised_date"),
}
# A file's name says when it was exported in some years only, as with real exports.
DATED = {
    ("review_details", 2017), ("review_details", 2019), ("review_details", 2020), ("review_details", 2021),
    ("send", 2020), ("send", 2021), ("escalations", 2018), ("escalations", 2019), ("escalations", 2021),
}  # fmt: skip
SEND_EXPORTED = {2020: date(2020, 4, 22), 2021: date(2021, 4, 19)}
# A workbook that a later export replaced: read, but not counted.
EARLIER_ESCALATIONS = (2019, date(2019, 4, 8))


def make_sample(folder: Path) -> None:
    """Write the council's raw exports to `folder`/<year>/, the same bytes on every run and platform.

    Other CSV and XLSX files in its years' folders are removed, so that no older export stays behind.
    """
    files = _files()
    for year in YEARS:
        (folder / str(year)).mkdir(parents=True, exist_ok=True)
        for old in sorted((folder / str(year)).iterdir()):
            if old.suffix in (".csv", ".xlsx") and f"{year}/{old.name}" not in files:
                old.unlink()
    for name, content in files.items():
        (folder / name).write_bytes(content)


def make_audit_records(folder: Path) -> None:
    """Write how the children of the made-up audits were drawn, as far as that was kept, beside a folder called raw."""
    for record in audits.audit_records(make_council()) if folder.name == "raw" else ():
        place = folder.parent / "audits" / f"wave-{record.wave}"
        place.mkdir(parents=True, exist_ok=True)
        (place / RECORD).write_text(record_text(record), encoding="utf-8", newline="\n")


def make_lists(folder: Path) -> None:
    """Write, beside a folder called raw, the list of the sample's files with their hashes, and what git may take.

    Anything more that is put there is a real child's for all that git knows.
    """
    if folder.name != "raw":
        return
    audited = {f"audits/wave-{r.wave}/{RECORD}": record_text(r).encode() for r in audits.audit_records(make_council())}
    files = audited | {f"raw/{name}": content for name, content in _files().items()}
    listed = list_text({name: hash_of(content) for name, content in files.items()})
    places = sorted({"/".join(name.split("/")[:n]) for name in files for n in range(1, name.count("/") + 1)})
    names = [".gitignore", LIST, *(f"{place}/" for place in places), *sorted(files)]
    kept = "".join(f"!/{name}\n" for name in names)
    ignored = f"# Made by make sample: git takes what it made, and no more.\n*\n{kept}"
    for name, text in ((LIST, listed), (".gitignore", ignored)):
        (folder.parent / name).write_text(text, encoding="utf-8", newline="\n")


def planted_slips() -> tuple[Slip, ...]:
    """Return every data-entry slip in the exports, by kind and year."""
    return _exports()[1]


@cache
def _exports() -> tuple[Tables, tuple[Slip, ...]]:
    council = make_council()
    unusable = unusable_codes(council)
    codes = participation_codes(council, unusable)
    tables = _tables(council, codes)
    return tables, tuple(_plant(council, tables, unusable))


def _tables(council: Council, codes: dict[tuple[str, date], str]) -> Tables:
    tables: Tables = {}
    modes = meeting_modes(council, codes)
    sent = details.sending_days(council, modes)
    raised = escalations.make_escalations(council)
    for year in YEARS:
        children = [child for child in council.children if returns.in_return(child, year)]
        leavers = outcomes.care_leavers(council, year)
        tables["header", year] = returns.header_rows([*children, *leavers], year)
        tables["episodes", year] = returns.episode_rows(children, year)
        tables["reviews", year] = returns.review_rows(council, codes, year)
        tables["uasc", year] = returns.unaccompanied_rows(children, year)
        tables["oc2", year] = outcomes.health_rows(children, year)
        tables["oc3", year] = outcomes.care_leaver_rows(leavers, year)
        tables["ad1", year] = outcomes.adoption_rows(children, year)
        tables["placed_for_adoption", year] = outcomes.placed_rows(children, year)
        tables["previous_permanence", year] = returns.previous_permanence_rows(children, year)
        tables["missing", year] = outcomes.missing_rows(children, year)
        tables["review_details", year] = details.detail_rows(council, modes, sent, year)
        tables["send", year] = send.send_rows(council, year)
        tables["escalations", year] = escalations.escalation_rows(raised, year, escalations.EXPORTED[year])
        for extract, make in own_extracts.MAKERS.items():
            if (made := make(council, year)) is not None:
                tables[extract, year] = made
    for (extract, _), rows in tables.items():
        _sort(extract, rows)
    return tables


def _plant(council: Council, tables: Tables, unusable: dict[tuple[str, date], str]) -> list[Slip]:
    used = {child for child, _ in unusable}
    used |= {child.child_id for child in council.children if child.short_breaks}
    planted = [
        Slip(kind, "reviews", reporting_year_of(day), child, day, "REVIEW_CODE")
        for kind, code, _ in UNUSABLE_CODES
        for (child, day), typed in sorted(unusable.items())
        if typed == code
    ]
    for kind, years, plant in (
        *review.PLANTED,
        *care.PLANTED,
        *own.PLANTED,
        *voice.PLANTED,
        *planning.PLANTED,
        *children_slips.PLANTED,
    ):
        for year, number in years.items():
            for n in range(number):
                planted.append(plant(Desk(council, tables, used, stream("slip", kind, year, n)), kind, year))
    planted += [
        Slip("review of a short-break child", "reviews", reporting_year_of(day), child.child_id, day, "")
        for child in council.children
        for day in returns.short_break_reviews(child)
        if day <= last_day(YEARS[-1])
    ]
    for (extract, _), rows in tables.items():
        _sort(extract, rows)
    return planted


def _sort(extract: str, rows: list[dict[str, str]]) -> None:
    # A stable sort: of two rows with the same key the later one holds.
    if extract in own_extracts.MAKERS:
        return
    who, when = SORTED_BY.get(extract, ("CHILD", "DOB"))
    rows.sort(key=lambda row: (row[who], parsed(row[when])))


def _files() -> dict[str, bytes]:
    tables = _exports()[0]
    files = {f"{year}/{_name(extract, year)}": _csv(extract, rows) for (extract, year), rows in tables.items()}
    year, day = EARLIER_ESCALATIONS
    earlier = escalations.escalation_rows(escalations.make_escalations(make_council()), year, day)
    files[f"{year}/escalations@{day.isoformat()}.xlsx"] = _workbook("escalations", earlier)
    for (extract, year, day), make in own_extracts.REPLACED.items():
        files[f"{year}/{extract}@{day.isoformat()}.csv"] = _csv(extract, make(make_council(), year))
    return files


def _name(extract: str, year: int) -> str:
    if day := own_extracts.EXPORTED.get((extract, year)):
        return f"{extract}@{day.isoformat()}.csv"
    if (extract, year) not in DATED:
        return f"{extract}.csv"
    days = {"send": SEND_EXPORTED, "review_details": details.EXPORTED, "escalations": escalations.EXPORTED}[extract]
    return f"{extract}@{days[year].isoformat()}.csv"


def _workbook(extract: str, rows: list[dict[str, str]]) -> bytes:
    """Return rows as a workbook: texts, and days of Excel under the headings in `_date`."""
    headings = EXTRACTS[extract].headings
    cells = {heading: [row.get(heading) or None for row in rows] for heading in headings}
    days = [heading for heading in headings if heading.endswith("_date")]
    frame = pl.DataFrame(cells, schema=dict.fromkeys(headings, pl.String)).with_columns(
        pl.col(days).str.to_date("%d/%m/%Y")
    )
    out = io.BytesIO()
    write_workbook(out, [Sheet("Sheet1", frame, [(heading, 14) for heading in headings])], packed=False)
    return out.getvalue()


def _csv(extract: str, rows: list[dict[str, str]]) -> bytes:
    out = io.StringIO()
    expected, given = EXTRACTS[extract].expected, {heading for row in rows for heading in row}
    headings = [heading for heading in EXTRACTS[extract].headings if heading in expected or heading in given]
    writer = csv.DictWriter(out, headings, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()
