"""Files of the checkout: no path of one computer, one way to end a line, and the top of the house."""

import os
import re
from pathlib import Path

import pytest

from kit.files.code_hash import VERSION
from kit.paths import CHECKOUT
from kit.protection.commits.made_up import LIST, hash_of, read_list

TEXT = {".py", ".sql", ".yml", ".yaml", ".toml", ".md", ".txt", ".ipynb", ".j2", ".css", ".cfg", ".csv", ""}
TOP = (
    "README.md", "GLOSSARY.md", "DECISIONS.md", "CHANGELOG.md", "LICENSE", "Makefile", "environment.yml",
    "pyproject.toml", "requirements", "params", "data", "kit", "notebooks", "tests", ".ci/run",
)  # fmt: skip
FOLDERS = ("kit", "notebooks", "params/mappings", "params/sample", "requirements", "tests", "data/sample/raw", ".ci")
MACHINE = re.compile(r"(?<![\w.])(/home/\w|/Users/\w|/root/|/tmp/\w|[A-Z]:\\\\?Users)")


def files() -> list[Path]:
    """Return the files that the kit keeps, without what git ignores."""
    found = [path for path in CHECKOUT.iterdir() if path.is_file()]
    for folder in FOLDERS:
        for root, folders, names in os.walk(CHECKOUT / folder):
            folders[:] = [f for f in folders if not f.startswith((".", "__pycache__"))]
            found += [Path(root) / name for name in names]
    return sorted(path for path in found if path.suffix in TEXT and path != Path(__file__))


@pytest.mark.parametrize("name", TOP)
def test_the_top_of_the_house_is_there(name: str) -> None:
    assert (CHECKOUT / name).exists()


def test_the_version_that_the_report_names_is_the_one_that_the_changelog_describes() -> None:
    described = re.findall(r"^## (\S+)$", (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    stated = re.findall(r'^version = "(.+)"$', (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert stated == [VERSION]
    assert described[0] == VERSION


def test_no_file_names_a_path_of_one_computer() -> None:
    own = [re.escape(str(path)) for path in (CHECKOUT, Path.home()) if len(path.parts) > 1]
    this_one = re.compile(rf"(?<![\w.])({'|'.join(own)})(?![\w-])") if own else MACHINE
    found = []
    for path in files():
        # Tests make paths up.
        looked_for = (this_one,) if path.is_relative_to(CHECKOUT / "tests") else (this_one, MACHINE)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if any(pattern.search(line) for pattern in looked_for):
                found.append(f"{path.relative_to(CHECKOUT).as_posix()}, line {number}")
    assert found == []


def test_every_text_is_utf_8_and_ends_its_lines_alike() -> None:
    wrong = []
    for path in files():
        content = path.read_bytes()
        content.decode("utf-8")
        # A council's exports stay exactly as they came.
        if "raw" not in path.parts and (b"\r\n" in content or (content and not content.endswith(b"\n"))):
            wrong.append(path.relative_to(CHECKOUT).as_posix())
    assert wrong == []


def test_only_the_sample_councils_params_are_kept() -> None:
    ignored = (CHECKOUT / ".gitignore").read_text(encoding="utf-8").split()
    for line in ("/data/*", "!/data/sample/", "/params/*/", "!/params/sample/", "/reports/"):
        assert line in ignored


def test_the_samples_folder_holds_the_made_up_files_and_no_other() -> None:
    sample = CHECKOUT / "data" / "sample"
    listed = read_list((sample / LIST).read_text(encoding="utf-8"))
    found = [*(sample / "raw").rglob("*"), *(sample / "audits").glob("wave-*/*")]
    there = {path.relative_to(sample).as_posix(): hash_of(path.read_bytes()) for path in found if path.is_file()}
    other = sorted(name for name, digest in there.items() if listed.get(name) != digest)
    assert other == [], "not made by make sample: a real council's files belong in data/<council>/raw/<year>/"
    assert sorted(set(listed) - set(there)) == [], "run make sample"
