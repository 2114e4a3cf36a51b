"""The explorer in JupyterLab: measures, breakdowns, filters, charts, and the rows behind each bar."""

from kit.errors import KitError
from kit.explore.answers import Answers
from kit.explore.rows import Rows, table_of
from kit.explore.told import Answer, Told


class Explorer(Told):
    """The explorer of one council; `opening` says what is chosen when it opens: `measure`, `by`, `years`, `where`."""

    def __init__(self, answers: Answers, opening: Answer) -> None:
        self._rows: Rows | None = None
        self._of = answers
        super().__init__(
            {
                "start": lambda _: {"kind": "start", **answers.start(), "opening": opening},
                "figures": lambda asked: {"kind": "figures", **answers.figures(asked)},
                "values": lambda asked: {"kind": "values", **answers.values(asked)},
                "rows": self._show_rows,
                "timeline": self._show_timeline,
                "picture": lambda asked: {"kind": "picture", **answers.picture(asked)},
            }
        )

    def _show_rows(self, asked: Answer) -> Answer:
        self._rows = self._of.rows(asked)
        return {"kind": "rows", **table_of(self._rows)}

    def _show_timeline(self, asked: Answer) -> Answer:
        if self._rows is None:
            raise KitError("There is no row to look at.")
        return {"kind": "timeline", **table_of(self._rows[int(asked["row"])].timeline())}
