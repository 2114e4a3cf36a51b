"""The folders of the checkout and of each council, and which notebooks are chapters.

The council is a parameter everywhere; nothing global remembers it.
"""

import os
import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kit.errors import KitError, did_you_mean
from kit.text import printable
from kit.years import named

# The one place that knows the folder of the code: other modules take their folder from here, so that they can move.
KIT = Path(__file__).resolve().parent
SQL = KIT / "sql"
MEASURES = SQL / "measures"
VIEWS = SQL / "views"
PROBLEMS = SQL / "problems"
DFE_RULES = SQL / "dfe_rules"
TEMPLATES = KIT / "chapters" / "templates"
EXTRACTS = KIT / "extracts"
CHECKOUT = KIT.parent
NOTEBOOKS = CHECKOUT / "notebooks"
# The timescales and bands of law and guidance.
STATUTORY = CHECKOUT / "params" / "statutory.yml"
# Published changes in the number of children, by size of council.
AHEAD = CHECKOUT / "params" / "ahead.yml"
COUNCIL_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
CHAPTER_FILE = re.compile(r"\d\d_\w+\.ipynb")
LEADS_NOWHERE = "a link to what is not there now. Connect the drive or share that it leads to, or remove the link."
# In the folder of a report: what readers get of it.
PUBLICATION = "publication"
# In the folder of a report: the documents made of its draft.
DOCUMENTS = "documents"
# Beside the notebooks, for an analyst's own trials; git ignores it.
SCRATCH = "scratch"


@dataclass(frozen=True)
class Places:
    """The folders of one council.

    `data` holds `<council>/raw/<Y>/`, `params` holds `<council>/council.yml`, `reports` receives
    `<council>/<Y>/`. Data may be outside the checkout.
    """

    council: str
    data: Path = CHECKOUT / "data"
    params: Path = CHECKOUT / "params"
    reports: Path = CHECKOUT / "reports"

    @property
    def raw(self) -> Path:
        return self.data / self.council / "raw"

    @property
    def extracts(self) -> Path:
        return self.data / self.council / "extracts"

    @property
    def results(self) -> Path:
        return self.data / self.council / "results"

    @property
    def chapters(self) -> Path:
        return self.data / self.council / "chapters"

    @property
    def problems(self) -> Path:
        return self.data / self.council / "problems"

    @property
    def failed(self) -> Path:
        """The chapters that failed, as far as they ran."""
        return self.reports / self.council / "failed"

    @property
    def audits(self) -> Path:
        """The samples drawn for audits, each in a folder of its own."""
        return self.data / self.council / "audits"

    @property
    def due(self) -> Path:
        """The due lists, a workbook for each day."""
        return self.data / self.council / "due"

    @property
    def publications(self) -> Path:
        """What was published, a folder each, never changed."""
        return self.data / self.council / "publications"

    @property
    def ledger(self) -> Path:
        """What stayed inside of each publication: its figures as they were counted."""
        return self.data / self.council / "ledger"

    @property
    def council_params(self) -> Path:
        return self.params / self.council

    @property
    def own_measures(self) -> Path:
        """The council's own measures, NAME.sql, counted after the kit's."""
        return self.council_params / "measures"

    @property
    def own_chapters(self) -> Path:
        """The council's own chapters, NN_name.ipynb, in its report alone."""
        return self.council_params / "chapters"

    def report(self, year: int, as_at: date | None = None) -> Path:
        return self.reports / self.council / named(year, as_at)


def find_council(
    council: str, data: Path | None = None, params: Path | None = None, reports: Path | None = None
) -> Places:
    """Return the folders of `council`; refuse a name that is not plain or has no raw folder (KitError)."""
    data = data or CHECKOUT / "data"
    places = replace(plain_council(council, params), data=data, reports=reports or CHECKOUT / "reports")
    if not places.raw.is_dir():
        refuse_broken(data, data / council, places.raw)
        known = sorted(p.parent.name for p in data.glob("*/raw") if p.is_dir()) if data.is_dir() else []
        raise KitError(
            f'There is no council "{council}": {shown(places.raw)} does not exist.{did_you_mean(council, known)} '
            f"Councils here: {', '.join(known) or 'none'}. To add one, put its files into "
            f"{shown(places.raw)}/<year>/.",
            wrong_use=True,
        )
    return places


def plain_council(council: str, params: Path | None = None) -> Places:
    """Return the folders of a council that may have no data yet; refuse a name that is not plain (KitError)."""
    # params/mappings/ holds the ready-made mappings, params/regions/ the regions.
    if not COUNCIL_NAME.fullmatch(council) or council in ("mappings", "regions"):
        raise KitError(
            f'"{printable(council)}" is not a council\'s name. Use lower-case letters, digits, "-" and "_", '
            "as its folder under data/ is called: COUNCIL=sample (or --council sample).",
            wrong_use=True,
        )
    return Places(council, params=params or CHECKOUT / "params")


def chapter_files(folder: Path, needed: bool = False) -> list[Path]:
    """Return the notebooks of `folder` that are chapters, NN_name.ipynb, in order of name.

    KitError if none is and one is `needed`.
    """
    found = sorted(path for path in folder.glob("*.ipynb") if CHAPTER_FILE.fullmatch(path.name))
    if needed and not found:
        raise KitError(f"{shown(folder)} holds no notebook called NN_name.ipynb: there is no chapter to run.")
    return found


def not_chapters(folder: Path) -> str:
    """Return one sentence that names the notebooks of `folder` that are not chapters, or "" if all are."""
    others = sorted(p for p in folder.glob("*.ipynb") if not (p.name.startswith(".") or CHAPTER_FILE.fullmatch(p.name)))
    if not others:
        return ""
    names = ", ".join(printable(shown(path), 100) for path in others)
    what = "is not a chapter and is" if len(others) == 1 else "are not chapters and are"
    return (
        f"{names} {what} left out: a chapter is called NN_name.ipynb, as in 13_our_questions.ipynb. "
        f"{shown(folder / SCRATCH)}/ is the place for trials."
    )


def refuse_broken(*paths: Path) -> None:
    """Refuse (KitError, all at once) links that lead nowhere: their target is gone, or on a drive that is not there."""
    # A junction of Windows is no link to Python, and a path below what may not be read is no error here.
    if broken := [path for path in paths if os.path.lexists(path) and not os.path.exists(path)]:  # noqa: PTH110
        raise KitError(f"{shown(path.parent)}/{printable(path.name, 80)} is {LEADS_NOWHERE}" for path in broken)


def shown(path: Path) -> str:
    """Return a path as a message should show it: from the checkout if it is in it, with "/"."""
    try:
        return path.relative_to(CHECKOUT).as_posix()
    except ValueError:
        return path.as_posix()
