"""What a cell of a date column says: a day in any form that can mean only one, a stand-in for no date, or neither.

The day comes before the month, as in England. A year has four digits: of which century `01/04/21` is, and whether 21 is
its year, a mapping must say. What is read becomes dd/mm/yyyy; what is not stays as it is, and typing lists it.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

import polars as pl

from kit.extracts.columns import BLANK
from kit.extracts.convert import FIRST_DAY, LAST_DAY

DAY_0 = date(1899, 12, 30)
DAYS_TO_1970 = (date(1970, 1, 1) - DAY_0).days
# A number outside these is more likely something other than a spreadsheet's number of days.
FIRST_SERIAL, LAST_SERIAL = (date(1990, 1, 1) - DAY_0).days, (date(2100, 1, 1) - DAY_0).days
# Excel takes 1900 for a leap year, so that its day number 2 comes out as the 2nd.
FIRST_DAY_OF_EXCEL = date(1900, 1, 3)
# Such days as a spreadsheet's number of days; the last is 31/12/9999.
NO_DAY, LAST_OF_EXCEL = r"^[012](\.\d+)?$", 2958465
# What MySQL writes for no date, Excel for its day number 0, and both limits with the month first.
NO_DAY_IN_WORDS = (
    r"^(?:00?[/.-]00?[/.-]0000|0000[/.-]00[/.-]00|00?[/.-]0?1[/.-]1900|1900[/.-]0?1[/.-]00?"
    r"|12[/.-]31[/.-](?:1899|9999)|12[/.-]30[/.-]1899)$"
)
ROWS_AT_ONCE = 500_000

# A day and a time are longer: 1/4/2021 2pm.
SHORTEST_WITH_TIME = 10
# With +01:00 behind it, the day is that of the place. With Z or +00:00 it is that of Greenwich: here, in summer, from
# 23:00 on the next one. Such a time does not exist, so that the cell is refused.
TIME_OF_DAY = (
    r"(?i)(?:\s+at|[ T,])\s*(?:"
    r"\d{1,2}:\d{2}(?::\d{2}(?:[.:]\d+)?)?(?:\s*[ap]\.?m\.?|\s?\+01:?00)?"
    r"|\d{1,2}(?:\.\d{2})?\s*[ap]\.?m\.?"
    r"|(?:[01]\d|2[0-2]):\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]00:?00)"
    r")$"
)
MIDNIGHT = r"(?i)[ T,]\s*(00?:00(:00([.:]0+)?)?|12(:00(:00([.:]0+)?)?)?\s*a\.?m\.?)$"
MONTHS = dict(
    zip(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
        (f"{n:02d}" for n in range(1, 13)),
        strict=True,
    )
)
_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY, _NUMBER, _YEAR = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})", r"(?P<year>\d{4})"
_NTH = r"(?:st|nd|rd|th)?(?:\s+of)?"
# 20/05/2020, 20.5.2020, 20-05-2020; 2020-05-20, 2020/05/20; 20200520; 20-May-2020, Wed 20th May 2020, 20MAY2020;
# May 20, 2020; 2020-May-20.
READ = (
    rf"^{_DAY}[/. -]{_NUMBER}[/. -]{_YEAR}$",
    rf"^{_YEAR}[/. -]{_NUMBER}[/. -]{_DAY}$",
    r"^(?P<year>000[01]|1753|18\d\d|19\d\d|20\d\d|9999)(?P<month>\d\d)(?P<day>\d\d)$",
    rf"(?i)^{_WEEKDAY}{_DAY}{_NTH}[\s,./-]*{_MONTH}[\s,./-]*{_YEAR}$",
    rf"(?i)^{_WEEKDAY}{_MONTH}\s*{_DAY}{_NTH}[\s,]+{_YEAR}$",
    rf"(?i)^{_YEAR}[\s,./-]*{_MONTH}[\s,./-]*{_DAY}$",
)
# What those are called if a mapping names them, and the forms that a mapping must name, in order of likelihood.
READ_FORMS = (
    "%Y-%m-%d", "%d-%b-%Y", "%d %b %Y", "%d/%b/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y/%m/%d", "%Y%m%d", "%d %B %Y",
    "%d-%B-%Y", "%d%b%Y", "%b %d %Y", "%B %d, %Y", "%Y-%b-%d",
)  # fmt: skip
PROPOSED = (
    "%d/%m/%y", "%d-%m-%y", "%d.%m.%y", "%d %m %y", "%d-%b-%y", "%d %b %y", "%d/%b/%y", "%d%b%y", "%d %B %y",
    "%d%m%Y", "%m/%d/%Y", "%m-%d-%Y", "%m/%d/%y",
)  # fmt: skip
MOST_SLIPS = 0.05
_DIRECTIVES = {"d": r"\d{1,2}", "e": r"\d{1,2}", "m": r"\d{1,2}", "Y": r"\d{4}", "y": r"\d{2}", "j": r"\d{1,3}"}


@dataclass(frozen=True)
class ReadDays:
    """The cells of a date column, each dd/mm/yyyy if it is a day, blank if it stands for none, otherwise as it was.

    `no_day` says which stand for none. `serials` counts the days that were a spreadsheet's number of days, `times` the
    times of day that were dropped.
    """

    cells: pl.Series
    no_day: pl.Series
    serials: int
    times: int


def are_plain(cells: pl.Series) -> bool:
    """Return True only if no cell is anything but blank, a day from 1901 to 2100 as dd/mm/yyyy, or no day at all."""
    if not (cells.str.len_bytes() == 10).all():
        return False
    # 1/May/2020 has as many letters, and ends alike.
    return _are_between(cells.str.slice(2, 3), "/0", "/2") and _are_between(cells.str.slice(5), "/1900/", "/2100")


def _are_between(texts: pl.Series, after: str, to: str) -> bool:
    first, last = texts.min(), texts.max()
    return first is None or (str(first) > after and str(last) <= to)


def read_days(cells: pl.Series, form: str = "", *, is_workbook: bool = False, days_ahead: int = 0) -> ReadDays:
    """Return what the cells of a date column say; `form` is the strptime format that the council's mapping gives.

    `days_ahead` is what a workbook that counts days from 1904 lacks in its numbers of days.
    """
    parts = [
        _read(cells.slice(at, ROWS_AT_ONCE), form, is_workbook, days_ahead)
        for at in range(0, max(1, cells.len()), ROWS_AT_ONCE)
    ]
    return ReadDays(
        pl.concat([p.cells for p in parts]).alias(cells.name),
        pl.concat([p.no_day for p in parts]),
        sum(p.serials for p in parts),
        sum(p.times for p in parts),
    )


def _read(cells: pl.Series, form: str, is_workbook: bool, days_ahead: int) -> ReadDays:
    name, longest = cells.name, cells.str.len_bytes().max()
    texts = cells.alias("text")
    is_timed = longest is not None and longest > SHORTEST_WITH_TIME  # type: ignore[operator]
    if is_timed:
        texts = texts.to_frame().select(_without_time(pl.col("text"))).to_series()
    text, day = pl.col("text"), pl.col("day")
    number = text.str.extract(r"^(\d{5})(?:\.\d+)?$").cast(pl.Int64) + days_ahead
    is_serial = number.is_between(FIRST_SERIAL, LAST_SERIAL, closed="left").fill_null(False)
    of_serial = (number - DAYS_TO_1970).cast(pl.Int32).cast(pl.Date)
    of_text = pl.coalesce([*([_in_form(text, form)] if form else []), *(_day(text, one) for one in READ)])
    no_number = text.str.contains(rf"{NO_DAY}|{NO_DAY_IN_WORDS}|^{LAST_OF_EXCEL - days_ahead}(\.\d+)?$")
    first = FIRST_DAY_OF_EXCEL if is_workbook else FIRST_DAY
    # Many rows hold few days.
    days = (
        texts.drop_nulls()
        .unique()
        .to_frame()
        .with_columns(is_serial=is_serial, day=pl.when(is_serial).then(of_serial).otherwise(of_text))
        .with_columns(no_day=no_number | (~day.is_between(first, LAST_DAY)).fill_null(False))
        .with_columns(said=pl.when(~pl.col("no_day")).then(day.dt.strftime("%d/%m/%Y")))
    )
    no_days = texts.is_in(days.filter("no_day")["text"].to_list()).fill_null(False)
    changed = days.filter(pl.col("no_day") | (pl.col("said") != text).fill_null(False))
    new = texts.replace(changed["text"], changed["said"]) if changed.height else texts
    times = 0
    if is_timed:
        # What is neither stays as it was, with what looked like a time of day.
        unread = texts.is_in(days.filter(pl.col("said").is_null() & ~pl.col("no_day"))["text"].to_list())
        new = cells.zip_with(unread.fill_null(False), new)
        timed = cells.filter(((texts != cells) & ~unread & ~no_days).fill_null(False))
        times = int((~timed.str.contains(MIDNIGHT)).sum())
    serials = days.filter("is_serial")["text"].to_list()
    return ReadDays(new.alias(name), no_days, int(texts.is_in(serials).sum()) if serials else 0, times)


def _without_time(text: pl.Expr) -> pl.Expr:
    return text.str.replace(TIME_OF_DAY, "").str.strip_chars()


def _day(text: pl.Expr, form: str) -> pl.Expr:
    """Return the day that a text in one of the forms of `READ` names, null if it has another or is not a day."""
    parts = text.str.extract_groups(form).struct
    day, year = parts.field("day").str.zfill(2), parts.field("year")
    if "<name>" in form:
        name = parts.field("name").str.head(3).str.to_lowercase()
        month = name.replace_strict(MONTHS, default=None, return_dtype=pl.String())
    else:
        month = parts.field("month").str.zfill(2)
    return pl.concat_str(day, month, year, separator="/").str.to_date("%d/%m/%Y", strict=False)


def _in_form(text: pl.Expr, form: str) -> pl.Expr:
    """Return the day that a text in a strptime format names, null if it has another form or is not a day."""
    # Times of day are gone by now.
    form = re.split(r"[T ,]+%[HIklRTX]", form)[0]
    return pl.when(text.str.contains(_written(form))).then(text.str.to_date(form, strict=False))


@cache
def _written(form: str) -> str:
    """Return the expression for texts in a strptime format, in which a year has as many digits as the format says."""
    parts = re.split(r"%[-_0^#]?([A-Za-z%])", form)
    return "^" + "".join(_DIRECTIVES.get(p, r"\D+?") if n % 2 else re.escape(p) for n, p in enumerate(parts)) + "$"


def form_of(cells: pl.Series, *, whole: bool = False) -> str:
    """Return the strptime format of the cells that are no days in a form that is read; "" if none is known.

    A form with the month first only if these are the `whole` of the columns and none of them could have the day first:
    otherwise one slip of the hand would turn all others round.
    """
    days = _texts(cells)
    unread = days.filter(~_are_read(days))
    for form in PROPOSED if unread.len() else ():
        if form.startswith("%m") and whole and _fit(days, form).all():
            return form
        if not form.startswith("%m") and _fit(unread, form).sum() >= unread.len() * (1 - MOST_SLIPS):
            return form
    return ""


def read_form(cells: pl.Series) -> str:
    """Return the strptime format, other than dd/mm/yyyy, in which all of the cells are read; "" if there is none."""
    days = _texts(cells)
    return next((form for form in READ_FORMS if days.len() and _fit(days, form).all()), "")


def share_of_days(cells: pl.Series) -> float:
    """Return which share of the cells are days in a form that is read, or in one that a mapping could name."""
    days = _texts(cells)
    # A number alone may be anything.
    known = _are_read(days) & ~days.str.contains(r"^\d+$")
    for form in PROPOSED:
        known |= _fit(days, form) & (form != "%d%m%Y")
    return float(known.sum() / days.len()) if days.len() else 0.0


def _texts(cells: pl.Series) -> pl.Series:
    """Return the distinct cells that should be days, without times of day: no blanks, nor words that stand for one."""
    text = pl.col("text")
    given = cells.drop_nulls().unique(maintain_order=True).alias("text").to_frame().select(_without_time(text))
    return given.filter(~text.str.to_lowercase().is_in(list(BLANK)), ~text.str.contains(f"{NO_DAY}|{NO_DAY_IN_WORDS}"))[
        "text"
    ]


def _are_read(days: pl.Series) -> pl.Series:
    frame = days.to_frame().select(pl.coalesce(_day(pl.col("text"), form) for form in READ).is_not_null())
    return frame.to_series()


def _fit(days: pl.Series, form: str) -> pl.Series:
    return days.to_frame().select(_in_form(pl.col("text"), form).is_not_null()).to_series()
