"""Sets up the kit's own Python environment, in which `kit/make.py` then runs what was asked for.

A group of packages is `report`, `lab` or `test`, each of which holds the one before it, or `bench`. They come from
`requirements/GROUP.lock.txt` with their hashes checked, through pip: from `wheels/` if there is one, otherwise
as pip's own settings say (`PIP_NO_INDEX`, `PIP_FIND_LINKS`, …). They go into `.venv`, or, while the conda environment
of `environment.yml` is active, into that; those of `bench` into `.venv-bench`, so that no report is made beside them.
Nothing is done when nothing changed. Messages go to stderr: stdout is the command's. Needs the standard library only.
"""

import errno
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TextIO

ROOT = Path(__file__).resolve().parent.parent.parent
NAME = "iro-analysis-kit"
OLDEST = (3, 11)
LAUNCHER = (["py", "-3.13"], ["py", "-3.12"], ["py", "-3.11"], ["py", "-3"])
OTHER_PYTHONS = (
    *(LAUNCHER if os.name == "nt" else ()),
    *(["python3.13"], ["python3.12"], ["python3.11"], ["python3.14"], ["python3"], ["python"]),
)


def say(message):
    """Tell the person at the keyboard; stdout belongs to the command that follows."""
    print(message, file=sys.stderr, flush=True)


def call(target, python="", by_make=True):
    """Return what to type for a target, with another Python if one is named: by make if that called, otherwise without.

    It, `say` and `use_a_newer_python` must run on the old Pythons that they are for (3.6).
    """
    if by_make and "MAKELEVEL" in os.environ:
        return "make " + target + (" PYTHON=" + python if python else "")
    if os.name == "nt":
        return (python or "py") + " kit\\make.py " + target
    return (python or "python3") + " kit/make.py " + target


def use_a_newer_python():
    """Run the program again under Python 3.11 or newer if there is one, otherwise say what to install."""
    test = "import sys; sys.exit(sys.version_info < {!r})".format(OLDEST)  # noqa: UP032
    for command in OTHER_PYTHONS:
        found = shutil.which(command[0])
        if found and is_fine([*command, "-I", "-c", test]):
            sys.exit(subprocess.call([*command, "-I", os.path.abspath(sys.argv[0]), *sys.argv[1:]]))  # noqa: PTH100
    say("Set-up stopped. The kit needs Python {}.{} or newer, and found {}.".format(*OLDEST, sys.version.split()[0]))
    newer = "py -3.12" if os.name == "nt" and "MAKELEVEL" not in os.environ else "/path/to/python3.12"
    say("Install a newer Python, or say which to take: " + call("report", newer))
    sys.exit(1)


def is_fine(command):
    """Whether a command runs and ends well. Windows has a `python` that only opens a shop: it does not."""
    try:
        return subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


if sys.version_info < OLDEST:
    use_a_newer_python()

GROUPS: dict[str, str] = {
    "report": "the packages that make a report (half a minute to a few minutes; 550 MB of disk)",
    "lab": "JupyterLab (less than a minute; 150 MB more)",
    "test": "the test tools (about a minute; 600 MB more)",
    "bench": "the report's packages and the tools that it is timed beside (about a minute; 600 MB of disk)",
}
APART = "bench"
# Letters of the longest path that set-up makes below the checkout, and the longest that Windows takes by itself.
LONGEST_BELOW = 170
LONGEST_PATH = 259
WHEELS = ROOT / "wheels"
ANOTHER = "py -3.12" if os.name == "nt" and "MAKELEVEL" not in os.environ else "python3.12"
# A file that was just written may be in the hands of a virus scanner for a moment.
TRIES = 20 if os.name == "nt" else 1
HOOKS = "kit/protection/commits/hooks"
# Their place before: a checkout that was set up then is led to the new place.
EARLIER_HOOKS = "kit/hooks"


class SetUpError(Exception):
    """What went wrong and what to do, for whoever must act; shown without a traceback."""


class Environment:
    """The folder of an environment, and the notes that set-up keeps in it.

    `stamp` says what was installed completely; `unfinished` is there while pip is at work, so that a killed
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
            done = subprocess.run([self.python, "-I", "-c", code], capture_output=True, encoding="utf-8", timeout=60)
        except (OSError, subprocess.TimeoutExpired):
            return ""
        return done.stdout.strip() if done.returncode == 0 else ""

    def installed(self) -> dict[str, str]:
        """What the stamp says was installed (see `stamp_for`); empty if there is no good stamp."""
        try:
            stamp = json.loads(self.stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp if isinstance(stamp, dict) and stamp.get("group") in GROUPS else {}


def find_environment(group: str = "report") -> Environment:
    """The active conda environment, if it is the one that environment.yml makes; otherwise `.venv`.

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
    """The steps, of `again`, `packages` and `kit`, that bring an environment to a group; often none."""
    if not installed or not version:
        return ["again", "packages", "kit"]
    now = stamp_for(installed["group"], version)
    if any(installed.get(key) != now[key] for key in ("lock", "python", "root")):
        return ["again", "packages", "kit"]
    order = list(GROUPS)
    steps = ["packages"] if order.index(installed["group"]) < order.index(wanted) else []
    return [*steps, "kit"] if installed.get("project") != now["project"] else steps


