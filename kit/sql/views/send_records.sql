-- One row per child and reporting year: the SEND record that stood on the as-at day, in words.
WITH latest AS (
    SELECT reporting_years.year AS reporting_year, send.*
    FROM send
    JOIN reporting_years ON send.as_at_date <= reporting_years.as_at
    WHERE NOT send.superseded
    QUALIFY row_number() OVER (
        PARTITION BY reporting_years.year, send.child_id
        ORDER BY send.as_at_date DESC
    ) = 1
),
single_disabilities AS (
    SELECT reporting_year, child_id, unnest(disability) AS code
    FROM latest
),
disabilities AS (
    SELECT
        single_disabilities.reporting_year,
        single_disabilities.child_id,
        list(DISTINCT coalesce(code_labels.label, 'Not recorded')) AS labels
    FROM single_disabilities
    LEFT JOIN code_labels
        ON code_labels.code_set = 'disability' AND code_labels.code = single_disabilities.code
    GROUP BY ALL
)
SELECT
    latest.reporting_year,
    latest.child_id,
    latest.sen_provision AS sen_provision_code,
    coalesce(provisions.label, 'Not recorded') AS sen_provision,
    CASE
        WHEN latest.sen_provision = 'N' THEN 'No SEN'
        ELSE coalesce(needs.label, 'Not recorded')
    END AS primary_need,
    coalesce(disabilities.labels, ['Not recorded']) AS disability
FROM latest
LEFT JOIN disabilities
    ON disabilities.reporting_year = latest.reporting_year AND disabilities.child_id = latest.child_id
LEFT JOIN code_labels AS provisions
    ON provisions.code_set = 'sen_provision' AND provisions.code = latest.sen_provision
LEFT JOIN code_labels AS needs ON needs.code_set = 'primary_need' AND needs.code = latest.primary_need
