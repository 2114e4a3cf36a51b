"""The IRO analysis kit: what a notebook needs is `kit.open_report`, and to look behind its figures `kit.inside`."""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit.explore.opening import open_inside as inside
    from kit.report.opening import open_report

__all__ = ["inside", "open_report"]
# Beside JupyterLab, jsonschema (which nbformat imports) would build a grammar of web addresses, for seconds
# in every process. It does without if this cannot be imported.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
if os.environ.get("KIT_LAB"):
    from kit.explore.altair_offline import stay_offline

    stay_offline()


def __getattr__(name: str) -> object:
    # Charts are slow to import, and only notebooks draw: the command line does without them.
    if name == "open_report":
        from kit.report.opening import open_report

        return open_report
    if name == "inside":
        from kit.explore.opening import open_inside

        return open_inside
    raise AttributeError(f"kit has no {name}")
