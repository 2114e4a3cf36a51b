"""What is said of a measure that does not exist: the closest one, and what else publishes such figures."""

from collections.abc import Iterable

from kit.errors import did_you_mean

NO_COLUMN = 'No extract says it. "Questions that no column answers yet" in docs/add-a-measure.md names the column.'
# By parts of words that are looked for, in small letters.
NOT_HERE = {
    ("england", "national", "region", "neighbour", "benchmark", "other council", "other authorit", "lait"): (
        "The kit has no figures of England, regions or other councils. The DfE publishes them: “Children looked after "
        "in England including adoptions” each November, and the Local Authority Interactive Tool. Write what you take "
        "from there, with its source, into your words on the chapter (make words)."
    ),
    ("distance", "miles", "adjourn"): NO_COLUMN,
}


def no_such_measure(name: str, known: Iterable[str]) -> str:
    """Return what to say of a name that is not one of the known measures'."""
    elsewhere = found_elsewhere(name)
    more = f" {elsewhere}" if elsewhere else ""
    return f'There is no measure "{name}".{did_you_mean(name, known)}{more}'


def found_elsewhere(words: str) -> str:
    """Return what to say of words that are about what the kit does not have; otherwise ""."""
    text = words.lower().replace("_", " ")
    return next((said for parts, said in NOT_HERE.items() if any(part in text for part in parts)), "")
