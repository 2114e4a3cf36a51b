-- One row per supervision of a reviewing officer, with the day of the officer's next one.
WITH days AS (
    SELECT DISTINCT iro_id AS iro, contact_date AS day
    FROM iro_contacts
    WHERE kind = 'supervision' AND NOT superseded
)
SELECT
    iro,
    day,
    lead(day) OVER (PARTITION BY iro ORDER BY day) AS next_day
FROM days
