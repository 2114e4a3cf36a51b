"""What is shown in JupyterLab by message alone: a message is neither a cell's output nor a widget's state, so that
nothing of it is saved. What the page does is in `explorer.js`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget

from kit.errors import KitError

HERE = Path(__file__).parent
Answer = dict[str, Any]


class Told(anywidget.AnyWidget):
    """A widget whose page asks by message, and is answered by message. It has no state but its own code."""

    _esm = HERE / "explorer.js"
    _css = HERE / "explorer.css"

    def __init__(self, answers: dict[str, Callable[[Answer], Answer]]) -> None:
        super().__init__()
        self._answers = answers
        self.on_msg(lambda _, asked, __: self.send(self.answer(asked)))

    def answer(self, asked: Answer) -> Answer:
        """Return what is answered to a message; what is wrong, in sentences that quote no row."""
        try:
            found = self._answers[str(asked.get("ask"))](asked)
        except KitError as error:
            found = {"kind": "fault", "words": "\n".join(error.messages)}
        except Exception as error:  # what it says may quote a row, and JupyterLab would keep it in its log
            found = {"kind": "fault", "words": f"This could not be worked out ({type(error).__name__})."}
        return {"number": asked.get("number"), **found}


class RowsTable(Told):
    """Rows on the screen: sorted, filtered, and the timeline of each row's child."""

    def __init__(self, table: Answer, timeline: Callable[[int], Answer]) -> None:
        super().__init__(
            {
                "start": lambda _: {"kind": "rows", "alone": True, **table},
                "timeline": lambda asked: {"kind": "timeline", **timeline(int(asked["row"]))},
            }
        )
