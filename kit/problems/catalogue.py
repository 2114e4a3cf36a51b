"""The rules by which a row is listed: what each means, what it does to the figures, and what to do about it.

A rule found while a file is read is declared in `reading_rules`; a rule about how rows fit together is one file under
`kit/sql/problems/<extract>/`, and a rule of the DfE one file under `kit/sql/dfe_rules/`, with the same fields in its
header. A listed row is a row of the problems table.
"""

from dataclasses import fields
from functools import cache
from pathlib import Path

from kit.errors import KitError
from kit.files.walk import files_below
from kit.files.yaml import read_yaml
from kit.paths import DFE_RULES, PROBLEMS
from kit.problems.reading_rules import READING_RULES
from kit.problems.rule import Rule

NO_EFFECT = "None by itself: the figures count the record as it stands."


@cache
def load_rules(folder: Path = PROBLEMS) -> dict[str, Rule]:
    """Return every rule by name, in order of name."""
    rules = {rule.name: rule for rule in READING_RULES}
    of_the_dfe = (path for path in files_below(DFE_RULES, ".sql") if path.parent != DFE_RULES)
    for path in (*files_below(folder, ".sql"), *of_the_dfe):
        header, _, sql = path.read_text(encoding="utf-8").removeprefix("/*\n").partition("\n*/\n")
        content = read_yaml(header)
        name = f"dfe_{content['code']}" if "code" in content else path.stem
        if "code" in content:
            content = {"effect": NO_EFFECT, **content, "needs": tuple(content.get("needs", ()))}
        content["beside"] = tuple(content.get("beside", ()))
        rules[name] = Rule(name=name, sql=sql, **content)
    words = [field.name for field in fields(Rule)[:5]]
    if faults := [(r.name, word) for r in rules.values() for word in words if getattr(r, word) in ("", "TODO")]:
        raise KitError(f"The rule {name}: {word} is empty, or TODO." for name, word in faults)
    return dict(sorted(rules.items()))


def message(rule: str) -> str:
    """Return what a listed row says: what is wrong, and what to do. It never quotes a value."""
    found = load_rules()[rule]
    return f"{found.title}. {found.what_to_do}"
