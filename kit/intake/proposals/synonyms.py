"""Words that councils use for the contract's headings and values.

`python -m kit map` proposes from them; nothing is ever applied unseen.
"""

# By the contract's heading in small letters. Compared as `kit.settings.mappings.plain` has them.
HEADINGS: dict[str, str] = {
    "child": "child id|child number|child unique id|unique id|person id|client id|system id|lcs id|mosaic id|"
    "swift id|carefirst id|liquidlogic id|lla id|person number|client number|la child id|case number|"
    "pers person id|"
    "child ref|child reference|ics id|cla id|lac id|episode person id|young person id|yp id",
    "dob": "date of birth|birth date|born|d o b",
    "sex": "gender|sex of child",
    "ethnic": "ethnicity|ethnic group|ethnic origin|ethnic code",
    "upn": "unique pupil number",
    "mother": "motherhood|is mother|motherhood status",
    "mc_dob": "date of birth of child of mother|mothers child dob",
    "review": "review date|date of review|actual review date|meeting date|date held|lac review date|"
    "cla review date|"
    "review held date|actual date|date of meeting|review held|conference date",
    "review_code": "participation|participation code|child participation|participation method|"
    "participation type|"
    "method of participation|childs participation|pn code|participation description|cla review participation",
    "decom": "episode start|episode start date|date episode commenced|start date of episode",
    "rne": "reason for new episode|episode start reason|reason new episode",
    "ls": "legal status|legal status code",
    "cin": "category of need|primary need code|need code|cin code",
    "place": "placement|placement type|placement code",
    "place_provider": "placement provider|provider type|provider code",
    "dec": "episode end|episode end date|date episode ceased|end date of episode",
    "rec": "reason episode ceased|episode end reason|reason ceased",
    "reason_place_change": "reason for placement change|placement change reason",
    "home_post": "home postcode",
    "pl_post": "placement postcode",
    "urn": "ofsted urn|placement urn",
    "system_due_date": "due date|review due date|date due|due|planned date|scheduled date|next review due|"
    "date review due|target date|calculated due date|statutory due date|cla review due date|review due",
    "cancelled": "is cancelled|meeting cancelled|review cancelled|cancelled flag|cancelled y n|cla review cancelled",
    "iro_id": "iro|iro name|iro code|reviewing officer|independent reviewing officer|chair|chaired by|"
    "chairperson|"
    "iro number|reviewing officer id|iro reference|raised by",
    "mode": "meeting type|how held|held how|format|method|meeting format|venue type|delivery|type of meeting|"
    "how was the review held|review format|meeting mode|virtual or in person",
    "decisions_sent_date": "decisions sent|date decisions sent|decisions distributed|recommendations sent|"
    "date recommendations sent|decisions circulated|decisions completed date|decision sent date|"
    "date decisions distributed|recommendations distributed",
    "record_sent_date": "minutes sent|date minutes sent|minutes distributed|minutes sent date|record sent|"
    "date record sent|minutes circulated|minutes completed|full record sent|date minutes distributed|"
    "review record sent|minutes date",
    "record_late_reason": "minutes late reason|reason minutes late|reason record late|late minutes reason|"
    "why minutes late|reason for late minutes",
    "social_work_report": "sw report|social worker report|sw report received|report received|"
    "sw report on time|"
    "social work report on time|social worker report received",
    "care_plan": "care plan status|plan|care plan type|status of care plan",
    "parent_took_part": "parent participation|parents attended|parent attended|parental participation|"
    "parent carer participation|did parents attend|parents participation|parent took part in review",
    "late_reason": "reason late|reason for lateness|reason review late|reason for late review|"
    "late review reason|"
    "why late|reason out of timescale|out of timescale reason|reason not in timescale|reason for delay",
    "seen_before_review": "child seen before review|seen prior|seen prior to review|child seen|"
    "iro saw child before review|"
    "child seen before|visited before review|seen by iro",
    "quality_score": "quality|score|quality rating|paperwork quality|quality of paperwork|quality of reports",
    "as_at_date": "as at|snapshot date|record date|date recorded|census date|extract date|status date|date as at",
    "sen_provision": "sen|sen status|send status|sen support|provision|sen type|ehcp|ehcp status|"
    "sen stage|send|"
    "sen provision type",
    "primary_need": "primary sen need|sen primary need|primary type of need|main need|sen need|"
    "type of need|primary sen type",
    "disability": "disabilities|disability code|disability codes|disability type",
    "communication_support": "communication needs|communication support needed|needs communication support|"
    "communication need",
    "escalation_id": "escalation number|escalation ref|escalation reference|drp id|dispute id|"
    "dispute number|ref|reference|"
    "drp number|dispute reference|drp reference|challenge id|alert id",
    "raised_date": "date raised|date of escalation|escalation date|raised on|start date|date started|"
    "drp start date|"
    "date opened|opened|raised|date of challenge",
    "raised_stage": "stage raised|stage|starting stage|level raised|stage at start|initial stage|level|drp stage",
    "theme": "themes|reason|issue|category|subject|concern|reason for escalation|escalation reason|"
    "topic|nature of concern",
    "resolved_date": "date resolved|resolved on|date closed|closed|end date|resolution date|closed date|"
    "resolved|"
    "date of resolution",
    "resolved_stage": "stage resolved|closing stage|level resolved|final stage|stage at resolution|stage closed",
    "outcome": "result|resolution|outcomes|outcome of escalation",
    "contact_date": "date of contact|visit date|date of visit|date of call|call date|contact made on|date",
    "kind": "type|kind of contact|type of contact|contact type|visit type|type of visit|activity type|"
    "type of assessment|assessment type|exclusion type|type of exclusion|conference type|type of conference|"
    "type of support",
    "team": "team name|social work team|sw team|social worker team|service area|locality",
    "decision": "recommendation|decision text|decision made|what was decided|review decision",
    "owner": "person responsible|responsible person|responsible|by whom|who|lead",
    "done_date": "date done|date completed|completed date|completed on|actual completion date|date actioned",
    "offered_date": "date offered|offered on|offer date|advocacy offered date",
    "started_date": "date started|start date|started on",
    "ended_date": "date ended|end date|ended on|date closed",
    "learning_shared_date": "learning shared|date learning shared|learning shared on|learning disseminated|"
    "date of learning shared",
}

