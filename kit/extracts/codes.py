"""Code lists and their labels, each written once.

Statutory codes are those of the SSDA903 return; the groups are those of the report's breakdowns. A code set maps
what is written in a file to the label that people read. `years` gives a code's first and last reporting year if the
return did not always know it.
"""

from dataclasses import dataclass, field

NOT_RECORDED = "Not recorded"


@dataclass(frozen=True)
class CodeSet:
    """A closed list of codes.

    `labels` maps each code to its label, in the order in which people read them. `years` holds
    `(first, last)` reporting years of codes that came or went; None is an open end. `also` maps other words for a code,
    in small letters, to it: they are read as the code, a dash in them as a space.
    """

    name: str
    title: str
    labels: dict[str, str]
    years: dict[str, tuple[int | None, int | None]] = field(default_factory=dict)
    also: dict[str, str] = field(default_factory=dict)

    def of_year(self, year: int) -> list[str]:
        """Return the codes that the return of the year knows, in their order."""
        others = self.of_other_years(year)
        return [code for code in self.labels if code not in others]

    def of_other_years(self, year: int) -> list[str]:
        """Return the codes that the return knows, but not that of the year, in their order."""
        spans = {code: self.years[code] for code in self.labels if code in self.years}
        return [code for code, (first, last) in spans.items() if year < (first or year) or year > (last or year)]

    def categories(self) -> tuple[str, ...]:
        """Return the distinct labels in reading order."""
        return tuple(dict.fromkeys(self.labels.values()))


def _group(groups: dict[str, str]) -> dict[str, str]:
    return {code: label for label, codes in groups.items() for code in codes.split()}


YES_NO = CodeSet("yes_no", "Yes or no", {"Y": "Yes", "N": "No"})
FLAG = CodeSet("flag", "0 or 1", {"0": "No", "1": "Yes"})

SEX = CodeSet(
    "sex",
    "Sex",
    {"2": "Female", "F": "Female", "1": "Male", "M": "Male", "U": "Other or not recorded"},
    years={"1": (None, 2024), "2": (None, 2024), "M": (2025, None), "F": (2025, None), "U": (2025, None)},
)

ETHNICITY = CodeSet(
    "ethnicity",
    "Ethnicity",
    _group(
        {
            "White": "WBRI WIRI WOTH WIRT WROM",
            "Mixed": "MWBC MWBA MWAS MOTH",
            "Asian": "AIND APKN ABAN AOTH",
            "Black": "BCRB BAFR BOTH",
            "Other": "CHNE OOTH",
            NOT_RECORDED: "REFU NOBT",
        }
    ),
)

LEGAL_STATUS = CodeSet(
    "legal_status",
    "Legal status",
    _group(
        {
            "Interim care order": "C1",
            "Full care order": "C2",
            "Placement or freeing order": "E1 D1",
            "Accommodated under section 20": "V2",
            "Police protection or emergency order": "L1 L2 L3",
            "Remand or sentence": "J1 J2 J3",
            "Short breaks": "V3 V4",
        }
    ),
)
SHORT_BREAKS = ("V3", "V4")