def set_aside(environment: Environment) -> Path | None:
    """Move what an earlier set-up made out of the way; its new place. Someone else's folder is refused."""
    folder, aside = environment.folder, environment.folder.with_name(f"{environment.folder.name}.old")
    if not folder.exists():
        return None
    if not environment.stamp.exists() and not environment.unfinished.exists():
        raise SetUpError(f"{folder} was not made by this kit. Move or delete it, then run again.")
    try:
        remove(aside)
        move(folder, aside)
        return aside
    except OSError as error:
        what_to_do = "Close JupyterLab and every other program that uses it, then run again."
        raise SetUpError(f"{folder} cannot be made again ({error.strerror}). {what_to_do}") from error


def move(folder: Path, to: Path) -> None:
    """Rename a folder; if the system refuses, try again for a second or two."""
    for left in reversed(range(TRIES)):
        try:
            folder.rename(to)
            return
        except PermissionError:
            if not left:
                raise
            time.sleep(0.1)


def remove(folder: Path) -> None:
    """Remove a folder, with files in it that are marked as read-only; what is in use stays."""
    for path in folder.rglob("*") if os.name == "nt" else ():
        try:
            path.chmod(0o700)
        except OSError:
            continue
    shutil.rmtree(folder, ignore_errors=True)


def refuse_long_path() -> None:
    """Refuse, with a SetUpError, a checkout below which Windows could not make the longest path of a package."""
    length, allowed = len(str(ROOT)), LONGEST_PATH - LONGEST_BELOW - 1
    if os.name == "nt" and length > allowed and not long_paths_allowed():
        raise SetUpError(
            f"The kit's folder has a path of {length} letters, and Windows takes at most {allowed} here: {ROOT}\n"
            "Move it to a shorter one, such as C:\\kit, or let your IT department allow long paths (LongPathsEnabled)."
        )


def long_paths_allowed() -> bool:
    """Whether this Windows takes paths of more than 259 letters."""
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SYSTEM\CurrentControlSet\Control\FileSystem") as key:
                return bool(winreg.QueryValueEx(key, "LongPathsEnabled")[0])
        except OSError:
            return False
    return True


