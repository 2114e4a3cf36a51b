"""Decisions: a short index, each number in one file under its subject, and no reference to one that is not there."""

import re
from pathlib import Path

import pytest

from kit.paths import CHECKOUT

INDEX = CHECKOUT / "DECISIONS.md"
FILES = sorted((CHECKOUT / "docs" / "decisions").glob("*.md"))
BYTES_OF_THE_INDEX = 4096
FIELDS = ["Decision", "Why", "Not chosen", "See"]
HEADING = re.compile(r"^### ([\d, ]+)\. (.+)$", re.MULTILINE)
SUPERSEDED = re.compile(r"^- \*\*(\d+)\.\*\* .+: by (\d+)\.$", re.MULTILINE)
REFERENCE = re.compile(r"\b[Dd]ecisions? (\d+(?:(?:, | and | to |–)\d+)*)")
CODE = ("kit", "notebooks", "params", "tests", "docs", "data/sample")
SUFFIXES = {".py", ".sql", ".yml", ".md", ".ipynb", ".toml"}


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def numbers(words: str) -> list[int]:
    """Return the numbers of a list such as `1–3, 7 and 9`."""
    found: list[int] = []
    for first, last in re.findall(r"(\d+)(?:(?:–| to )(\d+))?", words):
        found += range(int(first), int(last or first) + 1)
    return found


def decided(path: Path) -> list[int]:
    """Return the numbers of the decisions of a file, superseded ones too."""
    headings = [number for words, _ in HEADING.findall(text_of(path)) for number in numbers(words)]
    return headings + [int(number) for number, _ in SUPERSEDED.findall(text_of(path))]


def listed() -> dict[str, list[int]]:
    """Return the numbers that the index gives for each file."""
    found: dict[str, list[int]] = {}
    name = ""
    for file, cell in re.findall(r"^\| (.*?)\| [^|]+ \| ([\d–, ]+) \|$", text_of(INDEX), re.MULTILINE):
        name = Path(re.sub(r".*\(|\).*", "", file)).name.strip() or name
        found.setdefault(name, []).extend(numbers(cell))
    return found


def test_the_index_is_short() -> None:
    assert INDEX.stat().st_size <= BYTES_OF_THE_INDEX


def test_each_number_is_in_one_file_and_none_is_left_out() -> None:
    found = sorted(number for path in FILES for number in decided(path))
    assert found == list(range(1, len(found) + 1))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_index_lists_what_each_file_has(path: Path) -> None:
    assert sorted(listed()[path.name]) == sorted(decided(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_entry_has_the_four_lines(path: Path) -> None:
    wrong = []
    for entry in re.split(r"^(?=###? )", text_of(path), flags=re.MULTILINE):
        lines = entry.strip().splitlines()
        if lines[0].startswith("### "):
            fields = [re.match(r"- \*\*(.+?):\*\* \S.*\.$", line) for line in lines[1:]]
            if not HEADING.match(lines[0]) or [field and field[1] for field in fields] != FIELDS:
                wrong.append(lines[0])
    assert wrong == []


def test_every_number_that_is_referred_to_exists() -> None:
    known = {number for path in FILES for number in decided(path)}
    paths = [*CHECKOUT.glob("*.md"), *(p for f in CODE for p in (CHECKOUT / f).rglob("*") if p.suffix in SUFFIXES)]
    wrong = {
        f"{path.relative_to(CHECKOUT).as_posix()}: {found[0]}"
        for path in paths
        if path != Path(__file__) and ".ipynb_checkpoints" not in path.parts
        for found in REFERENCE.finditer(text_of(path))
        if not set(numbers(found[1])) <= known
    }
    # In the files themselves: "by 145", "(107)", "See: 45, 56."
    for path in FILES:
        for words in re.findall(
            r"(?:\*\*See:\*\*|; |by )((?:\d+(?:, | and )?)+)(?=[\s.)]*$|\s(?:in|on)\b)", text_of(path)
        ):
            wrong |= {f"{path.name}: {words}"} if not set(numbers(words)) <= known else set()
    assert sorted(wrong) == []


def test_a_reference_is_found_in_a_sentence() -> None:
    assert [numbers(found[1]) for found in REFERENCE.finditer("as decisions 3 to 5 say. Decision 7, 9 and 11 do.")] == [
        [3, 4, 5],
        [7, 9, 11],
    ]
    assert REFERENCE.search("2 decisions of 2021") is None
