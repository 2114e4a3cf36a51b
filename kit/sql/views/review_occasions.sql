-- One row per occasion and past: a review that was due in a period of care, and whether and when it was held.
WITH linked AS (
    SELECT
        *,
        lead(turn) OVER chain AS next_turn,
        lead(day) OVER chain AS next_day
    FROM review_events
    WINDOW chain AS (PARTITION BY care_number ORDER BY day, turn)
)
SELECT
    linked.care_number,
    periods_of_care.child_id,
    periods_of_care.first_year,
    periods_of_care.last_year,
    periods_of_care.period,
    linked.next_occasion AS occasion,
    linked.next_due_day AS due_day,
    CASE WHEN linked.next_turn = 1 THEN linked.next_day END AS held_day,
    -- A placement for adoption leaves an occasion behind that was due before it.
    CASE WHEN linked.next_turn = 2 THEN linked.next_day END AS left_behind_day,
    linked.next_may_be_unknown
    AND coalesce(linked.next_turn = 1 AND linked.next_day <= linked.next_due_day, FALSE) AS not_known,
    periods_of_care.end_day AS period_end,
    periods_of_care.dob
FROM linked
JOIN periods_of_care USING (care_number)
-- A placement for adoption replaces an occasion that was not yet due.
WHERE linked.next_turn IS DISTINCT FROM 2
    OR linked.next_due_day < linked.next_day
