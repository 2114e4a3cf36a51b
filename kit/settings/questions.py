"""The setting `questions`: what the board asked last year, and in which chapter each is answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kit.errors import did_you_mean
from kit.notebooks.chapters import chapter_names


@dataclass(frozen=True)
class Question:
    """A question of the board's, and the name of the chapter that answers it."""

    asked: str
    answered_in: str


def parse_questions(value: Any, faults: list[str], own: Sequence[str] = ()) -> tuple[Question, ...]:
    """Return the questions in their order; what is wrong with the list is added to `faults`.

    `own` are the names of the council's own chapters.
    """
    if not isinstance(value, list) or not value:
        faults.append("questions: list what the board asked: - {asked: Why are minutes late?, answered_in: reviews}.")
        return ()
    known = (*chapter_names(), *own)
    made = []
    for number, one in enumerate(value, 1):
        given = one if isinstance(one, dict) and set(one) == {"asked", "answered_in"} else {}
        asked, chapter = (str(given.get(name) or "").strip() for name in ("asked", "answered_in"))
        if not asked or not chapter:
            faults.append(f"questions, {number}: give asked, the question, and answered_in, a chapter; nothing else.")
        elif chapter not in known:
            faults.append(
                f'questions, {number}: there is no chapter "{chapter}".{did_you_mean(chapter, known)} '
                f"Chapters are: {', '.join(known)}."
            )
        made.append(Question(asked, chapter))
    return tuple(made)
