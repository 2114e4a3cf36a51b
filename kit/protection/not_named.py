"""Categories that are words which someone wrote (a theme, an answer): they could be about a child, or name one."""

from kit.measures.breakdowns import BREAKDOWNS, DATED, LABELS

# What stands for such words if their numbers are hidden.
NOT_NAMED = "Not named"
# The kit's own words: a review that was missed has "Not held" for a reason.
OWN = (*LABELS, "Not held", NOT_NAMED)
# Breakdowns by words that someone wrote. Months, weeks and stages are the kit's; facts are named by the service, and
# hidden each for itself.
NOT_WRITTEN = (*DATED, "fact", "stage_raised", "stage_resolved", "path")
WRITTEN = [b.name for b in BREAKDOWNS.values() if not b.categories and b.name not in NOT_WRITTEN]
