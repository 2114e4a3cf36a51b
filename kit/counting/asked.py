"""The figures that are asked for: their key, and of which extracts and columns a year's files hold anything."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kit.extracts import EXTRACTS
from kit.extracts.stored import FileAccount, Intake
from kit.files.code_hash import code_hash
from kit.files.kept import key_of
from kit.intake.survey import Survey, survey
from kit.measures.headers import load_measures_of
from kit.measures.measure import Measure
from kit.measures.source_changes import with_source_changes
from kit.paths import MEASURES, PROBLEMS, VIEWS, Places
from kit.protection.publications import publications_key
from kit.settings.establishment import posts_by_year
from kit.settings.settings import Settings
from kit.years import ReportingYear, named, reporting_year


@dataclass(frozen=True)
class Asked:
    """Which figures are asked for: of what files, by which settings, and the folder and key of those kept."""

    places: Places
    year: int
    as_at: date | None
    settings: Settings
    found: Survey
    kept: Path
    key: str

    @property
    def depends_on(self) -> str:
        """What every query depends on: how each year's files are read, the last day that it knows, and the code."""
        key = self.found.pseudonym_key
        return f"{self.found.settings!r} {self.years!r} {key.fingerprint if key else ''} {code_hash()}"

    @property
    def measures(self) -> dict[str, Measure]:
        """The kit's measures and the council's own, with its changes of source."""
        found = load_measures_of(self.places.own_measures)
        return with_source_changes(found, self.settings.sources_changed.values())

    @property
    def own_measures(self) -> list[str]:
        """The names of the council's own measures that its report shows."""
        return [name for name, measure in self.measures.items() if measure.own and measure.shown]

    @property
    def years(self) -> tuple[ReportingYear, ...]:
        return tuple(reporting_year(y, self.as_at) for y in self.found.years)


def ask(places: Places, year: int, as_at: date | None = None) -> Asked:
    """Return which figures are asked for; KitError if the settings, or the folders of years, are wrong."""
    found = survey(places, year)
    settings = found.settings[year]
    code = code_hash(MEASURES, PROBLEMS, VIEWS)
    if own := [measure for measure in load_measures_of(places.own_measures).values() if measure.own]:
        code += repr(own)
    key = key_of(found.key, settings, year, as_at, code, publications_key(places))
    return Asked(places, year, as_at, settings, found, places.results / named(year, as_at), key)


def supplied(accounts: Collection[FileAccount]) -> set[tuple[int, str]]:
    """Return (year, extract) and (year, "extract.column") for everything that a year's newest files hold."""
    there: dict[tuple[int, str], tuple[str, ...]] = {}
    for account in sorted(accounts, key=lambda a: (a.export_date, a.file)):
        there[account.year, account.extract] = account.columns_not_supplied
    return set(there) | {
        (year, f"{name}.{column.name}")
        for (year, name), absent in there.items()
        for column in EXTRACTS[name].columns
        if column.heading not in absent
    }


def supplied_to(intake: Intake, settings: Settings) -> set[tuple[int, str]]:
    """Return what `supplied` returns of the files that were taken in, and (year, setting) for what the council says."""
    said = posts_by_year(settings.establishment, intake.years)
    return supplied(intake.accounts) | {(year, "council.establishment") for year in said}
