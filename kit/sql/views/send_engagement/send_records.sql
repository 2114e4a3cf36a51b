-- One row per child of the return and reporting year: the SEND record that held on the as-at day, in words.
WITH held AS (
    SELECT
        children.child_number,
        send.as_at_date,
        send.sen_provision,
        send.primary_need,
        send.disability,
        -- All in one order: to part them by child first would take three times as long.
        CASE
            WHEN lead(children.child_number) OVER in_order = children.child_number
                THEN lead(send.as_at_date) OVER in_order
        END AS next_date
    FROM send
    JOIN children USING (child_id)
    WHERE NOT send.superseded
    WINDOW in_order AS (ORDER BY children.child_number, send.as_at_date)
),
-- Few children have a list of disabilities of their own, so that each list is put into words once.
lists AS (
    SELECT codes.disability, list(DISTINCT coalesce(code_labels.label, 'Not recorded'::label)) AS labels
    FROM (SELECT disability, unnest(disability) AS code FROM (SELECT DISTINCT disability FROM held)) AS codes
    LEFT JOIN code_labels ON code_labels.code_set = 'disability' AND code_labels.code = codes.code
    GROUP BY codes.disability
),
in_words AS (
    SELECT
        held.child_number,
        held.as_at_date,
        held.next_date,
        held.sen_provision AS sen_provision_code,
        coalesce(provisions.label, 'Not recorded'::label) AS sen_provision,
        CASE
            WHEN held.sen_provision = 'N' THEN 'No SEN'::label
            ELSE coalesce(needs.label, 'Not recorded'::label)
        END AS primary_need,
        coalesce(lists.labels, ['Not recorded'::label]) AS disability
    FROM held
    LEFT JOIN lists USING (disability)
    LEFT JOIN code_labels AS provisions
        ON provisions.code_set = 'sen_provision' AND provisions.code = held.sen_provision
    LEFT JOIN code_labels AS needs ON needs.code_set = 'primary_need' AND needs.code = held.primary_need
),
loaded AS (
    SELECT min(year) AS first_year, max(year) AS last_year
    FROM reporting_years
),
-- The years in which it can hold at all: to join by equal years takes less than to compare each record with each year.
in_years AS (
    SELECT
        in_words.*,
        unnest(
            range(
                greatest(reporting_year_of(in_words.as_at_date), loaded.first_year),
                least(coalesce(reporting_year_of(in_words.next_date), loaded.last_year), loaded.last_year) + 1
            )
        ) AS year
    FROM in_words
    CROSS JOIN loaded
)
SELECT
    in_years.year AS reporting_year,
    in_years.child_number,
    in_years.sen_provision_code,
    in_years.sen_provision,
    in_years.primary_need,
    in_years.disability
FROM in_years
JOIN reporting_years
    ON reporting_years.year = in_years.year
    AND in_years.as_at_date <= reporting_years.as_at
    AND (in_years.next_date IS NULL OR in_years.next_date > reporting_years.as_at)
