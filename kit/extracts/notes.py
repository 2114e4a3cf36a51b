"""What is said of a council's files as a whole: at the keyboard, with their names, and to readers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Note:
    """A sentence for the person at the keyboard, and one for readers; "" if readers need not know.

    `of_return` if it depends on the files of the statutory return alone, whatever else is there. `unread_in` is the
    year in whose folder something was not read, or -1 if that is in no year's.

    What is published names no file, since people name files after children: only its year, and what it is.
    """

    said: str
    published: str = ""
    of_return: bool = False
    unread_in: int = 0


def for_readers(notes: Iterable[Note]) -> tuple[str, ...]:
    """Return what readers are told, each sentence once, with how often it holds."""
    told = Counter(note.published for note in notes if note.published)
    return tuple(f"{words} There are {n} such files." if n > 1 else words for words, n in told.items())
