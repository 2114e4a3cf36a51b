"""Made-up councils as typed extracts, for timing at national scale: ten years of children who come into care, move,
are reviewed and leave. They stand for what intake makes of a council's files; nothing is read or checked here.
"""

from datetime import timedelta
from pathlib import Path

import polars as pl

from kit.extracts import EXTRACTS
from kit.years import reporting_year

YEARS = tuple(reporting_year(year) for year in range(2012, 2022))
FIRST, LAST = YEARS[0].first_day, YEARS[-1].as_at
DAYS = (LAST - FIRST).days + 1
# What these councils supply; measures that need anything else are not supplied.
SUPPLIED = ("header", "episodes", "reviews", "review_details", "send", "escalations")
# Days after a child came into care on which reviews are held, and on which new placements begin.
REVIEWED = (25, 108, *range(288, 1600, 180))
MOVED = (0, 400, 1300)
LONGEST = 1600
# What the days above and the years come to.
REVIEWS_PER_CHILD = 3.766
PARTICIPATION = ("PN1", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7")
PLACEMENTS = ("U6", "U4", "U1", "K2", "P1", "H5") * 5 + ("A3",)


def write_councils(folder: Path, councils: int, reviews: int) -> list[Path]:
    """Write the extracts of so many councils, each with about so many reviews; return their folders."""
    folders = [folder / f"council_{number:03}" for number in range(councils)]
    for number, path in enumerate(folders):
        children = _children(number, round(reviews / REVIEWS_PER_CHILD))
        _write(path, "header", _header(children))
        _write(path, "episodes", _episodes(children))
        _write(path, "reviews", _reviews(children))
        _write(path, "review_details", _details(children))
        _write(path, "send", _send(children))
        _write(path, "escalations", _escalations(children))
    return folders


def _children(number: int, count: int) -> pl.DataFrame:
    """One row per child: two numbers that seem random, birthday, and the days on which care begins and ends."""
    n = pl.int_range(count, dtype=pl.Int64) + number * 1_000_003
    children = pl.select(
        child_id=n.cast(pl.String).str.zfill(9),
        seed=(n * 7919 + 104_729) % 1_000_003,
        other=(n * 15_485_863 + 32_452_843) % 982_451_653,
    )
    start = pl.lit(FIRST - timedelta(days=LONGEST)) + pl.duration(days=pl.col("seed") % (DAYS + LONGEST))
    in_care = children.with_columns(start=start).with_columns(
        end=pl.col("start") + pl.duration(days=20 + pl.col("other") % LONGEST),
        dob=pl.col("start") - pl.duration(days=pl.col("other") // 7 % 6300),
    )
    return in_care.filter(pl.col("end") >= FIRST)


def _header(children: pl.DataFrame) -> pl.DataFrame:
    named = children.with_columns(sex=_pick("1", "2"), ethnicity=_pick("WBRI", "WBRI", "MWBC", "AIND", "BCRB", "OOTH"))
    return _in_years(named, "start", "end")


def _episodes(children: pl.DataFrame) -> pl.DataFrame:
    parts = []
    for at, following in zip(MOVED, (*MOVED[1:], 2 * LONGEST), strict=True):
        episode = children.with_columns(
            decom=pl.col("start") + pl.duration(days=at),
            until=pl.min_horizontal(pl.col("start") + pl.duration(days=following), "end"),
            seed=pl.col("seed") + at,
            rne=pl.lit("P" if at else "S"),
        )
        began = (pl.col("decom") < pl.col("end")) & (pl.col("decom") <= LAST)
        parts.append(episode.filter(began & (pl.col("until") >= FIRST)))
    coded = pl.concat(parts).with_columns(
        legal_status=_pick("C2", "C2", "V2", "C1", "E1"),
        category_of_need=_pick("N1", "N4", "N6"),
        placement=_pick(*PLACEMENTS),
        place_provider=_pick("PR1", "PR4"),
    )
    known = _in_years(coded, "decom", "until")
    ended = (pl.col("until") <= LAST) & ~pl.col("superseded")
    moved = pl.col("until") < pl.col("end")
    return known.with_columns(
        dec=pl.when(ended).then("until"),
        rec=pl.when(ended & moved).then(pl.lit("X1")).when(ended).then(pl.lit("E4A")),
    )


def _held(children: pl.DataFrame) -> pl.DataFrame:
    """One row per review, in the year's file in which it was held."""
    parts = []
    for at in REVIEWED:
        day = pl.col("start") + pl.duration(days=at + pl.col("other") // 11 % 7)
        held = children.with_columns(review_date=day, seed=pl.col("seed") + at)
        parts.append(held.filter(pl.col("review_date").is_between(FIRST, pl.min_horizontal("end", pl.lit(LAST)))))
    return _on_day(pl.concat(parts), "review_date")


def _reviews(children: pl.DataFrame) -> pl.DataFrame:
    return _held(children).with_columns(participation_code=_pick(*PARTICIPATION))


def _details(children: pl.DataFrame) -> pl.DataFrame:
    after = {"decisions_sent_date": 13, "record_sent_date": 17}
    return _held(children).with_columns(
        iro_id=pl.concat_str(pl.lit("IRO"), pl.col("seed") % 12),
        mode=_pick("in person", "virtual", "hybrid"),
        late_reason=_pick(None, None, None, "Illness", "School holidays"),
        record_late_reason=_pick(None, "Workload", "Illness"),
        social_work_report=_pick("on time", "late"),
        care_plan=_pick("final", "draft"),
        parent_took_part=_pick("attended", "no"),
        quality_score=_pick("1", "2", "3", "4"),
        **{name: pl.col("review_date") + pl.duration(days=pl.col("other") // by % 30) for name, by in after.items()},
    )


def _send(children: pl.DataFrame) -> pl.DataFrame:
    years = _in_years(children, "start", "end").with_columns(
        as_at_date=pl.date(pl.col("year"), 3, 31), superseded=pl.lit(False)
    )
    return years.with_columns(
        sen_provision=_pick("N", "N", "K", "E"),
        primary_need=_pick("SEMH", "SLCN", "MLD", "ASD"),
        disability=pl.concat_list(_pick("NONE", "NONE", "LD", "MOB")),
    )


def _escalations(children: pl.DataFrame) -> pl.DataFrame:
    resolved = pl.col("raised_date") + pl.duration(days=pl.col("other") // 19 % 60)
    raised = children.filter(pl.col("seed") % 20 == 0).with_columns(
        raised_date=pl.col("start") + pl.duration(days=60),
        escalation_id=pl.concat_str(pl.lit("E"), "child_id"),
        iro_id=pl.concat_str(pl.lit("IRO"), pl.col("seed") % 12),
        raised_stage=_pick("Informal", "Stage 1"),
        theme=_pick("Drift", "Placement", "Education"),
        resolved_stage=_pick("Informal", "Stage 1", "Stage 2"),
        outcome=_pick("Upheld", "Not upheld"),
    )
    while_in_care = pl.col("raised_date").is_between(FIRST, pl.min_horizontal("end", pl.lit(LAST)))
    known = raised.filter(while_in_care).with_columns(resolved_date=pl.min_horizontal(resolved, pl.lit(LAST)))
    return _on_day(known, "raised_date")


def _in_years(rows: pl.DataFrame, start: str, end: str) -> pl.DataFrame:
    """Return each row once for every year in which it was open, as its file has it; all but the last superseded."""
    first = pl.max_horizontal(_year(pl.col(start)), YEARS[0].year)
    last = pl.min_horizontal(_year(pl.col(end)), YEARS[-1].year)
    years = rows.with_columns(year=pl.int_ranges(first, last + 1), last=last).explode("year")
    return years.with_columns(superseded=pl.col("year") < pl.col("last"))


def _on_day(rows: pl.DataFrame, day: str) -> pl.DataFrame:
    return rows.with_columns(year=_year(pl.col(day)), superseded=pl.lit(False))


def _year(day: pl.Expr) -> pl.Expr:
    return day.dt.year().cast(pl.Int64) + (day.dt.month() >= 4).cast(pl.Int64)


def _pick(*values: str | None) -> pl.Expr:
    return (pl.col("seed") % len(values)).replace_strict(dict(enumerate(values)), return_dtype=pl.String)


def _write(council: Path, name: str, rows: pl.DataFrame) -> None:
    """Write the rows of an extract, a file a year; columns that are not made up are blank."""
    schema = EXTRACTS[name].schema
    numbered = rows.with_columns(file=pl.lit(f"{name}.csv"), row=pl.int_range(pl.len()).over("year") + 2)
    blank = [pl.lit(None).alias(column) for column in schema if column not in numbered.columns]
    stored = numbered.with_columns(*blank).select(pl.col(c).cast(kind) for c, kind in schema.items())
    for year in YEARS:
        there = council / name / f"year={year.year}"
        there.mkdir(parents=True)
        stored.filter(pl.col("year") == year.year).write_parquet(there / f"{name}.parquet")
