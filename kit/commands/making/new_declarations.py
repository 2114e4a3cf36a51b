"""`python -m kit new rule` and `new extract`: working files, every field explained, and what to do next."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kit.commands.making.new_files import NAME, drawn_table, run_example, unknown, write_new
from kit.errors import KitError
from kit.extracts import EXTRACTS
from kit.measures.lineage import view_texts
from kit.paths import CHECKOUT, KIT, PROBLEMS, shown
from kit.problems.catalogue import load_rules

RULE = """/*
# what is wrong, in a few words: it is the heading of the list
title: >-
  TODO
# which rows are listed, in a sentence
meaning: >-
  TODO
# what it does to the figures: whether the rows count all the same
effect: >-
  TODO
# what whoever keeps the records should do
what_to_do: >-
  TODO
*/
SELECT
    '{extract}' AS extract,
    {extract}.year,
    {extract}.file,
    {extract}.row,
    '{column}' AS "column",
    CAST({extract}.{name} AS VARCHAR) AS value
FROM {extract}
WHERE NOT {extract}.superseded
    -- TODO: what is wrong with the row, in place of FALSE
    AND FALSE
"""
EXAMPLE = '''"""TODO: which rows are listed, and their neighbours that are not."""

from pathlib import Path

from tests.lib.worked import a_council{more}

EPISODES = """
    CHILD | DECOM
    Sam   | 01/06/2019
"""


def test_{test}(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes=EPISODES,
{table}    )
    # TODO: draw rows above that it lists, and neighbours that it does not.
    {proof}
'''
EXTRACT = '''"""{title}: TODO in a sentence."""

from kit.extracts.columns import {imports}

# Leave out every column that no measure needs: what is personal stays in the council's files.
EXTRACT = Extract(
    "{name}",
    title="{title}",
    one_row="TODO",
    # What makes a row one thing: of two rows with the same key the newer file's counts.
    key=({key}),
    columns=(
{columns}    ),
)
'''
DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d.*")
MOST_ROWS = 2_000


def new_rule(name: str) -> list[Path]:
    """Write a rule's SQL, `extract/rule`, and its worked example; return both. KitError for what is not known."""
    extract, _, alone = name.rpartition("/")
    faults = [*unknown("the extract", extract, EXTRACTS)]
    if not NAME.fullmatch(alone):
        faults.append(f'"{alone}" is not the name of a rule: small letters, digits and "_", as in left_before_start.')
    elif alone in load_rules():
        faults.append(f'There is a rule "{alone}". Take another name.')
    if faults:
        raise KitError(faults, wrong_use=True)
    found = EXTRACTS[extract]
    column = next((one for one in found.columns if one.kept and one.name not in found.key), found.columns[0])
    table = "" if extract in ("header", "episodes") else drawn_table(found)
    sql = RULE.format(extract=extract, column=column.heading, name=column.name)
    proof = f'assert council.listed("{alone}") == []'
    test = EXAMPLE.format(test=f"{alone}_lists_what_its_words_say", table=table, proof=proof, more="")
    places = {
        PROBLEMS / extract / f"{alone}.sql": sql,
        CHECKOUT / "tests" / "problems" / extract / f"test_{alone}.py": test,
    }
    write_new(places)
    return list(places)