# By the code set's name and the code: other words for it.
VALUES: dict[str, dict[str, str]] = {
    "yes_no": {"Y": "yes|true|1|t|cancelled", "N": "no|false|0|f|not cancelled"},
    "flag": {"1": "yes|y|true|t", "0": "no|n|false|f"},
    "sex": {"M": "male|boy|man", "F": "female|girl|woman", "U": "unknown|indeterminate|not known|other"},
    "mode": {
        "in person": "face to face|f2f|physical|in-person|at home|office",
        "virtual": "teams|zoom|online|video|remote|telephone|phone|ms teams|microsoft teams|skype|video call",
        "hybrid": "mixed|blended|part virtual|in person and virtual",
        "paper": "paper review|desktop|on paper|paper based",
    },
    "social_work_report": {
        "on time": "yes|received on time|in time|received|y|yes on time",
        "late": "received late|yes late|not on time",
        "not available": "no|none|not received|missing|n|n/a|no report",
    },
    "care_plan": {
        "none": "no|no plan|not available",
        "final": "final plan",
        "draft": "in draft",
        "legal": "court|court plan",
    },
    "parent_took_part": {
        "attended": "yes|present|attended in person|y|parent attended",
        "contributed": "views sent|contributed views|sent views|contribution|consulted|views given",
        "no": "did not attend|not attended|no contribution|n|declined|absent",
        "not invited": "not appropriate|excluded|n/a invited",
    },
    "sen_provision": {
        "E": "ehcp|ehc plan|education health and care plan|ehc|statement|education, health and care plan|yes ehcp",
        "K": "sen support|support|school support|sen k",
        "N": "none|no sen|no|no special educational need|not sen",
    },
    "disability": {
        "NONE": "none|no disability|no",
        "AUT": "autism|asd|aspergers|asperger syndrome|autism or asperger syndrome",
        "BEH": "behaviour|behavioural",
        "LD": "learning disability|learning difficulty",
        "MOB": "mobility|physical",
        "HEAR": "hearing impairment|deaf",
        "VIS": "visual impairment|sight|blind",
        "COMM": "speech|communication difficulty",
    },
    "contact_kind": {
        "visit": "visited|home visit|face to face|seen|visit to child",
        "call": "phone call|telephone call|telephone|phone|video call|called|virtual",
        "midway review": "midway check|midpoint check|mid review|midway iro review|iro midway review",
        "supervision": "supervision session|1 to 1|one to one|iro supervision",
    },
    "advocacy_kind": {
        "advocate": "advocacy|independent advocate|issue based advocacy|advocacy support",
        "independent visitor": "iv|visitor|independent visiting",
    },
    "primary_need": {
        "ASD": "autism|autistic spectrum condition|asc",
        "SEMH": "semh|social emotional mental health|besd",
        "SLCN": "speech and language|speech language and communication",
    },
}


def headings_of(heading: str) -> tuple[str, ...]:
    """Return other words for a heading of the contract."""
    known = HEADINGS.get(heading.lower(), "")
    # The statutory CHILD and the council's own child_id mean the same.
    known = known or {"child_id": HEADINGS["child"], "review_date": HEADINGS["review"]}.get(heading.lower(), "")
    return tuple(known.split("|")) if known else ()


def values_of(code_set: str) -> dict[str, tuple[str, ...]]:
    """Return, by code, other words for it."""
    return {code: tuple(words.split("|")) for code, words in VALUES.get(code_set, {}).items()}
