-- One row per child that the return knows: date of birth, sex and ethnicity as the header has them.
WITH known AS (
    SELECT child_id FROM header
    UNION
    SELECT child_id FROM reviews
    UNION
    SELECT child_id FROM episodes
)
SELECT
    known.child_id,
    in_header.dob,
    coalesce(sexes.label, 'Other or not recorded'::label) AS sex,
    coalesce(ethnicities.label, 'Not recorded'::label) AS ethnicity
FROM known
LEFT JOIN header AS in_header ON in_header.child_id = known.child_id AND NOT in_header.superseded
LEFT JOIN code_labels AS sexes ON sexes.code_set = 'sex' AND sexes.code = in_header.sex
LEFT JOIN code_labels AS ethnicities ON ethnicities.code_set = 'ethnicity' AND ethnicities.code = in_header.ethnicity
