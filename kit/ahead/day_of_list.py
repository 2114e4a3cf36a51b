"""As at which day a due list is made: the newest export date, or the day that was asked for; never the clock."""

from dataclasses import dataclass
from datetime import date, timedelta

from kit.errors import KitError
from kit.extracts.stored import FileAccount, Intake
from kit.intake.survey import Survey
from kit.intake.take_in import take_in
from kit.intake.year_folders import year_folders
from kit.paths import Places, shown
from kit.settings.load import load_settings
from kit.settings.settings import Settings
from kit.text import day, extract_words, listed
from kit.years import ReportingYear, label, parse_day, reporting_year, reporting_year_of

# Whose newest export date is the day of a list if none is given.
DATED_BY = ("episodes", "reviews")
OLD_AFTER = timedelta(days=7)
# What is wrong in a list if an export is old.
SINCE = {
    "episodes": "children who left since may still be in it",
    "reviews": "reviews held since may show as overdue",
    "review_details": "officers may have changed",
    "allocations": "officers may have changed",
    "decisions": "decisions done since may show as open",
}


@dataclass(frozen=True)
class ListedDay:
    """The day of a list, the files that it knows, and what the person at the keyboard must know of both."""

    as_at: date
    intake: Intake
    settings: Settings
    lines: tuple[str, ...]

    @property
    def years(self) -> list[ReportingYear]:
        """The loaded years: whole ones, and the last up to the day of the list."""
        *earlier, last = self.intake.years
        return [*map(reporting_year, earlier), ReportingYear(last, self.as_at)]


def asked_year(places: Places, as_at: str) -> int:
    """Return the reporting year whose files a list as at that day needs: the newest that is there if none is given.

    KitError if it is no day, or if there are no files of its year.
    """
    folders = year_folders(places)
    if not folders:
        raise KitError(f"{shown(places.raw)} holds no year's files. Put them into {shown(places.raw)}/<year>/.")
    newest = max(folders)
    if not as_at.strip():
        return newest
    wanted = reporting_year_of(parse_day(as_at))
    if wanted not in folders:
        ended = reporting_year(newest).as_at
        raise KitError(
            f"{places.council} has no files of {label(wanted)}, so what was due on {day(parse_day(as_at))} is not "
            f"known. The newest are of {label(newest)} and know days up to {day(ended)}: --as-at {ended} (AS_AT="
            f"{ended}), or put the year's exports so far into {shown(places.raw / str(wanted))}/.",
            wrong_use=True,
        )
    return wanted


def day_of_list(places: Places, year: int, as_at: str, found: Survey | None = None) -> ListedDay:
    """Return the day of a list made from the files of the years up to `year`, to be called with the extracts held.

    `found` is what is there, if the caller has looked.

    KitError if no day is given and no file of episodes or reviews has one in its name.
    """
    settings = load_settings(places, year)
    intake = take_in(places, year, settings.known_problems, settings.known_in, found=found)
    newest = _newest_exports(intake.accounts, year)
    lines = []
    if as_at.strip():
        chosen = parse_day(as_at)
    else:
        dates = [newest[name] for name in DATED_BY if newest.get(name)]
        if not dates:
            raise KitError(
                f"The files of episodes and reviews of {label(year)} have no export date in their names. Say as at "
                f"which day the list is: --as-at {reporting_year(year).as_at} (AS_AT={reporting_year(year).as_at}), or "
                f"name the files by it: episodes@{reporting_year(year).as_at}.csv.",
                wrong_use=True,
            )
        chosen = date.fromisoformat(max(dates))
        whole = reporting_year(year)
        if chosen > whole.as_at:
            lines.append(
                f"The newest export is of {day(chosen)}, but the files of {label(year)} know days up to "
                f"{day(whole.as_at)}: the list is as at that day. For a later one put the exports of "
                f"{label(year + 1)} so far into {shown(places.raw / str(year + 1))}/."
            )
            chosen = whole.as_at
        elif chosen < whole.first_day:
            raise KitError(
                f"The newest export of episodes and reviews in {shown(places.raw / str(year))} is of {day(chosen)}, "
                f"before {label(year)} began. Correct the date in its name, or move it to the folder of its year."
            )
    lines += _ages(newest, chosen)
    return ListedDay(chosen, intake, settings, tuple(lines))


def _newest_exports(accounts: tuple[FileAccount, ...], year: int) -> dict[str, str]:
    """Return the newest export date of each extract of the year, "" if its files have none."""
    newest: dict[str, str] = {}
    for account in accounts:
        if account.year == year:
            newest[account.extract] = max(newest.get(account.extract, ""), account.export_date)
    return newest


def _ages(newest: dict[str, str], as_at: date) -> list[str]:
    """Say in one line which exports are old on the day, and of which it is not known."""
    there = {name: newest[name] for name in SINCE if name in newest}
    old = {
        name: f"{extract_words(name)} (of {day(date.fromisoformat(exported))})"
        for name, exported in there.items()
        if exported and as_at - date.fromisoformat(exported) > OLD_AFTER
    }
    undated = [extract_words(name) for name, exported in there.items() if not exported]
    said = []
    if old:
        since = dict.fromkeys(SINCE[name] for name in old)
        said.append(
            f"OLD EXPORTS: on {day(as_at)} these are more than {OLD_AFTER.days} days old: {listed([*old.values()])}. "
            f"What happened since is not in this list: {listed([*since])}."
        )
    if undated:
        said.append(
            f"{'Of' if old else 'HOW OLD IS NOT KNOWN: of'} {listed(undated)} no export date is known, as their names "
            f"have none (episodes@{as_at}.csv)."
        )
    return [" ".join(said)] if said else []
