"""What a value of a column of codes or stages means in the contract's words, to be proposed for a mapping."""

import re
from difflib import SequenceMatcher

from kit.extracts.codes import CodeSet
from kit.extracts.columns import Column
from kit.intake.proposals.synonyms import values_of
from kit.settings.mappings import is_allowed, ready_made, wildcard
from kit.text import plain

NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
NOT_KNOWN = "not known: add its code, or it counts as not recorded"
# Longer texts are neither headings nor codes; likeness takes too long to tell of them.
LONGEST_WORDS = 200


def meaning(value: str, column: Column) -> tuple[str, float, str]:
    """Return the code that a value means, how sure that is (1 if it is read as it is), and why; "" if none is known."""
    if len(value) > LONGEST_WORDS:
        return "", 0.0, NOT_KNOWN
    return _code_for(value, column.codes) if column.codes else _stage_for(value, column)


def _stage_for(value: str, column: Column) -> tuple[str, float, str]:
    if is_allowed(column, value):
        return value, 1.0, "the stage itself"
    name = plain(value)
    if "informal" in name:
        return "informal", 0.9, "a known word for it"
    number = rf"(\d{{1,2}}|{'|'.join(NUMBER_WORDS)})"
    found = re.match(rf"(?:formal )?(?:stage|level|step|tier|s|l)? ?{number}\b", name)
    if found is None or found[1] == "0":
        return "", 0.0, NOT_KNOWN
    stage = NUMBER_WORDS.index(found[1]) + 1 if found[1] in NUMBER_WORDS else int(found[1])
    return str(stage), 0.9, "a number of a stage"


def _code_for(value: str, codes: CodeSet) -> tuple[str, float, str]:
    name = plain(value)
    by_code = {plain(word): code for word, code in codes.also.items()} | {plain(c): c for c in codes.labels}
    if name in by_code:
        return by_code[name], 1.0, "the code itself"
    lead = re.match(r"\(?([A-Za-z]{1,6}\d{0,2}|\d)\)?\s*[-–:.)]|^([A-Z]{1,6}\d{1,2})\s", value)
    code = plain(next((g for g in lead.groups() if g), "")) if lead else ""
    if code in by_code:
        return by_code[code], 0.95, "begins with the code"
    labels: dict[str, list[str]] = {}
    for c, label in codes.labels.items():
        labels.setdefault(plain(label), []).append(c)
    if len(labels.get(name, [])) == 1:
        return labels[name][0], 0.95, "is what the code means"
    for c, words in values_of(codes.name).items():
        if name in {plain(w) for w in words}:
            return c, 0.9, "a known word for it"
    if wording := _dfe_wording(name, codes):
        return wording, 0.95, "DfE's words for the code"
    best, ratio = "", 0.0
    for label, several in labels.items():
        alike = SequenceMatcher(None, name, label).ratio()
        if alike > ratio and len(several) == 1:
            best, ratio = several[0], alike
    if ratio >= 0.85:
        return best, round(0.8 * ratio, 2), "like what the code means"
    return "", 0.0, NOT_KNOWN


def _dfe_wording(name: str, codes: CodeSet) -> str:
    """Return the participation code that a description in DfE's words means, from the ready-made SSD mapping."""
    if codes.name != "participation":
        return ""
    table = next(m.values["REVIEW_CODE"] for m in ready_made()["ssd"].mappings if "REVIEW_CODE" in m.values)
    return next((ours for theirs, ours in table.items() if wildcard(theirs).fullmatch(name)), "")
