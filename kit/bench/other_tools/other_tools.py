"""Other tools that run notebooks, each as its makers say, on the same notebooks and data as the report."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from kit.bench.other_tools.notebook_tools import PARAMETERS
from kit.bench.sample_council import SampleCouncil
from kit.bench.work import Took
from kit.errors import KitError


@dataclass
class Rival:
    """A tool, how long its runs took, and why there are none (or no more) if it cannot be had or failed."""

    name: str
    module: str
    took: list[Took] = field(default_factory=list)
    why: str = ""

    def __post_init__(self) -> None:
        if find_spec(self.module) is None:
            self.why = f"this Python has no {self.name}; `make bench` sets one up that has"

    def time(self, work: Callable[[], Took]) -> None:
        """Keep how long `work` took, unless the tool failed before or fails now."""
        if not self.why:
            try:
                self.took.append(work())
            except KitError as error:
                self.why = error.messages[0]


def papermill_command(sample: SampleCouncil, notebooks: Path, out: Path) -> Took:
    """Return how long it took with Papermill's command for one notebook after another."""
    command, given = _script("papermill"), [w for name, value in PARAMETERS.items() for w in ("-p", name, str(value))]
    out.mkdir(exist_ok=True)
    paths = sorted(notebooks.glob("*.ipynb"))
    took = (
        sample.bench.time("Papermill", [*command, path, out / path.name, *given, "--no-progress-bar"]) for path in paths
    )
    return sum(took, Took(0, 0))


def run_by(tool: str, sample: SampleCouncil, notebooks: Path, out: Path) -> Took:
    """Return how long it took with a tool of `kit.bench.other_tools.notebook_tools`."""
    out.mkdir(exist_ok=True)
    return sample.bench.time(tool, [sys.executable, "-m", "kit.bench.other_tools.notebook_tools", tool, notebooks, out])


@dataclass(frozen=True)
class JupyterCache:
    """A project of jupyter-cache that holds the notebooks; it works by its command line."""

    sample: SampleCouncil
    notebooks: Path
    cache: Path

    def add(self) -> None:
        """Make the project."""
        # Its commands ask whether to make a folder that is not there.
        self.cache.mkdir()
        self._run("notebook", "add", *sorted(self.notebooks.glob("*.ipynb")))

    def execute(self) -> Took:
        """Run what it takes for changed, and return how long that took."""
        return self._run("project", "execute", "--timeout", "600")

    def merge(self, out: Path) -> None:
        """Write each notebook with the outputs that the cache gives it into a new folder."""
        out.mkdir()
        for path in self.notebooks.glob("*.ipynb"):
            self._run("notebook", "merge", path, out / path.name)

    def _run(self, part: str, action: str, *arguments: str | Path) -> Took:
        command = [*_script("jcache"), part, "-p", self.cache, action, *arguments]
        return self.sample.bench.time("jupyter-cache", command)


def _script(name: str) -> list[str]:
    """Return the command that a package brought into this Python's environment."""
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    if not found:
        raise KitError(f"bench: {Path(sys.executable).parent} has no command {name}.")
    return [found]
