"""The sample council's files copied for a bench, so that nothing that is kept of them is in the checkout."""

import csv
import io
import os
import shutil
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from kit.bench.counted_charts import count_charts
from kit.bench.work import Bench
from kit.paths import CHECKOUT
from kit.running.worker_pool import STEADY

COUNCIL, YEAR = "sample", 2021
LAST_DAY = date(YEAR, 3, 31)
MADE = ("extracts", "results", "chapters", "problems")
# What an escalation that is still open does not have.
OF_THE_END = ("resolved_date", "resolved_stage", "outcome", "learning_shared_date")


@dataclass(frozen=True)
class SampleCouncil:
    """The folder of the copied council, and a bench whose processes work on it."""

    bench: Bench
    folder: Path

    @property
    def reports(self) -> Path:
        """The folder of the bench's own reports."""
        return self.bench.work / "reports"

    @property
    def counted(self) -> Path:
        """The folder in which the charts that processes draw are counted."""
        return self.bench.work / "counted"

    def forget(self, *made: str) -> None:
        """Delete what was made of the files: the folders named, or all and the reports."""
        for folder in [self.folder / name for name in made or MADE] + ([] if made else [self.reports]):
            shutil.rmtree(folder, ignore_errors=True)

    def change_a_row(self) -> None:
        """Let the last escalation that ended within the last year be open; called again, put it back."""
        path = max((self.folder / "raw" / str(YEAR)).glob("escalations*.csv"))
        # Beside the raw files it would be one more file that the report has to speak of.
        before = self.bench.work / "before the change.csv"
        if before.exists():
            shutil.move(before, path)
            return
        shutil.copyfile(path, before)
        with path.open(encoding="utf-8", newline="") as file:
            heading, *rows = csv.reader(file)
        places = [heading.index(name) for name in OF_THE_END]
        # What ended after the as-at day moves no figure.
        last = next(row for row in reversed(rows) if row[places[0]] and _day(row[places[0]]) <= LAST_DAY)
        for place in places:
            last[place] = ""
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([heading, *rows])
        path.write_text(text.getvalue(), encoding="utf-8", newline="\n")


def _day(text: str) -> date:
    return datetime.strptime(text, "%d/%m/%Y").replace(tzinfo=UTC).date()


def copied(bench: Bench) -> SampleCouncil:
    """Return the sample council, copied into the folder of the bench."""
    folder = bench.work / "data" / COUNCIL
    for name in ("raw", "audits"):
        shutil.copytree(CHECKOUT / "data" / COUNCIL / name, folder / name)
    own = bench.work / "jupyter"
    counting = count_charts(bench.work / "counted")
    environment = {
        **STEADY,
        **counting,
        "KIT_DATA": str(bench.work / "data"),
        "KIT_PARAMS": str(CHECKOUT / "params"),
        "PYTHONPATH": os.pathsep.join([counting["PYTHONPATH"], str(CHECKOUT)]),
        # Other tools start kernels with whatever this computer's user has set for Jupyter.
        **{f"JUPYTER_{kind}_DIR": str(own / kind.lower()) for kind in ("CONFIG", "DATA", "RUNTIME")},
        "IPYTHONDIR": str(own / "ipython"),
        "PLOOMBER_STATS_ENABLED": "false",
        "PLOOMBER_VERSION_CHECK_DISABLED": "1",
        "PLOOMBER_HOME_DIR": str(own / "ploomber"),
    }
    return SampleCouncil(replace(bench, environment=environment), folder)
