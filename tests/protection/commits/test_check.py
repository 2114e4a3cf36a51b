"""Committing on purpose what must not leave the computer, in many ways: git's hook refuses it and says what to do."""

import base64
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kit.extracts import EXTRACTS
from kit.paths import CHECKOUT
from kit.protection.commits import check as commits
from kit.protection.commits.check import Staged, faults
from kit.protection.commits.child_rows import column_name, headings, rows_of_children
from kit.protection.commits.made_up import LISTS, hash_of, list_text, read_list
from kit.protection.commits.notebook_parts import NOT_KEPT
from tests.lib.made_up_files import book, sheet

GIT = shutil.which("git")
needs_git = pytest.mark.skipif(GIT is None, reason="git is not installed")
NOT_COPIED = shutil.ignore_patterns("__pycache__", "scratch", ".ipynb_checkpoints", "Untitled*")
SAMPLE = ("data/sample/raw", "data/sample/audits", "params/sample")
FOLDERS = (*SAMPLE, "kit", "notebooks", "params/mappings", "tests/golden", "tests/fixtures")
FILES = (".gitignore", ".gitattributes", "README.md", "data/README.md", "data/sample/.gitignore", LISTS[0])
ROWS = "child_id,review_date,late_reason\n700001,29/05/2020,sick\n700002,28/08/2020,\n700003,01/09/2020,\n"
HEADER = CHECKOUT / "data/sample/raw/2021/header.csv"
NO_HEADINGS = "700001,29/05/2020,sick\n700002,28/08/2020,\n700003,01/09/2020,\n"


