"""Sets up the kit's own Python environment, then runs a command in it. Needs the standard library only.

    python -I kit/setup_environment.py GROUP [-- ARGUMENTS OF PYTHON]

GROUP is `report`, `lab` or `test`, each of which holds the one before it, or `bench`. The packages come from
`requirements/GROUP.lock.txt` with their hashes checked, through pip, so pip's own settings hold
(`PIP_NO_INDEX`, `PIP_FIND_LINKS`, …). They go into `.venv`, or, while the conda environment of
`environment.yml` is active, into that; those of `bench` into `.venv-bench`, so that no report is made beside them.
Nothing is done when nothing changed. Messages go to stderr: stdout is the command's.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TextIO

ROOT = Path(__file__).resolve().parent.parent
NAME = "iro-analysis-kit"
OLDEST = (3, 11)
OTHER_PYTHONS = (
    *(["python3.13"], ["python3.12"], ["python3.11"], ["python3.14"], ["python3"], ["python"]),
    *(["py", "-3.13"], ["py", "-3.12"], ["py", "-3.11"], ["py", "-3"]),
)


def say(message):
    """Tell the person at the keyboard; stdout belongs to the command that follows."""
    print(message, file=sys.stderr, flush=True)


def use_a_newer_python():
    """Run this file again under Python 3.11 or newer where there is one, else say what to install.

    It, and all above it, must run on the old Pythons that it is for (3.6).
    """
    test = "import sys; sys.exit(sys.version_info < {!r})".format(OLDEST)  # noqa: UP032
    for command in OTHER_PYTHONS:
        found = shutil.which(command[0])
        if found and subprocess.call([*command, "-I", "-c", test], stderr=subprocess.DEVNULL) == 0:
            sys.exit(subprocess.call([*command, "-I", __file__, *sys.argv[1:]]))
    say("Set-up stopped. The kit needs Python {}.{} or newer, and found {}.".format(*OLDEST, sys.version.split()[0]))
    say("Install a newer Python, or say where it is: make report PYTHON=/path/to/python3.12")
    sys.exit(1)


if sys.version_info < OLDEST:
    use_a_newer_python()

GROUPS: dict[str, str] = {
    "report": "the packages that make a report (half a minute to a few minutes; 550 MB of disk)",
    "lab": "JupyterLab (less than a minute; 150 MB more)",
    "test": "the test tools (about a minute; 600 MB more)",
    "bench": "the report's packages and the tools that it is timed beside (about a minute; 600 MB of disk)",
}
APART = "bench"


class SetUpError(Exception):
    """What went wrong and what to do, for whoever must act; shown without a traceback."""


class Environment:
    """The folder of an environment, and the notes that set-up keeps in it.

    `stamp` says what was installed completely; `unfinished` stands while pip is at work, so that a killed
    set-up is seen.
    """

    def __init__(self, folder: Path, is_conda: bool = False) -> None:
        self.folder, self.is_conda = folder, is_conda
        self.stamp = folder / "kit-setup.json"
        self.unfinished = folder / "kit-setup.unfinished"
        self.log = folder / "kit-setup.log"
        windows = "python.exe" if is_conda else "Scripts/python.exe"
        self.python = folder / (windows if os.name == "nt" else "bin/python")

    def version(self) -> str:
        """The version of the environment's Python, as "3.11", or "" when it cannot run."""
        code = "import sys; print('%d.%d' % sys.version_info[:2])"
        try:
            done = subprocess.run([self.python, "-I", "-c", code], capture_output=True, text=True, timeout=60)
        except (OSError, subprocess.TimeoutExpired):
            return ""
        return done.stdout.strip() if done.returncode == 0 else ""

    def installed(self) -> dict[str, str]:
        """What the stamp says was installed (see `stamp_for`); empty where there is no good stamp."""
        try:
            stamp = json.loads(self.stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp if isinstance(stamp, dict) and stamp.get("group") in GROUPS else {}


def find_environment(group: str = "report") -> Environment:
    """The active conda environment, where it is the one that environment.yml makes; else `.venv`.

    The bench has one of its own.
    """
    if group == APART:
        return Environment(ROOT / f".venv-{APART}")
    conda = os.environ.get("CONDA_PREFIX")
    if conda and os.environ.get("CONDA_DEFAULT_ENV") == NAME:
        return Environment(Path(conda), is_conda=True)
    return Environment(ROOT / ".venv")


def lock_file(group: str) -> Path:
    """The hash-locked requirements of a group."""
    return ROOT / "requirements" / f"{group}.lock.txt"


def stamp_for(group: str, version: str) -> dict[str, str]:
    """What the stamp says once a group is installed. Line ends do not count, as git may change them."""
    lock, project = (path.read_bytes().replace(b"\r\n", b"\n") for path in (lock_file(group), ROOT / "pyproject.toml"))
    return {
        "group": group,
        "lock": hashlib.sha256(lock).hexdigest(),
        "project": hashlib.sha256(project).hexdigest(),
        "python": version,
        "root": str(ROOT),
    }


def needed_steps(wanted: str, installed: dict[str, str], version: str) -> list[str]:
    """The steps, of `anew`, `packages` and `kit`, that bring an environment to a group; often none."""
    if not installed or not version:
        return ["anew", "packages", "kit"]
    now = stamp_for(installed["group"], version)
    if any(installed.get(key) != now[key] for key in ("lock", "python", "root")):
        return ["anew", "packages", "kit"]
    order = list(GROUPS)
    steps = ["packages"] if order.index(installed["group"]) < order.index(wanted) else []
    return [*steps, "kit"] if installed.get("project") != now["project"] else steps


def set_aside(environment: Environment) -> Path | None:
    """Move what an earlier set-up made out of the way; where it went. Someone else's folder is refused."""
    folder, aside = environment.folder, environment.folder.with_name(f"{environment.folder.name}.old")
    if not folder.exists():
        return None
    if not environment.stamp.exists() and not environment.unfinished.exists():
        raise SetUpError(f"{folder} was not made by this kit. Move or delete it, then run again.")
    try:
        shutil.rmtree(aside, ignore_errors=True)
        return folder.rename(aside)
    except OSError as error:
        what_to_do = "Close JupyterLab and whatever else uses it, then run again."
        raise SetUpError(f"{folder} cannot be made anew ({error.strerror}). {what_to_do}") from error


def make_empty(environment: Environment) -> None:
    """Make the empty virtual environment, of the Python that runs this."""
    say(f"Making the kit's own Python environment (Python {sys.version.split()[0]}) in {environment.folder}")
    environment.folder.mkdir()
    environment.unfinished.touch()
    venv = [sys.executable, "-I", "-m", "venv", str(environment.folder)]
    done = subprocess.run(venv, capture_output=True, text=True)
    if done.returncode != 0:
        raise SetUpError(
            f"Python could not make an environment:\n{(done.stdout + done.stderr).strip()}\n"
            "On Debian or Ubuntu: sudo apt install python3-venv. Or try another Python: make report PYTHON=…"
        )


def run_pip(environment: Environment, what: str, *arguments: str) -> None:
    """Run pip in the environment; its words go to the log, and a terminal shows how far it is.

    Raises SetUpError with pip's last words and what to try.
    """
    command = [str(environment.python), "-I", "-m", "pip", *arguments]
    packages, chatter = 0, ("Collecting ", "Ignoring ", "Requirement already", "  ", "Looking in ")
    last_words: list[str] = []
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with environment.log.open("w", encoding="utf-8") as log:
        pip = subprocess.Popen(command, cwd=ROOT, encoding="utf-8", errors="replace", **streams)  # type: ignore[call-overload]
        for line in pip.stdout:
            log.write(line)
            packages += line.startswith("Collecting ")
            if not line.startswith(chatter):
                last_words = [*last_words, line.strip()][-6:]
            if packages and sys.stderr.isatty():
                doing = "putting them in place" if line.startswith("Installing ") else f"{packages} packages"
                print(f"\r  {doing:<24}", end="", file=sys.stderr, flush=True)
    if packages and sys.stderr.isatty():
        print(file=sys.stderr)
    if pip.wait() == 0:
        return
    wheels = ROOT / "wheels"
    kept = wheels if wheels.is_dir() else "a folder that `make wheels` filled on another computer"
    advice = (
        "the connection may have been lost: run the same command again",
        f"no internet here: set PIP_NO_INDEX=1 and PIP_FIND_LINKS={kept}",
        "behind a proxy: set HTTPS_PROXY as your IT department tells you",
        "no package for this Python: try another, as in make report PYTHON=python3.12",
    )
    raise SetUpError("\n".join([f"pip could not install {what}:", *last_words, "What to try:", *advice]))


def install(environment: Environment, group: str, steps: list[str]) -> None:
    """Do the steps for a group and stamp the environment. Where one fails, the last good one stays."""
    aside = set_aside(environment) if "anew" in steps and not environment.is_conda else None
    try:
        if not environment.folder.exists():
            make_empty(environment)
        environment.unfinished.touch()
        if "packages" in steps:
            say(f"Installing {GROUPS[group]}. This is done once.")
            # The locks are complete, so pip need not look for dependencies, and nothing is built here.
            how = ("install", "--no-user", "--no-deps", "--only-binary=:all:", "--require-hashes")
            run_pip(environment, GROUPS[group].split(" (")[0], *how, "-r", str(lock_file(group)))
        if "kit" in steps:
            how = ("install", "--no-user", "--no-deps", "--no-build-isolation", "--quiet")
            run_pip(environment, "the kit itself", *how, "--editable", str(ROOT))
        stamp = json.dumps(stamp_for(group, environment.version()), indent=1)
        environment.stamp.write_text(stamp + "\n", encoding="utf-8")
    except Exception:
        if aside:
            shutil.rmtree(environment.folder, ignore_errors=True)
            aside.rename(environment.folder)
        elif environment.stamp.exists():
            environment.unfinished.unlink(missing_ok=True)  # pip puts back what it could not install
        raise
    environment.unfinished.unlink()
    if aside:
        shutil.rmtree(aside, ignore_errors=True)
    say("Set-up is done.")


def wait_for_other_set_ups() -> TextIO:
    """Return the lock that one set-up at a time holds: free once it is closed, or its process ends."""
    lock = (ROOT / ".venv.lock").open("w", encoding="utf-8")
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
    else:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX)
    return lock


