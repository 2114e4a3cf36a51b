"""Codes and their labels for people, and the categories that always appear (definitions, section 4)."""

from datetime import date

from tests.oracle.days import months_of

Groups = dict[str, list[str]]

NOT_RECORDED = "Not recorded"

LEGAL_STATUSES = {
    "C1": "Interim care order",
    "C2": "Full care order",
    "E1": "Placement or freeing order",
    "D1": "Placement or freeing order",
    "V2": "Accommodated under section 20",
    "L1": "Police protection or emergency order",
    "L2": "Police protection or emergency order",
    "L3": "Police protection or emergency order",
    "J1": "Remand or sentence",
    "J2": "Remand or sentence",
    "J3": "Remand or sentence",
}

_CODES_OF_PLACEMENTS = {
    "Foster care, relative or friend": "U1 U2 U3",
    "Foster care, other": "U4 U5 U6",
    "Placed for adoption": "A3 A4 A5 A6",
    "Children's home": "K2",
    "Secure": "K1 R5",
    "With parents": "P1",
    "Independent or supported": "P2 P3 H5 K3",
    "Other residential": "R1 R2 R3 S1",
    "Temporary": "T0 T1 T2 T3 T4",
    "Other": "Z1 Z11 Z12 Z13 Z14",
}
PLACEMENTS = {code: label for label, codes in _CODES_OF_PLACEMENTS.items() for code in codes.split()}

_CODES_OF_ETHNICITIES = {
    "White": "WBRI WIRI WOTH WIRT WROM",
    "Mixed": "MWBC MWBA MWAS MOTH",
    "Asian": "AIND APKN ABAN AOTH",
    "Black": "BCRB BAFR BOTH",
    "Other": "CHNE OOTH",
    NOT_RECORDED: "REFU NOBT",
}
ETHNICITIES = {code: label for label, codes in _CODES_OF_ETHNICITIES.items() for code in codes.split()}

SEXES = {"2": "Female", "F": "Female", "1": "Male", "M": "Male"}

PARTICIPATION = {
    "PN1": "Attended and spoke",
    "PN2": "Attended, advocate spoke",
    "PN3": "Attended, other means",
    "PN4": "Attended, did not contribute",
    "PN5": "Absent, briefed an advocate",
    "PN6": "Absent, sent views",
    "PN7": "Absent, no views",
}

MODES = {"in person": "In person", "virtual": "Virtual", "hybrid": "Hybrid", "paper": "Paper"}

CARE_PLANS = {"final": "Final", "legal": "Legal", "draft": "Draft", "none": "None"}

SOCIAL_WORK_REPORTS = {"on time": "On time", "late": "Late", "not available": "Not available"}

CONFERENCES = {"initial": "Initial conference", "review": "Review conference"}

PROVISIONS = {"E": "EHC plan", "K": "SEN support", "N": "No SEN"}

PRIMARY_NEEDS = {
    "SPLD": "Specific learning difficulty",
    "MLD": "Moderate learning difficulty",
    "SLD": "Severe learning difficulty",
    "PMLD": "Profound & multiple learning difficulty",
    "SEMH": "Social, emotional and mental health",
    "SLCN": "Speech, language and communication needs",
    "HI": "Hearing impairment",
    "VI": "Vision impairment",
    "MSI": "Multi-sensory impairment",
    "PD": "Physical disability",
    "ASD": "Autistic spectrum disorder",
    "DS": "Down Syndrome",
    "OTH": "Other difficulty/disability",
    "NSA": "SEN support but no specialist assessment of type of need",
}

DISABILITIES = {
    "NONE": "None",
    "MOB": "Mobility",
    "HAND": "Hand function",
    "PC": "Personal care",
    "INC": "Incontinence",
    "COMM": "Communication",
    "LD": "Learning",
    "HEAR": "Hearing",
    "VIS": "Vision",
    "BEH": "Behaviour",
    "CON": "Consciousness",
    "AUT": "Diagnosed with autism or Asperger syndrome",
    "DDA": "Other disability",
}

FIXED_CATEGORIES: dict[str, list[str]] = {
    "quarter": ["Q1", "Q2", "Q3", "Q4"],
    "age_band": ["4–9", "10–15", "16+"],
    "age_band_all": ["Under 1", "1–4", "5–9", "10–15", "16+"],
    "sex": ["Female", "Male", "Other or not recorded"],
    "way_up": [
        *("Resolved where raised", "One stage higher", "Two or more stages higher", "A lower stage", NOT_RECORDED),
    ],
    "time_open": ["Up to 4 weeks", "5 to 13 weeks", "14 to 26 weeks", "Over 26 weeks"],
    "number_of_iros": ["One", "Two", "Three or more"],
    "contact_kind": ["Visit", "Call"],
    "quality_score": ["1", "2", "3", "4", NOT_RECORDED],
    "action_status": ["Achieved", "In progress", "Not started", NOT_RECORDED],
    "ethnicity": ["White", "Mixed", "Asian", "Black", "Other", NOT_RECORDED],
    "legal_status": list(dict.fromkeys(LEGAL_STATUSES.values())),
    "placement": list(_CODES_OF_PLACEMENTS),
    "sen_provision": [*PROVISIONS.values(), NOT_RECORDED],
    "primary_need": [*PRIMARY_NEEDS.values(), "No SEN", NOT_RECORDED],
    "area_of_need": [
        "Communication and interaction",
        "Cognition and learning",
        "Social, emotional and mental health",
        "Other, or not recorded",
    ],
    "disability": [*DISABILITIES.values(), NOT_RECORDED],
    "participation": list(PARTICIPATION.values()),
    "occasion": ["First", "Second", "Later", "Adoption"],
    "mode": [*MODES.values(), NOT_RECORDED],
    "care_plan": [*CARE_PLANS.values(), NOT_RECORDED],
    "social_work_report": [*SOCIAL_WORK_REPORTS.values(), NOT_RECORDED],
    "care_plan_delay": ["Up to a week late", "Over a week, up to four weeks", "Over four weeks", "Not completed"],
    "care_or_plan": ["Looked after only", "Protection plan only", "Looked after and protection plan"],
    "conference_kind": list(CONFERENCES.values()),
    "years_in_care": ["4 months to 1 year", "1 to 2 years", "2 years or more"],
}


def fixed_categories(breakdown: str, year: int, last_day: date) -> list[str]:
    """Return the categories of a breakdown that always appear in a year up to a day; none for an open one."""
    if breakdown == "month":
        return months_of(year, last_day)
    if breakdown == "quarter":
        return FIXED_CATEGORIES["quarter"][: (len(months_of(year, last_day)) + 2) // 3]
    return FIXED_CATEGORIES.get(breakdown, [])


def age_band(age: int) -> str:
    """Return the band of a child aged 4 or over."""
    return "4–9" if age < 10 else "10–15" if age < 16 else "16+"


def age_band_all(age: int | None) -> str:
    """Return the band of a child of any age; None is an unknown date of birth."""
    if age is None:
        return NOT_RECORDED
    return "Under 1" if age < 1 else "1–4" if age < 5 else "5–9" if age < 10 else age_band(age)


def stage_label(stage: str) -> str:
    """Return `Informal`, `Stage n` or, for anything else, `Not recorded`."""
    if stage == "informal":
        return "Informal"
    number = stage.removeprefix("stage").strip()
    return f"Stage {int(number)}" if number.isdecimal() else NOT_RECORDED


def text_label(text: str) -> str:
    """Return a text of an open category (theme, reason, outcome) as it is, or `Not recorded`."""
    return text or NOT_RECORDED
