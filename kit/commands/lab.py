"""Opens JupyterLab on the notebooks, offline: `python -m kit.commands.lab`, or `make lab`.

`KIT_COUNCIL` opens copies set to that council, in `work/<council>/`, which git ignores, at `explore.ipynb`. Beside the
notebooks is `scratch/`, for an analyst's own trials, which git ignores too; the sample's `explore.ipynb` is there. The
whole checkout is at hand, as a council's own words, chapters and measures are in `params/<council>/`.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from kit.commands.options import refuse_nothing
from kit.errors import KitError
from kit.explore.first_notebook import EXPLORE, first_notebook
from kit.explore.where_shown import OPENED_BY_LAB
from kit.files.permissions import private
from kit.files.telling import take_any_letter
from kit.intake.year_folders import year_folders
from kit.notebooks.copies import Copies, make_copies
from kit.notebooks.files import write_notebook
from kit.paths import CHECKOUT, NOTEBOOKS, SCRATCH, Places, find_council, not_chapters, shown
from kit.years import parse_year

SAMPLE, SAMPLE_YEAR = "sample", 2021
# JupyterLab asks to show news, and looks on the internet for newer versions of itself, unless told not to.
OFFLINE = {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False}}
LONGEST_SOCKET = 60
NO_HISTORY = "c.HistoryManager.enabled = False"
ALONE = 0o077
FIRST = "00_start_here.ipynb"


def choose_folder(council: str, year: str) -> Path:
    """Return the folder to open: the tracked notebooks for the sample council, otherwise the council's copies.

    The copies are set to `year`, or if it is "" to the newest year of the council. Raises KitError.
    """
    if council == SAMPLE and not year:
        return NOTEBOOKS
    places = find_council(council)
    folder = CHECKOUT / "work" / council
    chosen = parse_year(year) if year else newest_year(places)
    first = {EXPLORE: first_notebook(council, chosen)}
    tell(make_copies(NOTEBOOKS, folder, {"council": council, "year": chosen}, first), folder)
    private(folder.parent)
    return folder


def newest_year(places: Places) -> int:
    """Return the newest year that the council's raw folder holds; a KitError if it holds none."""
    years = year_folders(places)
    if not years:
        raise KitError(f"{shown(places.raw)} holds no year. Put its files into {shown(places.raw)}/<year>/.")
    return parse_year(max(years))


def tell(copies: Copies, folder: Path) -> None:
    """Say what became of the council's copies."""
    print(f"{shown(folder)}: {len(copies.made)} notebooks copied, {len(copies.kept)} as they were.")
    for name in copies.behind:
        print(f"{name} stays as you changed it, but the original or the year is another now. To get a new copy,")
        print("give yours another name and run the same command again.")


def make_scratch(folder: Path) -> Path:
    """Make the folder for an analyst's own trials beside the notebooks, and return it.

    It is for its owner alone, and so is what JupyterLab keeps of older versions beside it.
    """
    scratch = folder / SCRATCH
    scratch.mkdir(exist_ok=True)
    if folder == NOTEBOOKS and not (scratch / EXPLORE).exists():
        write_notebook(first_notebook(SAMPLE, SAMPLE_YEAR), scratch / EXPLORE)
    for path in (scratch, folder / ".ipynb_checkpoints"):
        private(path)
    return scratch


def keep_no_history(prefix: Path) -> None:
    """Tell an environment's IPython to keep no file of what is typed into cells: it may name a child."""
    path = prefix / "etc" / "ipython" / "ipython_config.py"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else ["c = get_config()"]
    if NO_HISTORY not in lines:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join([*lines, NO_HISTORY, ""]), encoding="utf-8", newline="\n")


def stay_offline(prefix: Path) -> None:
    """Tell an environment's JupyterLab to fetch no news and look for no updates; the rest stays."""
    path = prefix / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    settings = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    if settings | OFFLINE != settings:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(settings | OFFLINE, indent=1, sort_keys=True) + "\n"
        path.write_text(text, encoding="utf-8", newline="\n")


def lab_command(folder: Path, *options: str) -> list[str]:
    """Return the command that opens JupyterLab on the notebooks of `folder`, with the kernel of this environment."""
    from jupyter_core.paths import jupyter_runtime_dir

    root = CHECKOUT if folder.is_relative_to(CHECKOUT) else folder
    first = folder / (EXPLORE if (folder / EXPLORE).exists() else FIRST)
    ours = [
        f"--ServerApp.root_dir={root}",
        f"--ServerApp.preferred_dir={folder}",
        f"--LabApp.default_url=/lab/tree/{first.relative_to(root).as_posix()}",
        "--ServerApp.contents_manager_class=kit.commands.lab_saving.Contents",
        "--LabApp.extension_manager=readonly",
        "--log-level=WARN",
    ]
    # If the platform has local sockets, kernels open no port; a socket's path must be short.
    if os.name != "nt" and len(jupyter_runtime_dir()) <= LONGEST_SOCKET:
        ours.append("--ConnectionFileMixin.transport=ipc")
    # In a container the only user is often root, whom JupyterLab would turn away.
    if sys.platform != "win32" and os.geteuid() == 0:
        ours.append("--allow-root")
    return [sys.executable, "-m", "jupyterlab", *ours, *options]


def main(options: list[str]) -> int:
    """Open JupyterLab, with JupyterLab's own options added; its exit code, or the kit's after a message."""
    council, year = os.environ.get("KIT_COUNCIL", SAMPLE), os.environ.get("KIT_YEAR", "")
    try:
        refuse_nothing("KIT_COUNCIL", "KIT_YEAR")
        folder = choose_folder(council, year)
        scratch = make_scratch(folder)
        stay_offline(Path(sys.prefix))
        keep_no_history(Path(sys.prefix))
    except KitError as error:
        print(*error.messages, sep="\n", file=sys.stderr)
        return 2 if error.wrong_use else 1
    except OSError as error:
        print(f"{error.filename} cannot be written: {error.strerror}.", file=sys.stderr)
        return 1
    if others := not_chapters(NOTEBOOKS):
        print(others)
    alone = "git ignores it" if os.name == "nt" else "git ignores it, and only you can read it"
    print(f"{shown(scratch)}/ is for your own trials: {alone}.")
    print("JupyterLab opens in your browser. To stop it, press Ctrl-C here.", flush=True)
    # What it saves is for its owner alone, its checkpoints too, and no shell within it keeps what is typed.
    umask, environment = (ALONE if os.name == "posix" else -1), {**os.environ, "HISTFILE": "", OPENED_BY_LAB: "1"}
    with subprocess.Popen(lab_command(folder, *options), env=environment, umask=umask) as lab:
        while True:
            try:
                return lab.wait()
            except KeyboardInterrupt:  # JupyterLab gets it too, and asks whether to stop
                continue


if __name__ == "__main__":
    take_any_letter()
    sys.exit(main(sys.argv[1:]))
