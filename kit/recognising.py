"""Which extract a file is: the statutory return by its set of headings, a council's own by its name."""

from kit.columns import Extract
from kit.errors import KitError
from kit.extracts import EXTRACTS
from kit.reading import RawFile, TextTable

# Extracts of the contract whose chapters the kit does not make yet. Such a file is named, and not read.
NOT_READ_YET = [
    "actions",
    "allocations",
    "app_use",
    "audits",
    "care_plans",
    "commendations",
    "education_plans",
    "exclusions",
    "feedback",
    "health",
    "iro_contacts",
    "iros",
    "protection_conferences",
    "protection_plans",
    "service_facts",
]


def recognise(file: RawFile, table: TextTable) -> Extract:
    """Return the extract that the file is. KitError says which columns are missing or extra for the closest one."""
    headings = set(table.headings)
    for extract in EXTRACTS.values():
        if extract.statutory and headings == set(extract.headings):
            return extract
    own = EXTRACTS.get(file.kind_in_name)
    if own and not own.statutory:
        needed = [c.heading for c in own.columns if c.required and c.heading not in headings]
        if not needed:
            return own
    closest = own or max(EXTRACTS.values(), key=lambda e: _likeness(e, headings))
    missing = [h for h in closest.headings if h not in headings]
    extra = [h for h in table.headings if h not in closest.headings]
    raise KitError(
        f"{file.where}: its columns match no extract. Closest is {closest.name}: "
        f"missing {', '.join(missing) or 'none'}; extra {', '.join(extra[:20]) or 'none'}. "
        + (
            "The return's files are known by exactly their columns; export it again unedited."
            if closest.statutory
            else "The headings are in data/README.md; rename the columns, or export it again."
        )
    )


def _likeness(extract: Extract, headings: set[str]) -> float:
    ours = set(extract.headings)
    return len(ours & headings) / len(ours | headings)
