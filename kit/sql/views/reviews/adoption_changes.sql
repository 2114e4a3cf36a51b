-- One row per placement for adoption that begins or ends within a period of care, and past: what it does to a chain.
WITH first_loaded AS (
    SELECT min(first_day) AS first_day
    FROM reporting_years
),
placed_codes AS (
    SELECT code AS placement_code
    FROM code_labels
    WHERE code_set = 'placement' AND label = 'Placed for adoption'
),
placed_periods AS (
    SELECT DISTINCT care_number
    FROM stays
    SEMI JOIN placed_codes USING (placement_code)
),
episodes_of_these AS (
    SELECT
        care_number,
        from_day,
        rne,
        coalesce(placement_code IN (SELECT placement_code FROM placed_codes), FALSE) AS placed
    FROM stays
    SEMI JOIN placed_periods USING (care_number)
),
placements AS (
    SELECT
        *,
        lag(placed, 1, FALSE) OVER (PARTITION BY care_number ORDER BY from_day) AS placed_before
    FROM episodes_of_these
)
SELECT care_number, from_day AS day, 'left' AS event
FROM placements
WHERE placed_before AND NOT placed
UNION ALL
SELECT placements.care_number, placements.from_day, 'placed'
FROM placements
JOIN care_chains USING (care_number)
JOIN timescale_starts
    ON timescale_starts.timescale = 'adoption_first_review'
    -- Before the adoption rule was in force such a placement changed nothing.
    AND timescale_starts.from_day <= placements.from_day
CROSS JOIN first_loaded
WHERE placements.placed
    AND (NOT placements.placed_before OR coalesce(placements.rne IN ('P', 'B'), FALSE))
    AND NOT (care_chains.history_missing AND placements.from_day < first_loaded.first_day)
