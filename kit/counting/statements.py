"""What the council's staff wrote for readers beside figures: the lines of action plans, and notes of single facts.

Nothing here is about a child, and texts that hold personal data were blanked at intake
(`kit.protection.personal_data`).
"""

import polars as pl

from kit.warehouse.warehouse import Warehouse

SCHEMAS: dict[str, dict[str, pl.DataType]] = {
    "actions": {
        "year": pl.Int64(),
        "ahead": pl.Boolean(),
        "action": pl.String(),
        "owner": pl.String(),
        "status": pl.String(),
        "achieved": pl.Date(),
        "reason": pl.String(),
        "measure": pl.String(),
    },
    "fact_notes": {"year": pl.Int64(), "fact": pl.String(), "note": pl.String()},
}
QUERIES = {
    "actions": """
        SELECT reporting_year, ahead, action, owner, action_status, achieved_day, reason, measure
        FROM year_actions
        ORDER BY reporting_year, ahead, row
    """,
    "fact_notes": """
        SELECT service_facts.year, service_facts.fact, service_facts.note
        FROM service_facts
        JOIN reporting_years ON reporting_years.year = service_facts.year
        WHERE NOT service_facts.superseded
        ORDER BY service_facts.year, service_facts.row
    """,
}

Statements = dict[str, pl.DataFrame]


def read_statements(warehouse: Warehouse) -> Statements:
    """Return by name: `actions`, a row a line of the last plan or the one ahead, and `fact_notes`, a row a fact.

    Both hold every loaded year, in the order of the year's file.
    """
    return {
        name: pl.DataFrame(warehouse.query(query).rows(), schema=SCHEMAS[name], orient="row")
        for name, query in QUERIES.items()
    }