def git(repository: Path, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run git with the identity, settings and Python of these tests alone."""
    own = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "CONDA_", "PYTHON"))}
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    person = {
        f"GIT_{who}_{what}": "nobody@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    own |= person | {"PATH": path, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        [str(GIT), "-C", repository, *words], env=own, capture_output=True, encoding="utf-8", errors="replace"
    )
    assert not check or done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout in a folder with a space, whose hook let its first commit through; and a branch beside main."""
    there = tmp_path_factory.mktemp("a checkout")
    for name in FOLDERS:
        shutil.copytree(CHECKOUT / name, there / name, ignore=NOT_COPIED)
    for name in FILES:
        (there / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(CHECKOUT / name, there / name)
    git(there, "init", "-q", "-b", "main")
    git(there, "config", "core.hooksPath", "kit/protection/commits/hooks")
    git(there, "add", "-A")
    git(there, "commit", "-q", "-m", "What every checkout has")
    return there


@pytest.fixture
def repository(checkout: Path) -> Iterator[Path]:
    yield checkout
    for words in (("merge", "--abort"), ("am", "--abort")):
        git(checkout, *words, check=False)
    git(checkout, "checkout", "-q", "-f", "main")
    git(checkout, "reset", "-q", "--hard")
    git(checkout, "clean", "-q", "-ffdx")
    for branch in ("other", "bad"):
        git(checkout, "branch", "-q", "-D", branch, check=False)


def put(repository: Path, name: str, content: str | bytes) -> str:
    path = repository / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return name


def notebook(repository: Path, name: str, **change: object) -> str:
    """Put a copy of a chapter, its fourth cell changed."""
    made = json.loads((CHECKOUT / "notebooks" / "11_actions.ipynb").read_text(encoding="utf-8"))
    made["cells"][3] |= change
    return put(repository, name, json.dumps(made))


def shows(text: str) -> list[dict[str, object]]:
    return [{"output_type": "stream", "name": "stdout", "text": text}]


def zipped(repository: Path) -> str:
    with zipfile.ZipFile(repository / "rows.dat", "w") as book:
        book.writestr("reviews.csv", ROWS)
    return "rows.dat"


def renamed(repository: Path) -> str:
    git(repository, "mv", "data/sample/raw/2021/reviews.csv", "data/sample/raw/2021/reviews@2021-05-01.csv")
    return "data/sample/raw/2021/reviews@2021-05-01.csv"


def patched(repository: Path) -> str:
    path = repository / "data/sample/raw/2021/header.csv"
    path.write_bytes(path.read_bytes() + b"700001,1,01/02/2010,WBRI,,,\n")
    return "data/sample/raw/2021/header.csv"


def with_outputs_of_another(repository: Path) -> str:
    """A chapter as its last run on a council left it: the same cells, and another figure in an output."""
    path = repository / "notebooks/11_actions.ipynb"
    text = path.read_text(encoding="utf-8")
    made = json.loads(text)
    cell = next(cell for cell in made["cells"] if cell.get("outputs"))
    cell["outputs"][0]["data"]["text/plain"] = ["12 of 13 actions"]
    path.write_text(json.dumps(made), encoding="utf-8")
    return "notebooks/11_actions.ipynb"


def with_outputs_of_a_council(repository: Path) -> str:
    """A chapter all of whose cells show other figures."""
    made = json.loads((CHECKOUT / "notebooks/02_reviews.ipynb").read_text(encoding="utf-8"))
    for cell in made["cells"]:
        for output in cell.get("outputs", ()):
            output["data"]["text/plain"] = ["12 of 13"]
    return put(repository, "notebooks/02_reviews.ipynb", json.dumps(made))


ATTACHED = {"rows.png": {"image/png": "iVBORw0KGgo="}}
# What someone does, what git would take, and words of the sentence that they read.
ON_PURPOSE: dict[str, tuple[Callable[[Path], str], str]] = {
    "raw file of a council": (lambda r: put(r, "data/borough/raw/2021/header.csv", ROWS), "a council's own"),
    "other case of letters": (lambda r: put(r, "Data/Borough/notes.md", "Hello"), "a council's own"),
    "settings of a council": (lambda r: put(r, "params/borough/council.yml", "name: Borough\n"), "a council's own"),
    "report": (lambda r: put(r, "reports/borough/2021/report.html", "<p>"), "made it from a council's files"),
    "copy for a council": (lambda r: put(r, "work/borough/01_a.ipynb", "{}"), "made it from a council's files"),
    "trial": (lambda r: put(r, "notebooks/scratch/a.md", "Hello"), "made it from a council's files"),
    "checkpoint": (lambda r: put(r, "notebooks/.ipynb_checkpoints/a.md", "x"), "made it from a council's files"),
    "file beside the sample's": (lambda r: put(r, "data/sample/raw/2021/real.csv", ROWS), "make sample did not"),
    "folder beside the sample's": (lambda r: put(r, "data/sample/raw/2022/header.csv", ROWS), "make sample did not"),
    "sample file under another name": (
        lambda r: put(r, "data/sample/raw/2021/header@2021-05-01.csv", HEADER.read_bytes()),
        "make sample did not",
    ),
    "problems": (lambda r: put(r, "problems.csv", "extract,year\n"), "table that make sample and make golden did not"),
    "figures elsewhere": (lambda r: put(r, "docs/f.csv", "measure,year\n"), "table that make sample and make golden"),
    "csv called txt": (lambda r: put(r, "notes.txt", ROWS), "headings of the extract review_details"),
    "csv in a subfolder, called md": (lambda r: put(r, "docs/old/notes.md", ROWS), "headings of the extract"),
    "rows without headings": (lambda r: put(r, "kit/notes.yml", NO_HEADINGS), "rows with an identifier and a date"),
    "rows as JSON": (
        lambda r: put(r, "rows.json", json.dumps([{"child_id": f"70000{n}", "sex": 1} for n in range(3)], indent=1)),
        "names children by their identifiers",
    ),
    "rows as JSON on one line": (
        lambda r: put(r, "rows.txt", json.dumps([{"CHILD": f"70000{n}", "DOB": "27/08/2012"} for n in range(3)])),
        "rows with an identifier and a date",
    ),
    "a pupil number": (lambda r: put(r, "notes.yml", "about: W997342916424\n"), "names children by their identifiers"),
    "figures under another name": (
        lambda r: put(r, "notes.txt", "measure,year,breakdown,category,numerator,denominator\na,2021,all,all,1,2\n"),
        "table of figures of a council, made by the kit",
    ),
    "many cells of a notebook": (with_outputs_of_a_council, "cells 4, 5, 6, 7, 8, "),
    "rows as a page": (
        lambda r: put(r, "a.htm", "".join(f"<tr>\n<td>{700001 + n}</td>\n<td>1/9/2020</td></tr>\n" for n in range(3))),
        "rows with an identifier and a date",
    ),
    "patch of a raw file": (
        lambda r: put(r, "x.patch", "@@ -1 +1 @@\n+" + ROWS.replace("\n", "\n+")),
        "headings of the extract review_details",
    ),
    "identifiers alone": (lambda r: put(r, "ids.txt", "".join(f"{700001 + n}\n" for n in range(5))), "a list of"),
    "printed table": (
        lambda r: put(r, "notes.md", "│ child_id ┆ review_date │\n│ --- ┆ --- │\n│ str ┆ date │\n│ 700001 ┆ 1 │\n"),
        "headings of the extract",
    ),
    "headings of another system": (
        lambda r: put(r, "notes.txt", "Person ID;Plan\n700001;Adoption\n700002;Return home\n"),
        "a column of identifiers",
    ),
    "many rows in a test": (
        lambda r: put(r, "tests/test_x.py", 'ROWS = """\n' + NO_HEADINGS * 8 + '"""\n'),
        "rows with an identifier and a date",
    ),
    "rows called py": (lambda r: put(r, "kit/rows.py", ROWS), "headings of the extract review_details"),
    "rows that are Python as well": (
        lambda r: put(r, "tests/rows.py", ROWS.replace("29/05/2020", "2020-10-29")[:60]),
        "headings of the extract review_details",
    ),
    "rows called sql": (lambda r: put(r, "kit/sql/rows.sql", ROWS), "headings of the extract review_details"),
    "rows without identifiers": (
        lambda r: put(r, "notes.txt", "A B,12/03/2009,late\nC D,11/02/2010,late\nE F,01/01/2011,\n"),
        "rows with dates",
    ),
    "short identifiers": (
        lambda r: put(r, "notes.txt", "Client ID\tSeen\n7001\t1/2/2020\n7002\t3/2/2020\n"),
        "a column of identifiers",
    ),
    "one child of the return": (
        lambda r: put(r, "r.xml", "<CHILD><CHILDID>700001</CHILDID><DOB>2010-02-01</DOB></CHILD>"),
        "names children by their identifiers",
    ),
    "workbook as in a mail": (
        lambda r: put(r, "notes.txt", base64.encodebytes(b"PK" + bytes(range(200)))),
        "encoded in it",
    ),
    "workbook": (lambda r: put(r, "list.xlsx", b"PK\x03\x04\0\0"), "not a text"),
    "zip": (zipped, "not a text"),
    "parquet": (lambda r: put(r, "docs/x.parquet", b"PAR1\0"), "not a text"),
    "csv in UTF-16": (lambda r: put(r, "notes.txt", ROWS.encode("utf-16")), "not a text"),
    "csv in Windows-1252": (lambda r: put(r, "notes.txt", (ROWS + "é").encode("cp1252")), "headings of the extract"),
    "key": (lambda r: put(r, "kit.key", bytes(range(1, 33))), "not a text"),
    "picture in a text": (lambda r: put(r, "a.md", f"![](data:image/png;base64,{'iVBO' * 100})"), "encoded"),
    "new notebook with rows": (lambda r: notebook(r, "notebooks/13_ours.ipynb", outputs=shows(ROWS)), "cell 4 shows"),
    "notebook renamed": (lambda r: notebook(r, "docs/ours.json", outputs=shows(ROWS)), "cell 4 shows"),
    "rows in an attachment": (lambda r: notebook(r, "notebooks/13_ours.ipynb", attachments=ATTACHED), "cell 4 has a p"),
    "rows in metadata": (
        lambda r: notebook(r, "notebooks/13_ours.ipynb", metadata={"rows": ROWS}),
        'cell 4 has "rows" in it',
    ),
    "rows in a tag": (lambda r: notebook(r, "notebooks/13_ours.ipynb", metadata={"tags": ["700001"]}), '"tags" in it'),
    "rows in a cell's text": (lambda r: notebook(r, "notebooks/13_ours.ipynb", source=ROWS), "headings of the extract"),
    "spoilt notebook": (lambda r: put(r, "notebooks/13_ours.ipynb", "{"), "not a notebook of format 4"),
}  # fmt: skip


def refused(repository: Path, name: str, words: str, *how: str) -> None:
    """Run git, and expect that nothing is committed and the file is named with the reason and what to do."""
    before = git(repository, "rev-parse", "HEAD").stdout
    done = git(repository, *(how or ("commit", "-q", "-m", "x")), check=False)
    assert done.returncode != 0
    assert git(repository, "rev-parse", "HEAD").stdout == before
    said = next(line for line in done.stderr.splitlines() if line.startswith(f"{name}: "))
    assert words in said
    assert "Take it out" in said or "take it out" in said or "Clear it" in said
    assert "70000" not in done.stderr
    assert "Traceback" not in done.stderr


def listed() -> dict[str, str]:
    """Return the hashes of what is made up, by name."""
    texts = [(CHECKOUT / name).read_text(encoding="utf-8") for name in LISTS]
    return {name: digest for text in texts for name, digest in read_list(text).items()}


@pytest.mark.parametrize("what", ON_PURPOSE)
def test_what_may_not_be_kept_is_named_with_the_reason_and_what_to_do(tmp_path: Path, what: str) -> None:
    make, words = ON_PURPOSE[what]
    name = make(tmp_path)
    (said,) = faults([Staged(name, (tmp_path / name).read_bytes())], listed())
    assert said.startswith(f"{name}: ") and words in said
    assert "Take it out" in said or "take it out" in said or "Clear it" in said
    assert "70000" not in said


@needs_git
def test_all_that_is_added_on_purpose_is_refused(repository: Path) -> None:
    names = {make(repository) for make, _ in ON_PURPOSE.values()}
    git(repository, "add", "-f", *names)
    done = git(repository, "commit", "-q", "-m", "x", check=False)
    assert f"Not committed: {len(names)} files may hold" in done.stderr


@needs_git
@pytest.mark.parametrize("make", [renamed, with_outputs_of_another])
def test_a_file_that_was_changed_is_refused(repository: Path, make: Callable[[Path], str]) -> None:
    name = make(repository)
    git(repository, "add", "-A")
    refused(
        repository, name, "make sample did not" if make is renamed else "shows what the sample council does not give"
    )


@needs_git
def test_commit_all_takes_no_patched_file(repository: Path) -> None:
    refused(repository, patched(repository), "make sample did not", "commit", "-q", "-a", "-m", "x")
    refused(repository, patched(repository), "make sample did not", "commit", "-q", "-m", "x", "data")


@needs_git
def test_a_commit_that_is_amended_is_checked(repository: Path) -> None:
    name = put(repository, "notes.txt", ROWS)
    git(repository, "add", name)
    refused(repository, name, "headings", "commit", "-q", "--amend", "--no-edit")


def bad_branch(repository: Path, name: str) -> None:
    """Make a branch whose commit went past the hook, and come back to a main that went on."""
    git(repository, "checkout", "-q", "-b", "bad")
    git(repository, "add", "-f", name)
    git(repository, "commit", "-q", "--no-verify", "-m", "past the hook")
    git(repository, "checkout", "-q", "-b", "other", "main")
    git(repository, "add", put(repository, "docs/more.md", "More.\n"))
    git(repository, "commit", "-q", "-m", "more")


@needs_git
def test_a_merge_is_checked(repository: Path) -> None:
    name = put(repository, "data/borough/raw/2021/header.csv", ROWS)
    bad_branch(repository, name)
    refused(repository, name, "a council's own", "merge", "-q", "--no-edit", "bad")


@needs_git
def test_a_patch_that_is_applied_as_a_commit_is_checked(repository: Path, tmp_path: Path) -> None:
    name = put(repository, "notes.txt", ROWS)
    bad_branch(repository, name)
    git(repository, "format-patch", "-q", "-1", "-o", str(tmp_path), "bad")
    refused(repository, name, "headings", "am", "-q", *map(str, tmp_path.glob("*.patch")))


@needs_git
@pytest.mark.parametrize("how", ["cherry-pick", "rebase"])
def test_a_commit_that_is_picked_is_checked(repository: Path, how: str) -> None:
    name = put(repository, "notes.txt", ROWS)
    bad_branch(repository, name)
    if how == "rebase":
        git(repository, "checkout", "-q", "-b", "theirs", "bad")
    done = git(repository, how, "bad" if how == "cherry-pick" else "other", check=False)
    assert done.returncode != 0 and any(
        line.startswith(f"{name}: it has headings") for line in done.stderr.splitlines()
    )
    # Nothing was added to what the pick began from.
    assert name not in git(repository, "ls-tree", "--name-only", "HEAD").stdout.split()
    git(repository, how, "--abort", check=False)


@needs_git
def test_a_clean_commit_is_picked(repository: Path) -> None:
    git(repository, "checkout", "-q", "-b", "clean")
    git(repository, "add", put(repository, "docs/clean.md", "Clean.\n"))
    git(repository, "commit", "-q", "-m", "clean")
    git(repository, "checkout", "-q", "-b", "beside", "main")
    git(repository, "cherry-pick", "clean")
    git(repository, "revert", "--no-edit", "HEAD")


@needs_git
def test_very_many_files_are_not_all_named(repository: Path) -> None:
    for n in range(30):
        put(repository, f"data/borough/raw/2021/{n}.csv", ROWS)
    git(repository, "add", "-f", "data/borough")
    done = git(repository, "commit", "-m", "x", check=False)
    assert done.returncode == 1
    assert "Not committed: 30 files may hold what must not leave this computer." in done.stderr
    assert "And 10 more." in done.stderr and len(done.stderr.splitlines()) == 23


NUMBER = '<c r="{}"><v>700001</v></c>'
RAW = {
    "the return": ("header.csv", "CHILD,SEX,DOB\n700009,1,01/02/2010\n700001,2,01/02/2011\n"),
    "another system's": ("plans.txt", "Report of May\n\nPerson ID;Plan\n700001;Adoption\n"),
    "a number as Excel writes it": ("visits.csv", "visit,child_id\n9,700001.0\n"),
    "a workbook with texts": (
        "visits.xlsx",
        book({"May": sheet([["Visits"], ["visit", "Person ID"], ["9", "700001"]])}),
    ),
    "a workbook with numbers": ("visits.xlsx", book({"May": sheet([["visit", "child_id"], ["9", NUMBER]])})),
    "XML": ("return.xml", "<?xml version='1.0'?><R><CHILD><HEADER><CHILDID>700001</CHILDID></HEADER></CHILD></R>"),
}
NAMES_A_CHILD = {
    "a worked example": ("tests/measures/test_x.py", 'SAM = """\nCHILD  | DECOM\n700001 | 01/02/2020\n"""\n'),
    "a sentence": ("docs/how.md", "Why is 700001 not counted?\n"),
    "a cell": ("notebooks/13_ours.ipynb", ""),
    "the name of a file": ("docs/700001.md", "A question.\n"),
}


def named(folder: Path, what: str) -> Staged:
    name, text = NAMES_A_CHILD[what]
    if text:
        put(folder, name, text)
    else:
        notebook(folder, name, source="figures.filter(child_id='700001')", outputs=[])
    return Staged(name, (folder / name).read_bytes())


@pytest.mark.parametrize("raw", RAW)
@pytest.mark.parametrize("what", NAMES_A_CHILD)
def test_one_identifier_of_a_council_here_is_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, raw: str, what: str
) -> None:
    monkeypatch.setattr(commits, "CHECKOUT", tmp_path)
    assert list(faults([named(tmp_path, what)], listed())) == []
    put(tmp_path, f"data/borough/raw/2021/{RAW[raw][0]}", RAW[raw][1])
    (said,) = faults([named(tmp_path, what)], listed())
    assert said.endswith(
        ": it has the identifier of a child, officer or concern in data/borough/raw. Take it out of the file, and add "
        "the file again."
    )


@pytest.mark.parametrize("cell", ["figures.filter(officer='IRO07')", "# why is ESC-0012 still open?"])
def test_an_officer_or_a_concern_in_a_cell_is_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cell: str
) -> None:
    monkeypatch.setattr(commits, "CHECKOUT", tmp_path)
    name = notebook(tmp_path, "notebooks/13_ours.ipynb", source=cell, outputs=[])
    staged = Staged("notebooks/13_ours.ipynb", (tmp_path / "notebooks/13_ours.ipynb").read_bytes())
    assert list(faults([staged], listed())) == [], name
    put(tmp_path, "data/borough/raw/2021/escalations.csv", "escalation_id,Reviewing Officer\nESC-0012,IRO07\n")
    (said,) = faults([staged], listed())
    assert "officer or concern in data/borough/raw" in said


