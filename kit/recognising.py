"""Which extract a file is: the statutory return by its set of headings, a council's own by its name."""

from collections.abc import Callable

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
    raise KitError(f"{file.where}: {_why_not(file, table, own or max(EXTRACTS.values(), key=_like(headings)))}")


def _why_not(file: RawFile, table: TextTable, closest: Extract) -> str:
    missing = [h for h in closest.headings if h not in table.headings]
    extra = [h for h in table.headings if h not in closest.headings]
    if len(missing) == len(closest.headings):
        # Then the first row may hold a child's data, which a message never quotes.
        return (
            "its first row holds the headings of no extract. Put the headings, as in data/README.md, into the first "
            "row, or take the file out of the folder."
        )
    if not closest.statutory and not missing:
        ending = file.path.suffix.lower()
        return f"its columns are those of {closest.name}, which is known by its name. Name it {closest.name}{ending}."
    what = (
        f"its columns match no extract. Closest is {closest.name}: missing {', '.join(missing) or 'none'}; "
        f"extra {', '.join(extra[:20]) or 'none'}. "
    )
    if closest.statutory:
        return what + "The return's files are known by exactly their columns; export it again unedited."
    return what + f"Name the columns as data/README.md does, and the file {closest.name}{file.path.suffix.lower()}."


def _like(headings: set[str]) -> Callable[[Extract], float]:
    """Return how much of an extract's headings, and of those given, is common to both."""

    def likeness(extract: Extract) -> float:
        ours = set(extract.headings)
        return len(ours & headings) / len(ours | headings)

    return likeness
