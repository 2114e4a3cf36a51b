"""The kit on a pretended Windows (`pretend.py`): every module imports there, and what an analyst does there works.

`docs/windows.md` lists what is run here, and what only Windows itself can show.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kit.commands.setup_environment import LONGEST_BELOW
from kit.make import ON_WINDOWS, TARGETS
from kit.paths import CHECKOUT

PRETEND = Path(__file__).parent
REPORT = "reports/sample/2021"
MODULES = sorted(
    path.relative_to(CHECKOUT).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
    for path in (CHECKOUT / "kit").rglob("*.py")
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Windows is pretended on Linux")


def on_windows(code: str, folder: Path = CHECKOUT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python code that sees a Windows, with a console that knows few letters."""
    bare = {n: v for n, v in os.environ.items() if not n.startswith(("KIT_", "MAKE", "PYTHON", "FORCE_", "CLICOLOR"))}
    said = {"PYTHONPATH": str(PRETEND), "PYTHONWARNDEFAULTENCODING": "1", "PYTHONIOENCODING": "cp850"}
    return subprocess.run(
        [sys.executable, "-c", f"import pretend\n{code}"],
        cwd=folder,
        env=bare | said | environment,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        stdin=subprocess.DEVNULL,
    )


def test_every_module_imports() -> None:
    code = f"""
import importlib, traceback
for name in {MODULES}:
    if name == "kit.__main__":
        continue
    try:
        importlib.import_module(name)
    except BaseException:
        print(name, traceback.format_exc())
"""
    done = on_windows(code)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_types_are_right_there_too() -> None:
    done = subprocess.run([sys.executable, *ON_WINDOWS.split()], cwd=CHECKOUT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout


def test_a_set_up_waits_for_another_longer_than_windows_tries(tmp_path: Path) -> None:
    code = f"""
import sys, threading, time
sys.path.insert(0, {str(CHECKOUT)!r})
from pathlib import Path
from kit.commands import setup_environment
setup_environment.ROOT = Path({str(tmp_path)!r})
first = setup_environment.wait_for_other_set_ups()
threading.Timer(0.5, first.close).start()
begin = time.monotonic()
setup_environment.wait_for_other_set_ups()
print("waited" if time.monotonic() - begin > 0.4 else "did not wait")
"""
    done = on_windows(code)
    assert (done.stdout.strip(), done.stderr) == ("waited", "")


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh clone, in a folder that Zoë gave a name with spaces."""
    folder = tmp_path_factory.mktemp("windows") / "Council – Zoë's own kit"
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=CHECKOUT, capture_output=True, check=True).stdout.split(b"\0")
    for name in map(os.fsdecode, filter(None, names)):
        if (CHECKOUT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(CHECKOUT / name, folder / name)
    return folder


def make(clone: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `py kit\\make.py` with these words in the clone."""
    code = (
        f"import runpy, sys\nsys.argv = ['kit/make.py', *{words!r}]\nrunpy.run_path('kit/make.py', run_name='__main__')"
    )
    done = on_windows(code, clone, **environment)
    assert "Traceback" not in done.stderr and "Warning" not in done.stderr, done.stderr
    assert "\x1b" not in done.stdout + done.stderr, "no colours if nobody looks"
    return done


@pytest.fixture(scope="module")
def reported(clone: Path) -> subprocess.CompletedProcess[str]:
    """The first report, made by nothing but Python in a fresh clone."""
    return make(clone, "report", "--year", "2021")


def test_a_fresh_clone_makes_the_samples_report(clone: Path, reported: subprocess.CompletedProcess[str]) -> None:
    assert reported.returncode == 0, reported.stderr
    assert "Set-up is done." in reported.stderr and "Made reports/sample/2021/report.html." in reported.stderr
    page = (clone / REPORT / "report.html").read_text(encoding="utf-8")
    assert page.count("data:image/svg+xml") > 20
    chapters = sorted(path.name for path in (clone / REPORT / "notebooks").iterdir())
    # The chapter that looks ahead is only in a report whose council names it.
    there = {path.name for path in (CHECKOUT / "notebooks").glob("[0-9][0-9]_*.ipynb")} - {"13_looking_ahead.ipynb"}
    assert chapters == sorted(there)
    assert "is as it was: nothing that it depends on has changed" in make(clone, "report", "YEAR=2021").stderr
    assert f"The documents of the draft are in {REPORT}/documents." in make(clone, "documents", "YEAR=2021").stderr
    assert f"What readers get is in {REPORT}/publication." in make(clone, "publish", "YEAR=2021", "BY=Zoë").stderr


def test_figures_are_those_of_any_other_computer(clone: Path, reported: subprocess.CompletedProcess[str]) -> None:
    done = make(clone, "figures", "--year", "2021", "--internal", "TO=figures.csv")
    assert (done.returncode, done.stdout) == (0, "") and done.stderr.startswith("Wrote figures.csv.")
    written = (clone / "figures.csv").read_bytes()
    golden = (CHECKOUT / "tests" / "golden" / "sample_figures.csv").read_bytes()
    assert written == b"\xef\xbb\xbf" + golden


def test_no_path_that_is_made_is_longer_than_windows_takes(clone: Path, held_files: None) -> None:
    """Set-up refuses a checkout whose path is so long that the longest below it would not fit."""
    longest = max(
        len(path.relative_to(clone).as_posix()) for d in ("data", "reports") for path in (clone / d).rglob("*")
    )
    other_council, part_of_a_year, while_written = (
        30 - len("sample"),
        len("-at-2020-09-30"),
        len(".-123456.new") - len(".ipynb"),
    )
    assert longest + other_council + part_of_a_year + while_written <= LONGEST_BELOW


@pytest.fixture(scope="module")
def held_files(clone: Path, reported: subprocess.CompletedProcess[str]) -> None:
    """What happens while other programs have files open: before `clean` removes what they have open."""
    raw, last = clone / "data" / "sample" / "raw" / "2021" / "send@2021-04-19.csv", clone / REPORT / "figures.csv"
    before = {path: path.read_bytes() for path in (clone / REPORT).rglob("*") if path.is_file()}
    done = make(clone, "figures", "YEAR=2021", PRETEND_HELD=str(raw))
    assert (done.returncode, done.stdout) == (1, "")
    assert "send@2021-04-19.csv (2021): cannot be read (Permission denied). Close it elsewhere" in done.stderr
    done = make(clone, "report", "--year", "2021", "--force", PRETEND_HELD=str(last))
    assert done.returncode == 1
    assert f"{REPORT}/figures.csv is open in another program. Close it there (in Excel, say)" in done.stderr
    assert "chapters" not in done.stderr, "it is said before any work is done"
    (clone / "out.csv").write_bytes(b"what was written last time")
    for words in (["problems"], ["figures", "--internal"]):
        done = make(clone, *words, "YEAR=2021", "TO=out.csv", PRETEND_HELD=str(clone / "out.csv"))
        assert (done.returncode, done.stdout) == (1, "")
        assert "out.csv is open in another program. Close it there (in Excel, say)" in done.stderr
        assert (clone / "out.csv").read_bytes() == b"what was written last time"
    assert {path: path.read_bytes() for path in (clone / REPORT).rglob("*") if path.is_file()} == before
    left = [path.name for path in (clone / REPORT).parent.iterdir()]
    assert [name for name in left if "new" in name or "before" in name] == []


def test_files_that_are_open_elsewhere_are_named_and_nothing_is_lost(held_files: None) -> None:
    """The fixture looks, as the tests of the commands end by removing the report."""


def test_a_changed_file_makes_new_figures_while_nothing_is_in_its_way(clone: Path, held_files: None) -> None:
    """Also on Windows folders of extracts and figures can make way: the kit itself holds no file of them."""
    raw = clone / "data" / "sample" / "raw" / "2021" / "commendations.csv"
    rows = raw.read_text(encoding="utf-8").splitlines(keepends=True)
    raw.write_text("".join(rows[:-1]), encoding="utf-8", newline="")
    before = (clone / "data" / "sample" / "results" / "2021" / "key.txt").read_text(encoding="utf-8")
    done = make(clone, "figures", "YEAR=2021")
    assert done.returncode == 0, done.stderr
    assert (clone / "data" / "sample" / "results" / "2021" / "key.txt").read_text(encoding="utf-8") != before


COMMANDS = {
    "help": (["help"], 0, "kit\\make.py report"),
    "extracts": (["extracts", "YEAR=2021"], 0, "superseded"),
    "figures": (["figures", "YEAR=2021", "COUNCIL=sample"], 0, "reviews_on_time,2021,all"),
    "problems": (["problems", "--year", "2021"], 0, "extract,year,file"),
    "words": (["words", "YEAR=2021", "AS_AT=2020-09-30"], 0, "params/sample/2021-at-2020-09-30"),
    "check": (["check", "YEAR=2021", "COUNCIL=sample"], 0, "problems.xlsx"),
    "map": (["map", "data/sample/raw/2021/review_details@2021-04-19.csv"], 0, "review_details"),
    "sample-audit": (["sample-audit", "YEAR=2021", "--size", "4", "--seed", "7"], 0, "Drew 4 of"),
    "key": (["key", "../a key of Zoë.key"], 0, "Made a key"),
    "lab": (["lab", "--version"], 0, "4."),
    "no year": (["report"], 2, "Say which reporting year"),
    "no council": (["report", "YEAR=2021", "COUNCIL=sampel"], 2, "Did you mean sample?"),
    "no target": (["reprot"], 2, "Did you mean report?"),
    "clean": (["clean"], 0, "Removed reports/sample"),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_an_analyst_works(
    clone: Path, reported: subprocess.CompletedProcess[str], held_files: None, name: str
) -> None:
    words, code, said = COMMANDS[name]
    done = make(clone, *words)
    assert done.returncode == code, done.stderr
    assert said in done.stdout + done.stderr


@pytest.mark.parametrize(
    "name", ["report", "publish", *dict.fromkeys(words[0] for words, code, _ in COMMANDS.values() if code == 0)]
)
def test_what_is_run_here_is_listed_in_the_documents(name: str) -> None:
    tried = (CHECKOUT / "docs" / "windows.md").read_text(encoding="utf-8").split("## What was tried")[1]
    assert f"`kit\\make.py {name}`" in tried.split("*Not tried*")[0]


@pytest.mark.parametrize("target", [target.name for target in TARGETS])
def test_every_target_is_among_what_was_tried_or_what_was_not(target: str) -> None:
    tried = (CHECKOUT / "docs" / "windows.md").read_text(encoding="utf-8").split("## What was tried")[1]
    assert f"`kit\\make.py {target}`" in tried or f"`{target}`" in tried


def test_python_alone_names_the_kits_command_and_gets_it(clone: Path, held_files: None) -> None:
    """As messages name it, `python -m kit`: a Python without the packages hands it on to the one that has them."""
    bare = str(Path(sys.base_prefix) / "bin" / "python3")
    words = [bare, "-m", "kit", "extracts", "--year", "2021"]
    done = subprocess.run(words, cwd=clone, capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stderr
    assert "superseded" in done.stdout
