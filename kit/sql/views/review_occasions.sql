-- One row per occasion and past: a review that was due in a period of care, and whether and when it was held.
WITH linked AS (
    SELECT
        *,
        lead(event) OVER chain AS next_event,
        lead(day) OVER chain AS next_day
    FROM review_events
    WINDOW chain AS (PARTITION BY child_id, last_year, period ORDER BY day, turn)
)
SELECT
    linked.child_id,
    linked.first_year,
    linked.last_year,
    linked.period,
    linked.next_occasion AS occasion,
    linked.next_due_day AS due_day,
    CASE WHEN linked.next_event = 'review' THEN linked.next_day END AS held_day,
    -- A placement for adoption leaves an occasion behind that was due before it.
    CASE WHEN linked.next_event = 'placed' THEN linked.next_day END AS left_behind_day,
    linked.next_may_be_unknown
    AND coalesce(linked.next_event = 'review' AND linked.next_day <= linked.next_due_day, FALSE) AS not_known,
    periods_of_care.end_day AS period_end
FROM linked
JOIN periods_of_care USING (child_id, last_year, period)
-- A placement for adoption replaces an occasion that was not yet due.
WHERE linked.next_event IS DISTINCT FROM 'placed'
    OR linked.next_due_day < linked.next_day
