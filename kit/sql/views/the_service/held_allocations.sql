-- One row per allocation of a child to a reviewing officer: the row that holds, and when it ended.
WITH held AS (
    SELECT
        *,
        -- Still going on at the end of its file's year, and in no later file.
        (end_date IS NULL OR end_date > make_date(year, 3, 31))
        AND year < (SELECT max(year) FROM allocations) AS gone
    FROM allocations
    WHERE NOT superseded
)
SELECT
    child_id,
    iro_id,
    start_date,
    CASE WHEN gone THEN make_date(year, 4, 1) ELSE end_date END AS end_day,
    gone,
    year,
    file,
    row
FROM held