PLACEMENT = CodeSet(
    "placement",
    "Placement",
    _group(
        {
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
    ),
    years={
        "K3": (2025, None),
        "H5": (None, 2025),
        "P2": (None, 2025),
        "Z1": (None, 2025),
        "Z11": (2026, None),
        "Z12": (2026, None),
        "Z13": (2026, None),
        "Z14": (2026, None),
    },
)

PARTICIPATION = CodeSet(
    "participation",
    "Participation",
    {
        "PN1": "Attended and spoke",
        "PN2": "Attended, advocate spoke",
        "PN3": "Attended, other means",
        "PN4": "Attended, did not contribute",
        "PN5": "Absent, briefed an advocate",
        "PN6": "Absent, sent views",
        "PN7": "Absent, no views",
        "PN0": "Under 4 at the time",
    },
)

REASON_NEW_EPISODE = CodeSet(
    "reason_new_episode",
    "Reason for new episode",
    {
        "S": "Started to be looked after",
        "L": "Change of legal status only",
        "P": "Change of placement and carer only",
        "T": "Change of placement, same carer",
        "B": "Change of legal status, placement and carer",
        "U": "Change of legal status and placement, same carer",
    },
)

CATEGORY_OF_NEED = CodeSet(
    "category_of_need",
    "Category of need",
    {
        "N1": "Abuse or neglect",
        "N2": "Child's disability",
        "N3": "Parental illness or disability",
        "N4": "Family in acute stress",
        "N5": "Family dysfunction",
        "N6": "Socially unacceptable behaviour",
        "N7": "Low income",
        "N8": "Absent parenting",
    },
)

REASON_CEASED = CodeSet(
    "reason_ceased",
    "Reason episode ceased",
    _group(
        {
            "New episode begins": "X1",
            "Adopted": "E11 E12",
            "Died": "E2",
            "Care taken over by another council": "E3",
            "Returned home": "E4A E4B",
            "Left to live with people without parental responsibility": "E13",
            "Child arrangements order": "E41",
            "Special guardianship order": "E43 E44 E45 E46 E47 E48",
            "Independent living": "E5 E6",
            "Adult social care": "E7",
            "Other": "E8",
            "Sentenced to custody": "E9",
            "Accommodation on remand ended": "E14",
            "Age assessment found 18 or over": "E15",
            "Moved abroad": "E16",
            "Aged 18 or over and stayed with carers": "E17",
        }
    ),
    years={
        "E43": (None, 2018),
        "E44": (None, 2018),
        "E45": (2019, None),
        "E46": (2019, None),
        "E47": (2019, None),
        "E48": (2019, None),
    },
)

PLACEMENT_PROVIDER = CodeSet(
    "placement_provider",
    "Placement provider",
    {
        "PR0": "Parents",
        "PR1": "Own provision",
        "PR2": "Other council",
        "PR3": "Other public provision",
        "PR4": "Private provision",
        "PR5": "Voluntary provision",
    },
)

REASON_PLACE_CHANGE = CodeSet(
    "reason_place_change",
    "Reason for placement change",
    {
        "CARPL": "Change to care plan",
        "CLOSE": "Resignation or closure of provision",
        "ALLEG": "Allegation",
        "STAND": "Standards of care concern",
        "APPRR": "Approval removed",
        "CREQB": "Carer requests end, child's behaviour",
        "CREQO": "Carer requests end, other reason",
        "CHILD": "Child requests end",
        "LAREQ": "Council requests end",
        "PLACE": "Change of placement status",
        "CUSTOD": "Custody arrangement",
        "OTHER": "Other",
    },
    years={"CUSTOD": (2019, None)},
)

SEN_PROVISION = CodeSet("sen_provision", "SEN provision", {"E": "EHC plan", "K": "SEN support", "N": "No SEN"})

PRIMARY_NEED = CodeSet(
    "primary_need",
    "Primary need",
    {
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
    },
)

DISABILITY = CodeSet(
    "disability",
    "Disability",
    {
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
    },
)

MODE = CodeSet(
    "mode",
    "How the review was held",
    {"in person": "In person", "virtual": "Virtual", "hybrid": "Hybrid", "paper": "Paper"},
)

SOCIAL_WORK_REPORT = CodeSet(
    "social_work_report",
    "Social work report at the review",
    {"on time": "On time", "late": "Late", "not available": "Not available"},
)

CARE_PLAN = CodeSet(
    "care_plan",
    "Care plan at the review",
    {"final": "Final", "legal": "Legal", "draft": "Draft", "none": "None"},
)

PARENT_TOOK_PART = CodeSet(
    "parent_took_part",
    "Parent's part in the review",
    {"attended": "Attended", "contributed": "Contributed", "no": "Did not take part", "not invited": "Not invited"},
)

SDQ_REASON = CodeSet(
    "sdq_reason",
    "Reason for no SDQ score",
    {
        "SDQ1": "No form: outside the age range",
        "SDQ2": "Carer refused",
        "SDQ3": "Severity of disability",
        "SDQ4": "Other",
        "SDQ5": "Child refused",
    },
)

MAIN_ACTIVITY = CodeSet(
    "main_activity",
    "Main activity of a care leaver",
    {
        "F1": "Higher education, full time",
        "P1": "Higher education, part time",
        "F2": "Other education, full time",
        "P2": "Other education, part time",
        "F3": "Training or employment, full time",
        "P3": "Training or employment, part time",
        "F4": "Apprenticeship, full time",
        "P4": "Apprenticeship, part time",
        "F5": "Training or employment but no apprenticeship, full time",
        "P5": "Training or employment but no apprenticeship, part time",
        "G4": "None, illness or disability",
        "G5": "None, other reasons",
        "G6": "None, pregnancy or parenting",
        "0": "Not in touch, died or returned home",
    },
    years={
        "F3": (None, 2021),
        "P3": (None, 2021),
        "F4": (2022, None),
        "P4": (2022, None),
        "F5": (2022, None),
        "P5": (2022, None),
    },
)

PLAN_STATUS = CodeSet(
    "plan_status",
    "Whether the plan is up to date",
    {"up to date": "Up to date", "out of date": "Out of date", "in progress": "In progress", "none": "No plan"},
)

PLAN_QUALITY = CodeSet("plan_quality", "Quality of the plan", {"green": "Green", "amber": "Amber", "red": "Red"})

EXCLUSION_KIND = CodeSet(
    "exclusion_kind",
    "Kind of exclusion",
    {"suspension": "Suspension", "permanent": "Permanent exclusion", "considered": "Considered, not made"},
)

HEALTH_KIND = CodeSet(
    "health_kind",
    "Kind of health contact",
    {
        "initial health assessment": "Initial health assessment",
        "review health assessment": "Review health assessment",
        "dental": "Dental check",
    },
)

HEALTH_STATUS = CodeSet(
    "health_status",
    "What became of the health contact",
    {"completed": "Completed", "refused": "Refused", "cancelled": "Cancelled", "planned": "Planned"},
)

CONFERENCE_KIND = CodeSet(
    "conference_kind", "Kind of conference", {"initial": "Initial conference", "review": "Review conference"}
)

AUDIT_ANSWER = CodeSet("audit_answer", "Answer in an audit", {"yes": "Yes", "no": "No", "na": "Not applicable"})

CONTACT_KIND = CodeSet(
    "contact_kind",
    "Kind of contact",
    {"visit": "Visit", "call": "Call", "midway review": "Midway review", "supervision": "Supervision"},
    also=dict.fromkeys(
        (
            *("midway", "mid way", "mid way review", "midway reviews", "mid way reviews"),
            *("midpoint", "mid point", "midpoint review", "mid point review", "midpoint reviews", "mid point reviews"),
            *("interim review", "interim reviews"),
        ),
        "midway review",
    ),
)

MISSING = CodeSet(
    "missing",
    "Missing or away",
    {"M": "Missing", "A": "Away without authorisation"},
)

ADVOCACY_KIND = CodeSet(
    "advocacy_kind",
    "Kind of support",
    {"advocate": "Advocate", "independent visitor": "Independent visitor"},
)

ACTION_STATUS = CodeSet(
    "action_status",
    "How far an action has come",
    {"achieved": "Achieved", "in progress": "In progress", "not started": "Not started"},
)

# Staff records hold the group more often than the code.
ETHNICITY_OR_GROUP = CodeSet(
    "ethnicity_or_group",
    "Ethnicity, as a code of the return or as its group",
    ETHNICITY.labels | {group: group for group in ETHNICITY.categories()},
)

QUALITY_SCORE = CodeSet("quality_score", "Quality score", {n: n for n in "1234"})

CODE_SETS: tuple[CodeSet, ...] = (
    YES_NO,
    FLAG,
    SEX,
    ETHNICITY,
    LEGAL_STATUS,
    PLACEMENT,
    PARTICIPATION,
    REASON_NEW_EPISODE,
    CATEGORY_OF_NEED,
    REASON_CEASED,
    PLACEMENT_PROVIDER,
    REASON_PLACE_CHANGE,
    SEN_PROVISION,
    PRIMARY_NEED,
    DISABILITY,
    MODE,
    SOCIAL_WORK_REPORT,
    CARE_PLAN,
    PARENT_TOOK_PART,
    SDQ_REASON,
    MAIN_ACTIVITY,
    QUALITY_SCORE,
    PLAN_STATUS,
    PLAN_QUALITY,
    EXCLUSION_KIND,
    HEALTH_KIND,
    HEALTH_STATUS,
    CONFERENCE_KIND,
    AUDIT_ANSWER,
    CONTACT_KIND,
    MISSING,
    ADVOCACY_KIND,
    ACTION_STATUS,
    ETHNICITY_OR_GROUP,
)
