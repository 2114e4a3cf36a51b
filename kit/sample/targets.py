"""The figures that the sample council must give, in one place, and how each is reached.

Everything else in the sample is drawn; what is here is set, so that the council gives what the minutes
of a real board say of theirs. Each figure is reached by a plain last step, not by a constant in the pipeline:

- children looked after: families come into care, in an order drawn by seed, until the day's number is reached
  (`population.make_children`);
- reviews held: reviews are booked by the statutory rule; then further reviews, which reviewing officers do
  call, are added to long gaps until the year's number is reached (`diary.add_reviews_in_gaps`);
- reviews on time: the year's number of reviews is held late, the likeliest first, as many at each age, occasion
  and quarter as the shares say, and for as many of each reason (`lateness.hold_some_late`);
- participation: in each month the likeliest children take part, up to the month's share
  (`participation.participation_codes`);
- children with a child protection plan: families get plans until on 31 March as many of their children, who are not
  looked after, have one (`protection.plan_rows`);
- records and decisions: in each year the likeliest are sent late (`details.sending_days`).
"""

FIRST_YEAR, LAST_YEAR = 2016, 2021
YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
CARE_BEGINS = 2001

CHILDREN_LOOKED_AFTER = {
    2002: 120, 2003: 190, 2004: 245, 2005: 285, 2006: 315, 2007: 335, 2008: 350, 2009: 365, 2010: 380,
    2011: 396, 2012: 410, 2013: 424, 2014: 437, 2015: 446, 2016: 441, 2017: 452, 2018: 459, 2019: 468,
    2020: 480, 2021: 449,
}  # fmt: skip

REVIEWS_HELD = {2016: 1318, 2017: 1339, 2018: 1372, 2019: 1401, 2020: 1436, 2021: 1368}

# Reviews held late by 31 March, by the reason that was recorded; due by then and held in April; never held.
LATE_REVIEWS = {
    2016: {"Social worker unavailable": 9, "Child or carer unavailable": 8, "IRO sickness": 7},
    2017: {
        "IRO sickness": 15, "Social worker unavailable": 12, "Child or carer unavailable": 10,
        "Parent unavailable": 8, "Bereavement": 7,
    },
    2018: {
        "Social worker unavailable": 11, "Child or carer unavailable": 10, "Parent unavailable": 8,
        "Placement move": 8,
    },
    2019: {"Social worker unavailable": 9, "Child or carer unavailable": 8, "IRO sickness": 7},
    2020: {
        "IRO sickness": 12, "Social worker unavailable": 9, "Child or carer unavailable": 7, "Placement move": 6,
    },
    2021: {
        "IRO sickness": 14, "Covid-19": 10, "Social worker unavailable": 8, "Child or carer unavailable": 7,
        "Technology failed": 6,
    },
}  # fmt: skip
OVERDUE_REVIEWS = {2016: 0, 2017: 6, 2018: 0, 2019: 0, 2020: 7, 2021: 9}
MISSED_REVIEWS = {2016: 0, 2017: 3, 2018: 0, 2019: 0, 2020: 2, 2021: 3}
LATE_BY = {
    "age": {"Under 1": 0.15, "1–4": 0.17, "5–9": 0.17, "10–15": 0.32, "16+": 0.19},
    "occasion": {"First": 0.19, "Second": 0.17, "Later": 0.64, "Adoption": 0.0},
    "quarter": {"Q1": 0.22, "Q2": 0.20, "Q3": 0.28, "Q4": 0.30},
}

CHILDREN_TOOK_PART = {2016: 83.0, 2017: 77.0, 2018: 84.0, 2019: 82.0, 2020: 80.0}
CHILDREN_TOOK_PART_BY_MONTH = {
    "2020-04": 75.0, "2020-05": 72.2, "2020-06": 77.0, "2020-07": 80.0, "2020-08": 79.0, "2020-09": 84.0,
    "2020-10": 86.0, "2020-11": 89.8, "2020-12": 85.0, "2021-01": 74.4, "2021-02": 82.5, "2021-03": 86.5,
}  # fmt: skip
LOWEST_MONTH, HIGHEST_MONTH = 72, 90

RECORDS_SENT_ON_TIME = {2016: 92.6, 2017: 90.9, 2018: 93.2, 2019: 92.1, 2020: 88.9, 2021: 80.6}
DECISIONS_SENT_ON_TIME = {2016: 96.9, 2017: 96.1, 2018: 97.6, 2019: 98.2, 2020: 98.8, 2021: 99.4}

ESCALATIONS = {2016: 61, 2017: 68, 2018: 74, 2019: 83, 2020: 92, 2021: 107, 2022: 110}

# Children with a child protection plan who are not looked after. With those looked after 760 in 2018 and 817 in 2019.
PROTECTION_PLANS_ONLY = {2014: 246, 2015: 258, 2016: 271, 2017: 289, 2018: 300, 2019: 349, 2020: 338, 2021: 357}

HOUSEHOLD_KINDS = {
    "baby": 0.27,
    "toddler": 0.20,
    "school age": 0.17,
    "teenager": 0.26,
    "older": 0.07,
    "disabled": 0.02,
}
REMANDED = {2017: 0.13}
UNACCOMPANIED = {2015: 0.02, 2016: 0.05, 2017: 0.07, 2018: 0.05, 2019: 0.05, 2020: 0.05, 2021: 0.03}


def household_kinds(year: int) -> dict[str, float]:
    """Return the kinds of household from which children come into care in a year, with their weights."""
    return HOUSEHOLD_KINDS | {
        "remand": REMANDED.get(year, 0.02),
        "unaccompanied": UNACCOMPANIED.get(year, 0.01),
    }
