"""`Rule`: what is wrong, what it means, what it does to the figures, and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Rule:
    """A reason for which a row is listed.

    `title` names what is wrong, `meaning` explains it, `effect` says what it does to the figures, and `what_to_do`
    is for whoever must correct the record. A rule that `stops` ends the run before any figure is made.

    A rule of the kit that compares extracts has the others in `beside` (or `children`, for all that the return knows),
    those of the year before or after as `last_episodes`, `next_episodes`.

    A rule of the DfE also has its `code`, its `severity` ("error", or "query" for what may be right and must be
    confirmed), the `column` to look at (or one for each extract), the extracts that it `needs`, and an `example`.
    """

    name: str
    title: str
    meaning: str
    effect: str
    what_to_do: str
    stops: bool = False
    sql: str = ""
    code: str = ""
    severity: str = ""
    column: str | Mapping[str, str] = ""
    needs: tuple[str, ...] = ()
    example: Mapping[str, Any] = field(default_factory=dict)
    beside: tuple[str, ...] = ()
