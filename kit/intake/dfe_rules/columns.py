"""Which columns of a return each rule of the DfE reads: without one of them a rule would flag what may be right."""

import re
from collections.abc import Collection, Mapping

from kit.extracts import EXTRACTS
from kit.intake.dfe_rules.children import FACTS

# What `episodes` of this room works out, with the file and columns that it comes from, beside what `children` does.
READ = {"order_days": ("episodes", ("LS", "DECOM", "DEC"))} | {
    name: (fact.file, fact.headings) for name, fact in FACTS.items()
}


def columns_read(extract: str, sql: str) -> frozenset[tuple[str, str]]:
    """Return (file, heading) for each column that a condition on the extract's rows needs.

    `file` is an extract, or `last_header` or `last_episodes`. A column of which the condition asks only whether it is
    invalid is needed if it asks nothing else: one that is not there is not invalid, and the others may be.
    """
    here = {heading.lower(): heading for heading in EXTRACTS[extract].headings}
    needed: set[tuple[str, str]] = set()
    judged: set[tuple[str, str]] = set()
    for word in re.findall(r"\w+", re.sub(r"--[^\n]*", "", sql)):
        name = re.sub(r"^(previous|next)_|_given$", "", word)
        if name in here:
            needed.add((extract, here[name]))
        elif name.removesuffix("_invalid") in here:
            judged.add((extract, here[name.removesuffix("_invalid")]))
        elif word in READ:
            file, headings = READ[word]
            needed |= {(file, heading) for heading in headings}
        elif word.removeprefix("last_") in here:
            needed.add((f"last_{extract}", here[word.removeprefix("last_")]))
    return frozenset(needed if needed or len(judged) > 1 else judged)


def files_read(extract: str, sql: str) -> frozenset[str]:
    """Return the other files that a condition on the extract's rows reads: extracts, `last_header`, `last_episodes`."""
    here = {heading.lower() for heading in EXTRACTS[extract].headings}
    words = re.findall(r"\w+", re.sub(r"--[^\n]*", "", sql))
    last = {f"last_{extract}" for word in words if word.startswith("last_") and word.removeprefix("last_") in here}
    return frozenset({READ[word][0] for word in words if word in READ} - {extract} | last)


def missing_columns(needed: Collection[tuple[str, str]], there: Mapping[str, Collection[str]]) -> list[tuple[str, str]]:
    """Return those of the columns that a file lacks, in order; `there` has each file's headings, if it is given."""
    return sorted((file, heading) for file, heading in needed if file in there and heading not in there[file])
