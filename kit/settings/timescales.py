"""The setting `timescales`: a council's own timescales beside the law's."""

from dataclasses import replace
from datetime import date
from typing import Any

from kit.errors import did_you_mean
from kit.measures.law import UNITS, Timescale, statutory_timescales


def own_timescales(given: dict[str, Any], faults: list[str]) -> dict[str, tuple[Timescale, ...]]:
    """Return the council's own timescales by name, each after the law's; what is wrong is added to `faults`."""
    own, known = {}, statutory_timescales()
    for name, said in given.items():
        entry = said if isinstance(said, dict) else {}
        amount, unit, start = entry.get("amount"), entry.get("unit"), entry.get("from")
        if name not in known:
            there = f"Timescales are: {', '.join(known)}."
            faults.append(f'timescales: "{name}" is not a timescale.{did_you_mean(name, known)} {there}')
        elif not isinstance(amount, int) or isinstance(amount, bool) or not 1 <= amount <= 366 or unit not in UNITS:
            faults.append(
                f"timescales: {name}: give an amount (a whole number from 1 to 366) and a unit ({', '.join(UNITS)})."
            )
        elif start is not None and type(start) is not date:
            faults.append(f"timescales: {name}: from is not a date (2019-04-01).")
        else:
            source = str(entry.get("set_by") or "the council's own standard")
            earlier = known[name] if start else ()
            law = known[name][-1]
            own[name] = (*earlier, replace(law, amount=amount, unit=unit, source=source, start=start, own=True))
    return own
