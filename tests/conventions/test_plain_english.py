"""Plain English: words that the documents do not use, and what they say instead (docs/developers.md explains them)."""

import io
import re
import tokenize
from pathlib import Path

import pytest

from kit.paths import CHECKOUT

# What is not written (without regard to case) and what is written instead; real uses are part of the pattern.
WORDS = {
    # "where to read on" is a place, --where an option, WHERE of SQL.
    r"(?<!-)\b(?!(?-i:WHERE))where(as)?\b(?! to\b|=)": "if or when",
    r"\b(hangs?|hanging|hung) on\b": "depends on",
    r"\b(stand|stands|stood|standing)\b(?!-| for\b| in for\b| out\b)": "is, is in, is there",  # "stands for"
    r"(?<!\ba )\b(lie|lies|lay|lain|lying)\b": "is in",  # "0 would be a lie"
    r"\banew\b": "again",
    r"\bask(s|ed|ing)? (a|an|the|no|each|every|this|another) (query|rule)\b": "run a query",
    r"\b(query|queries|rule|rules) (is|are|was|were) (not )?asked\b": "run a query",
    r"\bmend(s|ed|ing)?\b": "fix or correct",
    r"\bshall\b": "must",
    # "nothing else", "what else", ELSE of SQL.
    r"(?<!thing )(?<!body )(?<!one )(?<!what )(?<!who )(?<!ever )\b(?!(?-i:ELSE))else\b": "otherwise",
    r"(?<!there )\b(is|are|was|were) (?-i:none)\b": "X is not Y",  # "there are none"; None of Python
    r"\bindicators?\b|\bmetrics?\b|\bKPIs?\b": "measure",
}
FILES = ("*.md", "docs/**/*.md")
# Words that the report, or a file of prompts, shows: of rules, breakdowns, exports and made-up action plans.
ON_THE_PAGE = (
    "kit/chapters/own_words/prompts.py",
    "kit/chapters/tables/exports.py",
    "kit/measures/breakdowns.py",
    "kit/problems/catalogue.py",
    "kit/problems/reading_rules.py",
    "kit/report/about.py",
    "kit/sample/records/plans.py",
)
# Words of law, of another's text that a document quotes, or of the page: path and word, as few as can be.
ALLOWED: tuple[tuple[str, str], ...] = (
    ("kit/chapters/text/sentences.py", "stands"),
    ("kit/chapters/text/sentences.py", "where"),
    ("kit/chapters/text/sentences.py", "lie"),
    ("kit/report/report.py", "stands"),
)


def plain(text: str) -> str:
    """Return a document's sentences: code and what a link leads to are not read, lines stay as they are."""
    text = re.sub(r"^```.*?^```$", lambda block: "\n" * block[0].count("\n"), text, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"`[^`\n]*`|\]\([^)\n]*\)|^ {4,}(?![-*]).*$", "", text, flags=re.MULTILINE)


def faults(name: str, text: str) -> list[str]:
    """Return each word that is not written, with file, line and what is written instead."""
    read = plain(text)
    return [
        f'{name}, line {read.count(chr(10), 0, found.start()) + 1}: "{found[0]}": write {instead}'
        for pattern, instead in WORDS.items()
        for found in re.finditer(pattern, read, re.IGNORECASE)
        if (name, found[0]) not in ALLOWED
    ]


def prose_of(path: Path) -> str:
    """Return the comments and the texts of a module, or the comments of an SQL file, on the lines that they are on."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".sql":
        # Headers are on the page: what they say is held by their own test.
        lines = re.sub(r"\A/\*.*?\*/", lambda header: "\n" * header[0].count("\n"), text, flags=re.DOTALL).splitlines()
        return "\n".join(line.partition("--")[2] for line in lines)
    found = [""] * (text.count("\n") + 2)
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        kind = tokenize.tok_name[token.type]
        if kind == "COMMENT" or (kind in ("STRING", "FSTRING_MIDDLE") and " " in token.string):
            # Python before 3.12 gives an f-string with the names in it.
            string = (
                re.sub(r"\{[^{}\n]*(\{[^{}\n]*\}[^{}\n]*)*\}", "", token.string) if kind != "COMMENT" else token.string
            )
            for number, line in enumerate(string.split("\n"), token.start[0] - 1):
                found[number] += f" {line}"
    return "\n".join(line.strip() for line in found)


def test_code_is_in_plain_english() -> None:
    paths = [p for ending in ("py", "sql") for p in sorted((CHECKOUT / "kit").rglob(f"*.{ending}"))]
    names = {path: path.relative_to(CHECKOUT).as_posix() for path in paths}
    found = [f for path in paths if names[path] not in ON_THE_PAGE for f in faults(names[path], prose_of(path))]
    assert found == []


@pytest.mark.parametrize("pattern", FILES)
def test_documents_are_in_plain_english(pattern: str) -> None:
    paths = sorted(CHECKOUT.glob(pattern))
    assert paths
    found = [f for p in paths for f in faults(p.relative_to(CHECKOUT).as_posix(), p.read_text(encoding="utf-8"))]
    assert found == []


@pytest.mark.parametrize(
    ("sentence", "instead"),
    [
        ("Where a file is missing, it stops.", "if or when"),
        ("A key on which it hangs on.", "depends on"),
        ("The word stands in the table.", "is, is in, is there"),
        ("It lies beside it.", "is in"),
        ("They are counted anew.", "again"),
        ("No rule is asked again, and it asks a query.", "run a query"),
        ("It must be mended.", "fix or correct"),
        ("It shall stop.", "must"),
        ("Else it stops.", "otherwise"),
        ("A date that is none.", "X is not Y"),
        ("Key metrics.", "measure"),
    ],
)
def test_each_word_is_found(sentence: str, instead: str) -> None:
    assert any(fault.endswith(f"write {instead}") for fault in faults("x.md", sentence))


def test_code_and_real_uses_are_left_alone() -> None:
    text = (
        "Nothing else: `where` stands for a child.\n```sql\nSELECT 1 WHERE TRUE\n```\nThere are none. 0 would be a lie."
    )
    assert faults("x.md", text) == []