@pytest.mark.parametrize("raw", RAW)
def test_a_number_that_is_no_childs_here_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, raw: str) -> None:
    monkeypatch.setattr(commits, "CHECKOUT", tmp_path)
    put(tmp_path, f"data/borough/raw/2021/{RAW[raw][0]}", RAW[raw][1])
    put(tmp_path, "data/borough/raw/2021/schools.csv", "URN,school\n700002,A\n")
    put(tmp_path, "data/borough/raw/2021/rows.parquet", b"700003")
    assert (
        list(faults([Staged("docs/how.md", b"Of 700002 and 700003 reviews, 7.0000 and 0.700001.\n")], listed())) == []
    )


BESIDE = ["was {}.", "{}: late", "{}/1", "#{}", "child_{}", "{}-late", "late-{}-q3"]


@pytest.mark.parametrize("text", BESIDE)
def test_punctuation_hides_no_identifier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(commits, "CHECKOUT", tmp_path)
    put(tmp_path, "data/borough/raw/2021/escalations.csv", "child_id,escalation_id,iro_id\n700001,E2020-085,IRO01\n")
    for identifier in ("700001", "E2020-085", "IRO01"):
        said = text.format(identifier)
        (of_text,) = faults([Staged("docs/how.md", said.encode())], listed())
        assert "the identifier of a child, officer or concern in data/borough/raw" in of_text
        (of_name,) = faults([Staged(f"docs/{said.replace(':', '').strip('.')}/how.md", b"How.")], listed())
        assert "in data/borough/raw" in of_name


