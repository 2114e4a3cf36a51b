-- One row per row of the header, with the child's header of last year.
WITH
last_rows AS (
    SELECT
        child,
        arg_min(sex, row) AS last_sex,
        arg_min(dob, row) AS last_dob,
        arg_min(ethnic, row) AS last_ethnic,
        arg_min(upn, row) AS last_upn
    FROM last_header
    GROUP BY child
)
SELECT
    header.*,
    this_year.*,
    children.* EXCLUDE (child),
    last_rows.child IS NOT NULL AS in_last_header,
    last_sex,
    last_dob,
    last_ethnic,
    last_upn
FROM header
CROSS JOIN this_year
LEFT JOIN children USING (child)
LEFT JOIN last_rows USING (child)
