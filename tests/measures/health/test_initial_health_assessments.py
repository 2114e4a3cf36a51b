"""Initial health assessments due in the year, by what became of them; 20 working days after 1 June 2020 is 29 June."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_what_became_of_each(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD              | DECOM      | DEC        | RNE
        on time            | 01/06/2020 |            | S
        late               | 01/06/2020 |            | S
        late, then left    | 01/06/2020 | 01/08/2020 | S
        after leaving      | 01/06/2020 | 01/08/2020 | S
        refused            | 01/06/2020 |            | S
        refused, then done | 01/06/2020 |            | S
        refused and called | 01/06/2020 |            | S
        cancelled          | 01/06/2020 |            | S
        no day             | 01/06/2020 |            | S
        planned            | 01/06/2020 |            | S
        done in May        | 01/06/2020 |            | S
        done next year     | 01/06/2020 |            | S
        nothing recorded   | 01/06/2020 |            | S
        refused earlier    | 01/06/2020 |            | S
        refused that day   | 01/06/2020 |            | S
        refused in March   | 01/06/2020 |            | S
        refused in April   | 01/06/2020 |            | S
        cancelled that day | 01/06/2020 |            | S
        no day, that day   | 01/06/2020 |            | S
        done twice         | 01/06/2020 |            | S
        left before        | 01/06/2020 | 28/06/2020 | S   # no longer looked after when it fell due
        """,
        health="""
        child_id           | kind                      | due_date   | completed_date | status
        on time            | initial health assessment | 29/06/2020 | 29/06/2020     | completed
        late               | initial health assessment | 29/06/2020 | 30/06/2020     | completed
        late, then left    | initial health assessment | 29/06/2020 | 01/08/2020     | completed   # on the last day
        after leaving      | initial health assessment | 29/06/2020 | 02/08/2020     | completed   # not done in care
        refused            | initial health assessment | 29/06/2020 |                | refused
        refused, then done | initial health assessment | 29/06/2020 |                | refused
        refused, then done | initial health assessment | 29/08/2020 | 20/08/2020     | completed   # late
        refused and called | initial health assessment | 29/06/2020 |                | cancelled
        refused and called | initial health assessment | 29/08/2020 |                | refused     # refused goes first
        cancelled          | initial health assessment | 29/06/2020 |                | cancelled
        no day             | initial health assessment | 29/06/2020 |                | completed
        planned            | initial health assessment | 29/06/2020 |                | planned
        done in May        | initial health assessment | 29/06/2020 | 31/05/2020     | completed   # before the period
        done next year     | initial health assessment | 29/06/2020 | 01/04/2021     | completed   # not yet known
        refused earlier    | initial health assessment | 31/05/2020 |                | refused     # before the period
        refused that day   | initial health assessment | 01/06/2020 |                | refused     # on the first day
        refused in March   | initial health assessment | 31/03/2021 |                | refused
        refused in April   | initial health assessment | 01/04/2021 |                | refused     # not yet: not done
        cancelled that day | initial health assessment | 01/06/2020 |                | cancelled
        no day, that day   | initial health assessment | 01/06/2020 |                | completed
        done twice         | initial health assessment | 29/06/2020 | 10/06/2020     | completed   # on time
        done twice         | initial health assessment | 29/09/2020 | 10/09/2020     | completed
        left before        | initial health assessment | 29/06/2020 | 20/06/2020     | completed
        """,
    )
    assert council.figures("initial_health_assessments", "health_outcome") == drawn("""
        year | Cancelled | Late | Not done | Not recorded | On time | Refused
        2021 | 2         | 3    | 7        | 2            | 2       | 4
    """)
    assert council.figures("initial_health_assessments") == drawn("year | all\n2021 | 20")
