"""The documents: links lead somewhere, every command, option, target and setting is in one, and README is short."""

import re
from functools import cache
from pathlib import Path

import pytest
import typer

from kit.commands.cli import app
from kit.make import TARGETS
from kit.paths import CHECKOUT
from kit.settings.load import SETTINGS

DOCS = CHECKOUT / "docs"
LINES_OF_README = 120
BYTES_OF_A_PICTURE = 300_000
LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^)\s]+)\)")


@cache
def documents() -> dict[Path, str]:
    """Return the text of every document by its path."""
    paths = [*CHECKOUT.glob("*.md"), CHECKOUT / "data" / "README.md", *DOCS.rglob("*.md")]
    return {path: path.read_text(encoding="utf-8") for path in sorted(paths)}


def prose(text: str) -> str:
    """Return a document without what is shown as code in blocks."""
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)


def anchors(text: str) -> set[str]:
    """Return the names of the headings of a document, as links to them are written."""
    headings = re.findall(r"^#+ (.+)$", prose(text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(path: Path, text: str) -> list[str]:
    """Return the links of a document within the checkout that lead nowhere."""
    broken = []
    for link in LINK.findall(prose(text)):
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        if re.match(r"[a-z]+:", link):
            continue
        if not target.exists() or (anchor and anchor not in anchors(documents()[target])):
            broken.append(link)
    return broken


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.relative_to(CHECKOUT).as_posix())
def test_every_link_leads_somewhere(path: Path) -> None:
    assert broken_links(path, documents()[path]) == []


def test_a_broken_link_is_found() -> None:
    text = "# One\n[a](#one) [b](#two) [c](README.md#licence) [d](README.md#no) [e](docs/no.md) [f](https://x.org/y)"
    assert broken_links(CHECKOUT / "x.md", text.replace("(#", "(README.md#")) == [
        "README.md#one", "README.md#two", "README.md#no", "docs/no.md",
    ]  # fmt: skip


def test_every_document_is_reached_from_the_readme() -> None:
    reached, to_read = set(), [CHECKOUT / "README.md"]
    while to_read:
        path = to_read.pop()
        reached.add(path)
        links = (link.partition("#")[0] for link in LINK.findall(prose(documents()[path])))
        to_read += {(path.parent / link).resolve() for link in links if link} & (documents().keys() - reached)
    assert sorted(path.name for path in documents().keys() - reached) == []


def test_the_readme_is_one_screen_with_a_small_picture() -> None:
    readme = documents()[CHECKOUT / "README.md"]
    assert len(readme.splitlines()) <= LINES_OF_README
    [picture] = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", readme)
    assert (CHECKOUT / picture).stat().st_size < BYTES_OF_A_PICTURE


def test_every_target_of_make_is_in_a_document() -> None:
    text = "\n".join(documents().values())
    assert [t.name for t in TARGETS if not t.needs and not re.search(rf"\bmake {t.name}\b", text)] == []
    assert [t.name for t in TARGETS if not re.search(rf"\bkit[/\\]make\.py {t.name}\b", text)] == []


def test_every_command_and_option_is_in_a_document() -> None:
    text = "\n".join(documents().values())
    commands = typer.main.get_command(app).commands
    assert [name for name in commands if not re.search(rf"python -m kit {name}\b", text)] == []
    options = {o for command in commands.values() for p in command.params for o in p.opts if o.startswith("--")}
    assert len(options) > 10
    assert [option for option in sorted(options) if f"`{option}`" not in text] == []


def test_every_setting_is_in_the_table_of_settings() -> None:
    councils = documents()[DOCS / "councils.md"]
    table = "\n".join(re.findall(r"^\| (`[^|]+) \|", councils, re.MULTILINE))
    assert [name for name in SETTINGS if f"`{name}`" not in table] == []


def test_every_path_that_a_document_names_is_there() -> None:
    named = re.compile(r"`((?:kit|tests|params|notebooks|docs|requirements|data/sample)/[\w./-]+)`")
    written_by_the_kit = ("data/sample/extracts", "notebooks/scratch", "params/sample/2021")
    missing = {
        f"{path.name}: {name}"
        for path, text in documents().items()
        for name in named.findall(text)
        if not (CHECKOUT / name).exists() and not name.startswith(written_by_the_kit)
    }
    assert sorted(missing) == []
