"""Every kind of file that the kit reads, one module each, in the order in which people meet them."""

from kit.columns import Extract
from kit.extracts import (
    ad1,
    episodes,
    escalations,
    header,
    missing,
    oc2,
    oc3,
    placed_for_adoption,
    previous_permanence,
    review_details,
    reviews,
    send,
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
    review_details,
    send,
    escalations,
)

EXTRACTS: dict[str, Extract] = {module.EXTRACT.name: module.EXTRACT for module in _MODULES}
CORE = tuple(extract.name for extract in EXTRACTS.values() if extract.core)