def set_up(wanted: str) -> Environment:
    """The environment, holding at least the wanted group."""
    environment = find_environment(wanted)
    if not needed_steps(wanted, environment.installed(), environment.version()):
        return environment
    with wait_for_other_set_ups():
        installed = environment.installed()
        steps = needed_steps(wanted, installed, environment.version())
        if steps and environment.unfinished.exists():
            say("An earlier set-up was not finished: starting it again.")
            steps = ["anew", "packages", "kit"]
        if steps:
            install(environment, max(wanted, installed.get("group", wanted), key=list(GROUPS).index), steps)
    return environment


def run(environment: Environment, arguments: list[str]) -> int:
    """Run the environment's Python in the checkout; its exit code."""
    command = [str(environment.python), *arguments]
    os.chdir(ROOT)
    if os.name != "nt":
        os.execv(command[0], command)
    with subprocess.Popen(command) as child:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:  # Ctrl-C reaches the child too: its answer is the one that counts
                continue


def main(arguments: list[str]) -> int:
    """Set up the group named first and run what follows `--`; the exit code of that, else 1."""
    group, *rest = arguments or [""]
    if group not in GROUPS or rest[:1] not in ([], ["--"]):
        say(f"Wrong use. {__doc__}")
        return 2
    try:
        environment = set_up(group)
    except SetUpError as error:
        say(f"Set-up stopped. {error}")
        return 1
    except OSError as error:
        what = error.strerror or type(error).__name__
        where = f": {error.filename}" if error.filename else ""
        say(f"Set-up stopped. {what}{where}. Make room on the disk, or work where you may write.")
        return 1
    except KeyboardInterrupt:
        say("\nSet-up stopped. Run the same command again to go on.")
        return 130
    return run(environment, rest[1:]) if rest[1:] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
