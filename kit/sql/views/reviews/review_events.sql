-- One row per event that moves a chain of reviews on (the period's start, a review held, a placement for adoption
-- started), per past, and what is due after it by which rule. Its turn tells what it is: -1 the start, 1 a review, 2 a
-- placement.
WITH placed_periods AS (
    SELECT DISTINCT care_number
    FROM adoption_changes
),
-- Few periods have a placement for adoption: only theirs need be followed event by event.
events AS (
    -- On one day, leaving a placement comes before a review, and a review before a new placement.
    SELECT care_number, day, CASE event WHEN 'left' THEN 0 ELSE 2 END AS turn, event
    FROM adoption_changes
    UNION ALL
    SELECT care_number, review_day, 1, 'review'
    FROM reviews_in_care
    SEMI JOIN placed_periods USING (care_number)
),
states AS (
    SELECT
        *,
        count_if(event = 'placed') OVER so_far AS times_placed,
        count_if(event = 'review') OVER so_far AS reviews_so_far,
        coalesce(last_value(nullif(event, 'review') IGNORE NULLS) OVER so_far = 'placed', FALSE) AS placed
    FROM events
    WINDOW so_far AS (PARTITION BY care_number ORDER BY day, turn ROWS UNBOUNDED PRECEDING)
),
counted AS (
    SELECT
        *,
        count_if(event = 'review') OVER (
            PARTITION BY care_number, times_placed
            ORDER BY day, turn
            ROWS UNBOUNDED PRECEDING
        ) AS reviews_since_placed
    FROM states
),
rules AS (
    SELECT
        chains.care_number,
        counted.day,
        counted.turn,
        chains.history_missing,
        chains.due_without_history,
        CASE
            WHEN counted.event = 'placed' THEN 'adoption first'
            WHEN counted.placed AND counted.reviews_since_placed = 1 THEN 'adoption second'
            WHEN counted.placed THEN 'adoption later'
            WHEN counted.times_placed = 0 AND counted.reviews_so_far = 1 AND NOT chains.history_missing THEN 'second'
            ELSE 'later'
        END AS rule
    FROM counted
    JOIN care_chains AS chains USING (care_number)
    WHERE counted.event <> 'left'
    UNION ALL
    SELECT
        chains.care_number,
        reviews_in_care.review_day,
        1,
        chains.history_missing,
        chains.due_without_history,
        CASE
            WHEN reviews_in_care.review_day = chains.first_review_day AND NOT chains.history_missing THEN 'second'
            ELSE 'later'
        END
    FROM reviews_in_care
    JOIN care_chains AS chains USING (care_number)
    ANTI JOIN placed_periods USING (care_number)
    UNION ALL
    SELECT
        care_number,
        start_day,
        -1,
        history_missing,
        due_without_history,
        CASE WHEN history_missing THEN 'history missing' ELSE 'first' END
    FROM care_chains
)
SELECT
    rules.care_number,
    rules.day,
    rules.turn,
    CASE
        WHEN rules.rule = 'first' THEN 'First'::label
        WHEN rules.rule = 'second' THEN 'Second'::label
        WHEN rules.rule LIKE 'adoption%' THEN 'Adoption'::label
        ELSE 'Later'::label
    END AS next_occasion,
    CASE rules.rule
        WHEN 'first' THEN due_days.first_review
        WHEN 'second' THEN due_days.second_review
        WHEN 'later' THEN due_days.later_review
        WHEN 'adoption first' THEN due_days.adoption_first_review
        WHEN 'adoption second' THEN due_days.adoption_second_review
        WHEN 'adoption later' THEN due_days.adoption_later_review
        ELSE rules.due_without_history
    END AS next_due_day,
    rules.rule AS next_rule,
    rules.rule = 'history missing' AS next_may_be_unknown
FROM rules
JOIN due_days ON due_days.from_day = rules.day
