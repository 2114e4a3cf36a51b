"""What comes in, declared: every kind of file that the kit reads, its columns, codes and keys, one module each.

In: nothing. Out: `EXTRACTS`, in the order in which people meet them, and `convert`, which types text by them.
Start at `columns`, then any module of `statutory/` or `own/`.
"""

from kit.extracts.columns import Extract
from kit.extracts.own import (
    actions,
    advocacy,
    allocations,
    app_use,
    audits,
    care_plans,
    commendations,
    decisions,
    education_plans,
    escalations,
    exclusions,
    feedback,
    health,
    iro_contacts,
    iros,
    protection_conferences,
    protection_plans,
    review_details,
    send,
    service_facts,
)
from kit.extracts.statutory import (
    ad1,
    dolo,
    episodes,
    header,
    missing,
    oc2,
    oc3,
    placed_for_adoption,
    previous_permanence,
    reviews,
    sw_episodes,
    uasc,
)

_MODULES = (
    header,
    episodes,
    reviews,
    uasc,
    oc2,
    oc3,
    ad1,
    placed_for_adoption,
    previous_permanence,
    missing,
    sw_episodes,
    dolo,
    review_details,
    decisions,
    send,
    escalations,
    education_plans,
    exclusions,
    health,
    care_plans,
    app_use,
    feedback,
    advocacy,
    protection_plans,
    protection_conferences,
    audits,
    iros,
    allocations,
    iro_contacts,
    commendations,
    actions,
    service_facts,
)

EXTRACTS: dict[str, Extract] = {module.EXTRACT.name: module.EXTRACT for module in _MODULES}
CORE = tuple(extract.name for extract in EXTRACTS.values() if extract.core)
