-- One row per event that moves a chain of reviews on (the period's start, a review held, a placement for adoption
-- started), per past, and what is due after it.
WITH first_loaded AS (
    SELECT min(first_day) AS first_day
    FROM reporting_years
),
chains AS (
    -- Earlier reviews may be missing: the period began before the first loaded year, and no review of it then stands.
    SELECT
        periods_of_care.child_id,
        periods_of_care.first_year,
        periods_of_care.last_year,
        periods_of_care.period,
        periods_of_care.start_day,
        periods_of_care.began_before_first_year
        AND NOT coalesce(min(counted_reviews.review_day) < first_loaded.first_day, FALSE) AS history_missing
    FROM periods_of_care
    CROSS JOIN first_loaded
    LEFT JOIN counted_reviews USING (child_id, last_year, period)
    GROUP BY
        periods_of_care.child_id,
        periods_of_care.first_year,
        periods_of_care.last_year,
        periods_of_care.period,
        periods_of_care.start_day,
        periods_of_care.began_before_first_year,
        first_loaded.first_day
),
placements AS (
    SELECT
        child_id,
        last_year,
        period,
        from_day,
        rne,
        placement = 'Placed for adoption' AS placed,
        lag(placement = 'Placed for adoption', 1, FALSE) OVER (
            PARTITION BY child_id, last_year, period
            ORDER BY from_day
        ) AS placed_before
    FROM stays
),
events AS (
    -- On one day, leaving a placement comes before a review, and a review before a new placement.
    SELECT child_id, last_year, period, from_day AS day, 0 AS turn, 'left' AS event
    FROM placements
    WHERE placed_before AND NOT placed
    UNION ALL
    SELECT child_id, last_year, period, review_day, 1, 'review'
    FROM counted_reviews
    UNION ALL
    SELECT placements.child_id, placements.last_year, placements.period, placements.from_day, 2, 'placed'
    FROM placements
    JOIN chains USING (child_id, last_year, period)
    JOIN due_days ON due_days.from_day = placements.from_day
    CROSS JOIN first_loaded
    WHERE placements.placed
        AND (NOT placements.placed_before OR coalesce(placements.rne IN ('P', 'B'), FALSE))
        -- Before the adoption rule was in force such a placement changed nothing.
        AND due_days.adoption_first_review IS NOT NULL
        AND NOT (chains.history_missing AND placements.from_day < first_loaded.first_day)
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
        CASE
            WHEN counted.event = 'placed' THEN 'adoption first'
            WHEN counted.placed AND counted.reviews_since_placed = 1 THEN 'adoption second'
            WHEN counted.placed THEN 'adoption later'
            WHEN counted.times_placed = 0 AND counted.reviews_so_far = 1 AND NOT chains.history_missing THEN 'second'
            ELSE 'later'
        END AS rule
    FROM counted
    JOIN chains USING (child_id, last_year, period)
    WHERE counted.event <> 'left'
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
        CASE WHEN history_missing THEN 'history missing' ELSE 'first' END
    FROM chains
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
        WHEN rules.rule = 'first' THEN 'First'
        WHEN rules.rule = 'second' THEN 'Second'
        WHEN rules.rule LIKE 'adoption%' THEN 'Adoption'
        ELSE 'Later'
    END AS next_occasion,
    CASE rules.rule
        WHEN 'first' THEN due_days.first_review
        WHEN 'second' THEN due_days.second_review
        WHEN 'later' THEN due_days.later_review
        WHEN 'adoption first' THEN due_days.adoption_first_review
        WHEN 'adoption second' THEN due_days.adoption_second_review
        WHEN 'adoption later' THEN due_days.adoption_later_review
        -- The last day of the sixth month after the first loaded year began.
        ELSE (first_loaded.first_day + INTERVAL 6 MONTH - INTERVAL 1 DAY)::DATE
    END AS next_due_day,
    rules.rule = 'history missing' AS next_may_be_unknown
FROM rules
CROSS JOIN first_loaded
JOIN due_days ON due_days.from_day = rules.day
