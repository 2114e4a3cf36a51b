-- One row per child that the return knows: date of birth, sex and ethnicity as the header has them.
WITH in_header AS MATERIALIZED (
    SELECT child_id, dob, sex, ethnicity
    FROM header
    WHERE NOT superseded
),
elsewhere AS (
    SELECT child_id FROM header
    UNION ALL
    SELECT child_id FROM reviews
    UNION ALL
    SELECT child_id FROM episodes
),
known AS (
    SELECT child_id, dob, sex, ethnicity
    FROM in_header
    UNION ALL
    SELECT DISTINCT elsewhere.child_id, NULL::DATE, NULL, NULL
    FROM elsewhere
    ANTI JOIN in_header USING (child_id)
)
SELECT
    -- A number that stands for the child when rows are joined and put in order.
    row_number() OVER () AS child_number,
    known.child_id,
    known.dob,
    coalesce(sexes.label, 'Other or not recorded'::label) AS sex,
    coalesce(ethnicities.label, 'Not recorded'::label) AS ethnicity
FROM known
LEFT JOIN code_labels AS sexes ON sexes.code_set = 'sex' AND sexes.code = known.sex
LEFT JOIN code_labels AS ethnicities ON ethnicities.code_set = 'ethnicity' AND ethnicities.code = known.ethnicity