@needs_git
def test_an_identifier_in_a_commits_message_is_refused(repository: Path) -> None:
    put(repository, "data/borough/raw/2021/header.csv", RAW["the return"][1])
    git(repository, "add", put(repository, "docs/how.md", "How.\n"))
    done = git(repository, "commit", "-m", "Late: child 700001", check=False)
    assert done.returncode == 1
    assert "its message has the identifier of a child, officer or concern in data/borough/raw" in done.stderr
    git(repository, "commit", "-q", "-m", "Say how")
    git(repository, "reset", "-q", "--hard", "HEAD~")


@needs_git
def test_an_identifier_is_looked_for_when_a_commit_is_made(repository: Path) -> None:
    put(repository, "data/borough/raw/2021/header.csv", RAW["the return"][1])
    git(repository, "add", put(repository, *NAMES_A_CHILD["a sentence"]))
    refused(repository, "docs/how.md", "it has the identifier of a child, officer or concern in data/borough/raw")


@needs_git
def test_a_file_larger_than_any_is_refused_unread(repository: Path) -> None:
    name = put(repository, "notes.txt", "a\n" * 4_100_000)
    git(repository, "add", name)
    refused(repository, name, "larger than anything that the project keeps")


EVERY_DAY: dict[str, Callable[[Path], object]] = {
    "words": lambda r: put(r, "docs/how.md", "On 01/04/2020 there were 449 children, in 2019-20 480.\n"),
    "new measure and its example": lambda r: put(
        r, "tests/measures/test_x.py", 'A = """\nCHILD | REVIEW\nSam | 01/04/2020\n1001 | 02/04/2020\n"""\n'
    ),
    "new extract": lambda r: shutil.copy(r / "kit/extracts/own/send.py", r / "kit/extracts/send_again.py"),
    "picture of the page": lambda r: shutil.copy(CHECKOUT / "docs/report.png", r / "page.png").replace(
        (r / "docs/page.png").parent / "page.png"
    ),
    "chapter under another name": lambda r: (r / "notebooks/11_actions.ipynb").rename(r / "notebooks/14_actions.ipynb"),
    "cleared notebook": lambda r: notebook(r, "notebooks/13_ours.ipynb", outputs=[]),
    "notebook saved by JupyterLab": lambda r: notebook(r, "notebooks/13_ours.ipynb", outputs=[NOT_KEPT]),
    "sample file gone": lambda r: (r / "data/sample/raw/2016/iros.csv").unlink(),
    "copy of a sample file": lambda r: shutil.copy(r / "data/sample/raw/2016/iros.csv", r / "tests/fixtures/iros.csv"),
}