def make_empty(environment: Environment) -> None:
    """Make the empty virtual environment, of the Python that runs this."""
    say(f"Making the kit's own Python environment (Python {sys.version.split()[0]}) in {environment.folder}")
    environment.folder.mkdir()
    environment.unfinished.touch()
    venv = [sys.executable, "-I", "-m", "venv", str(environment.folder)]
    done = subprocess.run(venv, capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode != 0:
        debian = "" if os.name == "nt" else "On Debian or Ubuntu: sudo apt install python3-venv. "
        raise SetUpError(
            f"Python could not make an environment:\n{(done.stdout + done.stderr).strip()}\n"
            f"{debian}Or try another Python: {call('report', ANOTHER)}"
        )


def offline_options() -> list[str]:
    """Return pip's options for installing from `wheels/` alone, if there is such a folder with packages in it."""
    has_wheels = any(WHEELS.glob("*.whl"))
    return ["--no-index", "-f", str(WHEELS)] if has_wheels and "PIP_FIND_LINKS" not in os.environ else []


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
    another = f"no package for this Python ({sys.version.split()[0]}): try another, as in {call('report', ANOTHER)}"
    advice: tuple[str, ...] = (
        "the connection may have been lost: run the same command again",
        f"no internet here: fill the folder wheels by `{call('wheels')}` on another computer, and copy it to {WHEELS}",
        "behind a proxy: set HTTPS_PROXY as your IT department tells you",
        another,
    )
    if offline_options():
        advice = (
            f"{WHEELS} was taken for all packages, as it is there. Does it lack one? Fill it again with "
            f"`{call('wheels')}` on a computer like this one, with the same Python",
            "or delete it, to install from the internet or as pip is set",
            another,
        )
    raise SetUpError("\n".join([f"pip could not install {what}:", *last_words, "What to try:", *advice]))


def install(environment: Environment, group: str, steps: list[str]) -> None:
    """Do the steps for a group and stamp the environment. If one fails, the last good one stays."""
    if "packages" in steps and not environment.is_conda:
        refuse_long_path()
    aside = set_aside(environment) if "again" in steps and not environment.is_conda else None
    try:
        if not environment.folder.exists():
            make_empty(environment)
        environment.unfinished.touch()
        if "packages" in steps:
            say(f"Installing {GROUPS[group]}. This is done once.")
            # The locks are complete, so pip need not look for dependencies, and nothing is built here.
            how = ("install", "--no-user", "--no-deps", "--only-binary=:all:", "--require-hashes", *offline_options())
            run_pip(environment, GROUPS[group].split(" (")[0], *how, "-r", str(lock_file(group)))
        if "kit" in steps:
            how = ("install", "--no-user", "--no-deps", "--no-build-isolation", "--quiet")
            run_pip(environment, "the kit itself", *how, "--editable", str(ROOT))
        stamp = json.dumps(stamp_for(group, environment.version()), indent=1)
        environment.stamp.write_text(stamp + "\n", encoding="utf-8")
    except Exception:
        if aside:
            remove(environment.folder)
            move(aside, environment.folder)
        elif environment.stamp.exists():
            environment.unfinished.unlink(missing_ok=True)  # pip puts back what it could not install
        raise
    environment.unfinished.unlink()
    if aside:
        remove(aside)
    say("Set-up is done.")


def check_commits(environment: Environment, again: bool) -> None:
    """Let git check what is committed here for children's data (`protection/commits/check.py`), once an environment.

    Hooks that are there stay as they are. What keeps git from it is said after a set-up (`again`), which goes on.
    """
    done, git = environment.folder / "kit-commits.txt", shutil.which("git")
    known = f"{ROOT}\n{HOOKS}"
    checkout = (ROOT / ".git").exists()
    try:
        if (done.exists() and done.read_text(encoding="utf-8") == known) or not (checkout or again):
            return
        if git is None:
            raise SetUpError("there is no git here.")
        if not checkout:
            if is_in_git(git):
                raise SetUpError("this folder is a part of another git repository.")
            return
        own = (ROOT / ask_git(git, "rev-parse", "--git-path", "hooks")).glob("*")
        chosen = ask_git(git, "config", "--default", "", "core.hooksPath")
        if chosen == EARLIER_HOOKS:
            ask_git(git, "config", "core.hooksPath", HOOKS)
        elif not chosen and all(path.suffix == ".sample" for path in own):
            ask_git(git, "config", "core.hooksPath", HOOKS)
            say(f"Git checks every commit for children's data from now on (core.hooksPath = {HOOKS}).")
        elif chosen != HOOKS:
            say(f"Git's hooks stay as they are. To check commits for children's data, let them run {HOOKS}/pre-commit.")
        done.write_text(known, encoding="utf-8")
    except (SetUpError, OSError) as error:
        if again:
            say(f"Commits are not checked for children's data: {error}")


def is_in_git(git: str) -> bool:
    """Whether the checkout, unpacked from an archive, is inside a git repository of somebody's."""
    return subprocess.run([git, "-C", str(ROOT), "rev-parse"], capture_output=True).returncode == 0


def ask_git(git: str, *words: str) -> str:
    """What git answers about the checkout; a SetUpError with the first line of what it says if it cannot."""
    command = [git, "-C", str(ROOT), *words]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode != 0:
        raise SetUpError((done.stderr.strip().splitlines() or ["git failed"])[0])
    return done.stdout.strip()


def wait_for_other_set_ups() -> TextIO:
    """Return the lock that one set-up at a time holds: free once it is closed, or its process ends."""
    lock = (ROOT / ".venv.lock").open("a", encoding="utf-8")
    if sys.platform == "win32":
        import msvcrt

        while True:
            try:
                msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
                break
            except OSError as error:  # Windows gives up after ten seconds, and a set-up takes minutes
                if error.errno != errno.EDEADLK:
                    raise
    else:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX)
    return lock


def set_up(wanted: str) -> Environment:
    """The environment, holding at least the wanted group."""
    environment = find_environment(wanted)
    if not needed_steps(wanted, environment.installed(), environment.version()):
        check_commits(environment, again=False)
        return environment
    with wait_for_other_set_ups():
        installed = environment.installed()
        steps = needed_steps(wanted, installed, environment.version())
        if steps and environment.unfinished.exists():
            say("An earlier set-up was not finished: starting it again.")
            steps = ["again", "packages", "kit"]
        if steps:
            install(environment, max(wanted, installed.get("group", wanted), key=list(GROUPS).index), steps)
        check_commits(environment, again=True)
    return environment


def set_up_or_say(group: str) -> Environment | None:
    """The environment as `set_up` makes it, or None once it was said why there is none."""
    try:
        return set_up(group)
    except SetUpError as error:
        say(f"Set-up stopped. {error}")
    except OSError as error:
        what = error.strerror or type(error).__name__
        where = f": {error.filename}" if error.filename else ""
        say(f"Set-up stopped. {what}{where}. Make room on the disk, or work in a folder in which you may write.")
    except KeyboardInterrupt:
        say("\nSet-up stopped. Run the same command again to go on.")
    return None


def run(environment: Environment, arguments: list[str], last: bool = False) -> int:
    """Run the environment's Python; its exit code. The `last` command takes the place of this process if it can."""
    command = [str(environment.python), *arguments]
    if last and os.name != "nt":
        os.execv(command[0], command)
    with subprocess.Popen(command) as child:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:  # Ctrl-C reaches the child too: its answer is the one that counts
                continue
