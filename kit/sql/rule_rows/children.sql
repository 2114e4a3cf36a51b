-- One row per child of the return: what its files say of the child as a whole.
WITH
header_facts AS (
    SELECT
        child,
        count(*) AS headers,
        arg_min(dob, row) AS header_dob,
        arg_min(sex, row) AS header_sex,
        arg_min(mother, row) AS header_mother,
        arg_min(upn, row) AS header_upn
    FROM header
    GROUP BY child
),
-- Looked after through the whole year: in care in it, and neither started, ended nor on short breaks in it. A blank
-- REC is not X1, so that an end without a reason is an end.
episode_facts AS (
    SELECT
        child,
        min(decom) AS first_decom,
        bool_or(is_short_break(ls)) AS has_short_break,
        bool_or(ls = 'V3') AS has_v3,
        bool_or(ls = 'V4') AS has_v4,
        bool_or(NOT is_short_break(ls)) AS has_other_status,
        bool_or(decom < make_date(year, 3, 24)) AS began_over_a_week_ago,
        coalesce(
            bool_or(
                rec <> 'X1' AND NOT is_short_break(ls) AND dec BETWEEN first_day AND last_day
            ),
            false
        ) AS ceased_in_year,
        sum(days_in_year(decom, dec, dec_given, first_day, last_day)) FILTER (WHERE ls = 'V3') AS v3_days,
        coalesce(bool_or(decom <= last_day AND (dec >= first_day OR dec IS NULL)), false)
        AND NOT coalesce(
            bool_or(
                coalesce(rne = 'S' AND decom > first_day AND decom <= last_day, false)
                OR coalesce(rec IS DISTINCT FROM 'X1' AND dec >= first_day AND dec < last_day, false)
                OR coalesce(
                    is_short_break(ls) AND decom <= last_day AND (dec >= first_day OR dec IS NULL), false
                )
            ),
            false
        ) AS all_year
    FROM episodes, this_year
    GROUP BY child
),
short_break_reviews AS (
    SELECT DISTINCT child
    FROM reviews
    SEMI JOIN episode_facts AS facts ON facts.child = reviews.child AND facts.has_short_break
    WHERE review_given OR review_code IS NOT NULL
),
health_facts AS (
    SELECT
        child,
        count(*) AS oc2_rows,
        bool_or(
            coalesce(
                convicted, health_check, immunisations, teeth_check, health_assessment, substance_misuse,
                intervention_received, intervention_offered
            ) IS NOT NULL
        ) AS oc2_answered
    FROM oc2
    GROUP BY child
),
care_leaver_facts AS (
    SELECT
        child,
        count(*) AS oc3_rows,
        bool_or(coalesce(in_touch, activ, accom) IS NOT NULL) AS oc3_answered
    FROM oc3
    GROUP BY child
)
SELECT
    child,
    coalesce(headers, 0) AS headers,
    headers IS NOT NULL AS in_header,
    header_dob,
    header_sex,
    header_mother,
    header_upn,
    episode_facts.child IS NOT NULL AS in_episodes,
    first_decom,
    coalesce(has_short_break, false) AS has_short_break,
    coalesce(has_v3 AND has_v4, false) AS has_v3_and_v4,
    coalesce(has_other_status, false) AS has_other_status,
    coalesce(began_over_a_week_ago, false) AS began_over_a_week_ago,
    coalesce(ceased_in_year, false) AS ceased_in_year,
    coalesce(v3_days, 0) AS v3_days,
    coalesce(all_year, false) AS all_year,
    short_break_reviews.child IS NOT NULL AS has_short_break_review,
    coalesce(oc2_rows, 0) AS oc2_rows,
    coalesce(oc2_answered, false) AS oc2_answered,
    coalesce(oc3_rows, 0) AS oc3_rows,
    coalesce(oc3_answered, false) AS oc3_answered
FROM header_facts
FULL JOIN episode_facts USING (child)
LEFT JOIN short_break_reviews USING (child)
FULL JOIN health_facts USING (child)
FULL JOIN care_leaver_facts USING (child)