@needs_git
@pytest.mark.parametrize("what", EVERY_DAY)
def test_a_developers_day_goes_on(repository: Path, what: str) -> None:
    (repository / "docs").mkdir(exist_ok=True)
    EVERY_DAY[what](repository)
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "x")
    git(repository, "reset", "-q", "--hard", "HEAD~")


@needs_git
def test_a_sample_made_again_is_taken_with_its_list(repository: Path) -> None:
    name = patched(repository)
    content = (repository / name).read_bytes()
    path = repository / LISTS[0]
    there = read_list(path.read_text(encoding="utf-8"))
    path.write_text(list_text(there | {"raw/2021/header.csv": hash_of(content)}), encoding="utf-8", newline="\n")
    git(repository, "add", name)
    refused(repository, name, "make sample did not")
    git(repository, "commit", "-q", "-a", "-m", "The sample has one more child")
    git(repository, "reset", "-q", "--hard", "HEAD~")


@needs_git
def test_an_ordinary_commit_is_checked_within_a_second(repository: Path) -> None:
    git(repository, "add", put(repository, "docs/how.md", "How.\n"), "-A")
    # Of the processor, as others may be at work.
    before = os.times()
    git(repository, "commit", "-q", "-m", "x")
    after = os.times()
    git(repository, "reset", "-q", "--hard", "HEAD~")
    assert after.children_user + after.children_system - before.children_user - before.children_system < 1


