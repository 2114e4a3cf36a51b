-- One row per occasion and past: a review that was due in a period of care, and whether and when it was held.
WITH linked AS (
    SELECT
        *,
        -- All in one order: to part them by period first would take three times as long.
        lead(care_number) OVER in_order = care_number AS goes_on,
        lead(turn) OVER in_order AS following_turn,
        lead(day) OVER in_order AS following_day
    FROM review_events
    WINDOW in_order AS (ORDER BY care_number, day, turn)
),
chained AS (
    SELECT
        *,
        CASE WHEN goes_on THEN following_turn END AS next_turn,
        CASE WHEN goes_on THEN following_day END AS next_day
    FROM linked
)
SELECT
    chained.care_number,
    periods_of_care.child_id,
    periods_of_care.first_year,
    periods_of_care.last_year,
    periods_of_care.period,
    chained.next_occasion AS occasion,
    chained.next_due_day AS due_day,
    CASE WHEN chained.next_turn = 1 THEN chained.next_day END AS held_day,
    -- A placement for adoption leaves an occasion behind that was due before it.
    CASE WHEN chained.next_turn = 2 THEN chained.next_day END AS left_behind_day,
    chained.next_may_be_unknown
    AND coalesce(chained.next_turn = 1 AND chained.next_day <= chained.next_due_day, FALSE) AS not_known,
    periods_of_care.end_day AS period_end,
    periods_of_care.dob
FROM chained
JOIN periods_of_care USING (care_number)
-- A placement for adoption replaces an occasion that was not yet due.
WHERE chained.next_turn IS DISTINCT FROM 2
    OR chained.next_due_day < chained.next_day