def new_extract(name: str, file: Path | None = None) -> list[Path]:
    """Write an extract's module, its columns guessed from a CSV `file` if one is given, and its worked example.

    The module is listed in `kit/extracts/__init__.py`. No value of the file is written. KitError if the name is taken,
    or the file cannot be read.
    """
    if not NAME.fullmatch(name):
        raise KitError(f'"{name}" is not the name of an extract: small letters, as in review_details.', wrong_use=True)
    if name in EXTRACTS or name in view_texts():
        raise KitError(f'There is an extract or view "{name}". Take another name.', wrong_use=True)
    columns = list(_guessed(file)) if file else [("child_id", "child", "child()"), ("day", "day", 'day("day", "TODO")')]
    used = sorted({kind for _, kind, _ in columns if kind in ("child", "day", "text")})
    more = ["Column"] if any(kind == "Column" for _, kind, _ in columns) else []
    title = name.replace("_", " ").capitalize()
    key = [heading for heading, kind, _ in columns if kind in ("child", "day")][:2] or [columns[0][0]]
    required = [
        (h, kind, f"{said[:-1]}, required=True)" if h in key and kind == "day" else said) for h, kind, said in columns
    ]
    module = KIT / "extracts" / "own" / f"{name}.py"
    test = CHECKOUT / "tests" / "extracts" / f"test_{name}.py"
    text = EXTRACT.format(
        name=name, title=title, imports=", ".join([*more, "Extract", *used]),
        key=", ".join(f'"{one}"' for one in key) + ("," if len(key) == 1 else ""),
        columns="".join(f"        {said},\n" for _, _, said in required),
    )  # fmt: skip
    heads = " | ".join(heading for heading, _, _ in columns)
    values = {"child": "Sam", "day": "20/06/2020", "Column": "1", "text": "some words"}
    cells = " | ".join(values[kind] for _, kind, _ in columns)
    table = f'        {name}="""\n        {heads}\n        {cells}\n        """,\n'
    proof = f'assert take_in(council.places, 2021).folder.joinpath("{name}", "year=2021").is_dir()'
    example = EXAMPLE.format(test=f"{name}_is_read", table=table, proof=proof, more="")
    example = example.replace("from tests.lib", "from kit.intake.take_in import take_in\nfrom tests.lib", 1)
    listing = KIT / "extracts" / "__init__.py"
    write_new({module: text, test: example})
    listing.write_text(_listed_too(listing.read_text(encoding="utf-8"), name), encoding="utf-8", newline="\n")
    return [module, test, listing]


def steps_of_rule(files: Sequence[Path]) -> Iterator[str]:
    """Yield what was made of a rule, and what to do next, a line each."""
    sql, test = files
    yield from (f"Made {shown(path)}." for path in files)
    yield f"1. Fill in each TODO of {shown(sql)}: words and condition; the kit refuses words that are left TODO."
    yield f"2. Draw the example of {shown(test)}, and run it: {run_example(test)}"
    yield "3. If the sample has such rows: make golden. Then make check."


def steps_of_extract(files: Sequence[Path]) -> Iterator[str]:
    """Yield what was made of an extract, and what to do next, a line each."""
    module, test, listing = files
    yield f"Made {shown(module)} and {shown(test)}; it is listed in {shown(listing)}."
    yield f"1. Fill in each TODO of {shown(module)}; take out columns that no measure needs, and personal ones."
    yield f"2. Run its example: {run_example(test)}"
    yield f"3. make golden writes it into data/README.md. Put a file {module.stem}.csv into raw/<year>/: make extracts."
    yield "4. Views and measures read it like a table: docs/add-a-measure.md."


def _guessed(file: Path) -> Iterator[tuple[str, str, str]]:
    """Yield the heading, the kind and the Python of each column of a CSV, guessed from its first rows."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as text:
            heads, *rows = [row for _, row in zip(range(MOST_ROWS), csv.reader(text), strict=False)]
    except (OSError, ValueError) as error:
        raise KitError(f"{shown(file)} cannot be read as a CSV in UTF-8 ({type(error).__name__}).") from None
    has_child = False
    for number, heading in enumerate(heads):
        cells = [row[number].strip() for row in rows if number < len(row) and row[number].strip()]
        said = heading.strip().replace('"', "'")
        if not has_child and "child" in said.lower():
            has_child = True
            yield said, "child", "child()" if said == "child_id" else f'child("{said}")'
        elif cells and all(map(DATE.fullmatch, cells)):
            yield said, "day", f'day("{said}", "TODO")'
        elif cells and all(cell.isdecimal() for cell in cells):
            yield said, "Column", f'Column("{said}", "whole", "TODO")'
        else:
            yield said, "text", f'text("{said}", "TODO")'


def _listed_too(text: str, name: str) -> str:
    """Return the list of extracts with another of a council's own systems, in its import and at its end."""
    own, rest = text.split("from kit.extracts.statutory", 1)
    head, _, names = own.partition("from kit.extracts.own import (\n")
    listed = sorted({*(line.strip(" ,\n") for line in _lines(names)), name})
    imported = "".join(f"    {one},\n" for one in listed)
    rest = rest.replace("    service_facts,\n)", f"    service_facts,\n    {name},\n)", 1)
    return f"{head}from kit.extracts.own import (\n{imported})\nfrom kit.extracts.statutory{rest}"


def _lines(names: str) -> Iterable[str]:
    return (line for line in names.partition(")")[0].splitlines() if line.strip())
