-- One row per event that moves a chain of reviews on (the period's start, a review held, a placement for adoption
-- started), per past, and what is due after it.
WITH placed_periods AS (
    SELECT DISTINCT child_id, last_year, period
    FROM adoption_changes
),
-- Few periods have a placement for adoption: only theirs need be followed event by event.
events AS (
    -- On one day, leaving a placement comes before a review, and a review before a new placement.
    SELECT child_id, last_year, period, day, CASE event WHEN 'left' THEN 0 ELSE 2 END AS turn, event
    FROM adoption_changes
    UNION ALL
    SELECT child_id, last_year, period, review_day, 1, 'review'
    FROM reviews_in_care
    SEMI JOIN placed_periods USING (child_id, last_year, period)
),
states AS (
    SELECT
        *,
        count_if(event = 'placed') OVER so_far AS times_placed,
        count_if(event = 'review') OVER so_far AS reviews_so_far,
        coalesce(last_value(nullif(event, 'review') IGNORE NULLS) OVER so_far = 'placed', FALSE) AS placed
    FROM events
    WINDOW so_far AS (PARTITION BY child_id, last_year, period ORDER BY day, turn ROWS UNBOUNDED PRECEDING)
),
counted AS (
    SELECT
        *,
        count_if(event = 'review') OVER (
            PARTITION BY child_id, last_year, period, times_placed
            ORDER BY day, turn
            ROWS UNBOUNDED PRECEDING
        ) AS reviews_since_placed
    FROM states
),
rules AS (
    SELECT
        chains.child_id,
        chains.first_year,
        chains.last_year,
        chains.period,
        counted.day,
        counted.turn,
        counted.event,
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
    JOIN care_chains AS chains USING (child_id, last_year, period)
    WHERE counted.event <> 'left'
    UNION ALL
    SELECT
        chains.child_id,
        chains.first_year,
        chains.last_year,
        chains.period,
        reviews_in_care.review_day,
        1,
        'review',
        chains.history_missing,
        chains.due_without_history,
        CASE
            WHEN reviews_in_care.review_day = chains.first_review_day AND NOT chains.history_missing THEN 'second'
            ELSE 'later'
        END
    FROM reviews_in_care
    JOIN care_chains AS chains USING (child_id, last_year, period)
    ANTI JOIN placed_periods USING (child_id, last_year, period)
    UNION ALL
    SELECT
        child_id,
        first_year,
        last_year,
        period,
        start_day,
        -1,
        'start',
        history_missing,
        due_without_history,
        CASE WHEN history_missing THEN 'history missing' ELSE 'first' END
    FROM care_chains
)
SELECT
    rules.child_id,
    rules.first_year,
    rules.last_year,
    rules.period,
    rules.day,
    rules.turn,
    rules.event,
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
    rules.rule = 'history missing' AS next_may_be_unknown
FROM rules
JOIN due_days ON due_days.from_day = rules.day
