"""The one exception that ends a run with a message for the person who must act."""

from collections.abc import Iterable
from difflib import get_close_matches


class KitError(Exception):
    """Something the user can put right; `messages` says in which place, what is wrong and what to do, all at once.

    `wrong_use` is true if the command itself was wrong (exit code 2), false if the data were (1).
    """

    def __init__(self, messages: str | Iterable[str], *, wrong_use: bool = False) -> None:
        self.messages: tuple[str, ...] = (messages,) if isinstance(messages, str) else tuple(messages)
        self.wrong_use = wrong_use
        super().__init__("\n".join(self.messages))

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows of it: the messages alone."""
        return list(self.messages)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return " Did you mean …?" with the closest known word, or an empty string if none is close."""
    close = get_close_matches(word, list(known), n=1)
    return f" Did you mean {close[0]}?" if close else ""