@needs_git
def test_without_a_python_a_commit_is_refused_with_what_to_do(repository: Path, tmp_path: Path) -> None:
    git(repository, "add", put(repository, "docs/how.md", "How.\n"))
    if os.name == "nt":
        pytest.skip("git brings its own shell and programs")
    for program in ("sh", "dirname"):
        (tmp_path / program).symlink_to(str(shutil.which(program)))
    script = repository / "kit/protection/commits/hooks/pre-commit"
    done = subprocess.run(
        [str(script)], cwd=repository, env={"PATH": str(tmp_path)}, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Not committed: there is no Python 3.11 or newer to check the files with.")


def kept() -> list[Path]:
    """Return what git keeps of this checkout, or without git what it would."""
    if GIT and (CHECKOUT / ".git").exists():
        names = git(CHECKOUT, "ls-files", "-z").stdout.split("\0")
        return [CHECKOUT / name for name in names if name and (CHECKOUT / name).is_file()]
    return [path for name in FOLDERS for path in (CHECKOUT / name).rglob("*") if path.is_file()]


def test_nothing_that_git_keeps_would_be_refused() -> None:
    files = (Staged(path.relative_to(CHECKOUT).as_posix(), path.read_bytes()) for path in kept())
    assert list(faults(files, listed())) == []


@needs_git
@pytest.mark.parametrize(
    "name",
    [
        *("problems.csv", "figures.csv", "notebooks/by_need.csv", "audits.xlsx", "docs/kit.key", "tests/rows.parquet"),
        *("data/sample/raw/2021/real.csv", "data/sample/raw/2022/header.csv", "data/sample/notes.txt"),
        *("data/sample/raw/2021/header.txt", "data/sample/raw/header.csv", "data/borough/notes.txt", "kit/x.zip"),
    ],
)
def test_git_ignores_what_the_documents_tell_people_to_write(repository: Path, name: str) -> None:
    assert git(repository, "check-ignore", "-q", name, check=False).returncode == 0


@needs_git
def test_git_ignores_nothing_that_it_keeps(repository: Path) -> None:
    assert git(repository, "ls-files", "-c", "-i", "--exclude-standard").stdout == ""


def test_the_headings_looked_for_are_those_of_the_extracts() -> None:
    assert headings() == {name: {column_name(word) for word in extract.headings} for name, extract in EXTRACTS.items()}


@pytest.mark.parametrize("path", sorted((CHECKOUT / "data/sample/raw/2021").glob("*.csv")), ids=lambda path: path.stem)
def test_every_extract_with_people_in_it_is_known_by_its_content(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.stem.partition("@")[0] in ("actions", "commendations", "service_facts"):
        return
    assert rows_of_children(text)
    for delimiter in (";", "\t", "|"):
        assert rows_of_children(text.replace(",", delimiter))
