"""Which columns of a return each rule of the DfE reads: without one of them a rule would flag what may be right."""

import re
from collections.abc import Collection, Mapping

from kit.extracts import EXTRACTS

ANSWERS = (
    "CONVICTED",
    "HEALTH_CHECK",
    "IMMUNISATIONS",
    "TEETH_CHECK",
    "HEALTH_ASSESSMENT",
    "SUBSTANCE_MISUSE",
    "INTERVENTION_RECEIVED",
    "INTERVENTION_OFFERED",
)
# What `children` and `episodes` of this room work out, with the file and columns that it comes from.
FACTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "headers": ("header", ()),
    "in_header": ("header", ()),
    "header_dob": ("header", ("DOB",)),
    "header_sex": ("header", ("SEX",)),
    "header_mother": ("header", ("MOTHER",)),
    "header_upn": ("header", ("UPN",)),
    "in_episodes": ("episodes", ()),
    "first_decom": ("episodes", ("DECOM",)),
    "began_over_a_week_ago": ("episodes", ("DECOM",)),
    "has_short_break": ("episodes", ("LS",)),
    "has_v3_and_v4": ("episodes", ("LS",)),
    "has_other_status": ("episodes", ("LS",)),
    "ceased_in_year": ("episodes", ("LS", "DEC", "REC")),
    "v3_days": ("episodes", ("LS", "DECOM", "DEC")),
    "all_year": ("episodes", ("LS", "DECOM", "RNE", "DEC", "REC")),
    "order_days": ("episodes", ("LS", "DECOM", "DEC")),
    "has_short_break_review": ("reviews", ("REVIEW", "REVIEW_CODE")),
    "oc2_rows": ("oc2", ()),
    "oc2_answered": ("oc2", ANSWERS),
    "oc3_rows": ("oc3", ()),
    "oc3_answered": ("oc3", ("IN_TOUCH", "ACTIV", "ACCOM")),
    "in_last_header": ("last_header", ()),
    "in_last_episodes": ("last_episodes", ()),
    "last_is_open": ("last_episodes", ("DEC",)),
    "last_open_first": ("last_episodes", ("DECOM", "DEC")),
    "last_open_last": ("last_episodes", ("DECOM", "DEC")),
}


def columns_read(extract: str, sql: str) -> frozenset[tuple[str, str]]:
    """Return (file, heading) for each column that a condition on the extract's rows needs.

    `file` is an extract, or `last_header` or `last_episodes`. A column of which the condition asks only whether it is
    invalid is needed where it asks nothing else: one that is not there is not invalid, and the others may be.
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
        elif word in FACTS:
            file, headings = FACTS[word]
            needed |= {(file, heading) for heading in headings}
        elif word.removeprefix("last_") in here:
            needed.add((f"last_{extract}", here[word.removeprefix("last_")]))
    return frozenset(needed if needed or len(judged) > 1 else judged)


def files_read(extract: str, sql: str) -> frozenset[str]:
    """Return the other files that a condition on the extract's rows reads: extracts, `last_header`, `last_episodes`."""
    here = {heading.lower() for heading in EXTRACTS[extract].headings}
    words = re.findall(r"\w+", re.sub(r"--[^\n]*", "", sql))
    last = {f"last_{extract}" for word in words if word.startswith("last_") and word.removeprefix("last_") in here}
    return frozenset({FACTS[word][0] for word in words if word in FACTS} - {extract} | last)


def lacking(needed: Collection[tuple[str, str]], there: Mapping[str, Collection[str]]) -> list[tuple[str, str]]:
    """Return those of the columns that a file lacks, in order; `there` has each file's headings, where it is given."""
    return sorted((file, heading) for file, heading in needed if file in there and heading not in there[file])
