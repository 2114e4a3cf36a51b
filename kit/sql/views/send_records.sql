-- One row per child and reporting year: the SEND record that stood on the as-at day, in words.
WITH held AS (
    SELECT
        child_id,
        as_at_date,
        sen_provision,
        primary_need,
        disability,
        lead(as_at_date) OVER (PARTITION BY child_id ORDER BY as_at_date) AS next_date
    FROM send
    WHERE NOT superseded
),
-- Few children have a list of disabilities of their own, so that each list is put into words once.
lists AS (
    SELECT codes.disability, list(DISTINCT coalesce(code_labels.label, 'Not recorded')) AS labels
    FROM (SELECT disability, unnest(disability) AS code FROM (SELECT DISTINCT disability FROM held)) AS codes
    LEFT JOIN code_labels ON code_labels.code_set = 'disability' AND code_labels.code = codes.code
    GROUP BY codes.disability
)
SELECT
    reporting_years.year AS reporting_year,
    held.child_id,
    held.sen_provision AS sen_provision_code,
    coalesce(provisions.label, 'Not recorded') AS sen_provision,
    CASE
        WHEN held.sen_provision = 'N' THEN 'No SEN'
        ELSE coalesce(needs.label, 'Not recorded')
    END AS primary_need,
    coalesce(lists.labels, ['Not recorded']) AS disability
FROM held
JOIN reporting_years
    ON held.as_at_date <= reporting_years.as_at
    AND (held.next_date IS NULL OR held.next_date > reporting_years.as_at)
LEFT JOIN lists USING (disability)
LEFT JOIN code_labels AS provisions
    ON provisions.code_set = 'sen_provision' AND provisions.code = held.sen_provision
LEFT JOIN code_labels AS needs ON needs.code_set = 'primary_need' AND needs.code = held.primary_need
