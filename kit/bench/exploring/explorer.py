"""The explorer in JupyterLab: how long until it is drawn, and until a change is, of the sample council."""

import json
import os

from kit.bench.table import Line, measured, skipped
from kit.bench.work import Bench
from kit.errors import KitError
from kit.paths import CHECKOUT

OPENS, CHANGES = "the explorer opens, drawn in JupyterLab", "a change of breakdown is drawn"
MOST_TO_OPEN, MOST_TO_CHANGE = 3.0, 0.3
# The browser is driven by packages of the tests' environment.
PYTHON = CHECKOUT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def explore(bench: Bench) -> list[Line]:
    """Return how long the explorer of the sample took; skipped if there is no environment of tests, or no browser."""
    opens: list[float] = []
    changes: list[float] = []
    try:
        for number in range(1, bench.runs + 1):
            bench.say_run(number, "the explorer in a browser")
            said = bench.run("explorer", [PYTHON, "-m", "kit.commands.time_explorer", bench.work / str(number)])
            took = json.loads(said.splitlines()[-1])
            opens.append(took["opens"])
            changes += took["changes"]
    except (KitError, OSError):
        why = "it needs the environment of make test, with Chromium"
        return [
            skipped(OPENS, "s", MOST_TO_OPEN, why=why),
            skipped(CHANGES, "s", MOST_TO_CHANGE, why=why),
        ]
    how = "in Chromium, once the council's figures are open"
    return [
        measured(OPENS, opens, "s", MOST_TO_OPEN, how=how),
        measured(CHANGES, changes, "s", MOST_TO_CHANGE, how=f"median of {len(changes)} changes"),
    ]
