-- Words and ages that views share. completed_years: someone born on 29 February completes a year on 1 March.
CREATE MACRO completed_years(dob, day) AS
    year(day) - year(dob)
    - CASE WHEN (month(day), day(day)) < (month(dob), day(dob)) THEN 1 ELSE 0 END;
CREATE MACRO age_band_all(age) AS
    CASE
        WHEN age IS NULL THEN 'Not recorded'::label
        WHEN age < 1 THEN 'Under 1'::label
        WHEN age < 5 THEN '1–4'::label
        WHEN age < 10 THEN '5–9'::label
        WHEN age < 16 THEN '10–15'::label
        ELSE '16+'::label
    END;
CREATE MACRO age_band(age) AS
    CASE
        WHEN age IS NULL THEN 'Not recorded'::label
        WHEN age < 10 THEN '4–9'::label
        WHEN age < 16 THEN '10–15'::label
        ELSE '16+'::label
    END;
-- Health assessments are due every six months under 5, every twelve from 5.
CREATE MACRO health_age(age) AS
    CASE
        WHEN age IS NULL THEN 'Not recorded'::label
        WHEN age < 5 THEN 'Under 5'::label
        ELSE '5 and over'::label
    END;
-- The 31 August before a day.
CREATE MACRO last_31_august(day) AS
    make_date(CASE WHEN (month(day), day(day)) > (8, 31) THEN year(day) ELSE year(day) - 1 END, 8, 31);
-- A number of hundredths, halves up: 0.145 is 15. What a double lacks of a half (14.499999999999998) is rounded first.
CREATE MACRO hundredths_of(number) AS round(round(100 * number, 6))::BIGINT;
CREATE MACRO quarter_label(day) AS
    CASE
        WHEN month(day) < 4 THEN 'Q4'::label
        WHEN month(day) < 7 THEN 'Q1'::label
        WHEN month(day) < 10 THEN 'Q2'::label
        WHEN month(day) <= 12 THEN 'Q3'::label
    END;
CREATE MACRO month_label(day) AS strftime(day, '%Y-%m');
CREATE MACRO reporting_year_of(day) AS year(day) + CASE WHEN month(day) >= 4 THEN 1 ELSE 0 END;
-- The Monday on which the week of a due day begins, as the as-at day knows it; weeks from six months on are one.
CREATE MACRO week_due(due_day, as_at) AS
    CASE
        WHEN due_day <= as_at THEN 'Overdue'
        WHEN date_trunc('week', due_day) > as_at + INTERVAL 6 MONTH THEN 'Later'
        ELSE strftime(date_trunc('week', due_day), '%Y-%m-%d')
    END;
-- How long before a day a review decided something: before the next review, and before the last day of a year.
CREATE MACRO until_next_review(decided, day) AS
    CASE WHEN day <= decided + INTERVAL 3 MONTH THEN 'Up to 3 months'::label ELSE 'Over 3 months'::label END;
CREATE MACRO decision_age(decided, day) AS
    CASE
        WHEN day <= decided + INTERVAL 6 MONTH THEN 'Up to 6 months'::label
        WHEN day <= decided + INTERVAL 12 MONTH THEN 'Over 6, up to 12 months'::label
        ELSE 'Over 12 months'::label
    END;
-- Informal comes before stage 1.
CREATE MACRO stage_number(stage) AS coalesce(try_cast(replace(stage, 'Stage ', '') AS INTEGER), 0);
-- A word that people wrote with and without capitals.
CREATE MACRO as_word(word) AS upper(left(word, 1)) || lower(substr(word, 2));
-- Whether a review counts in a period of care. On a day on which one period ends and the next begins it belongs to the
-- earlier.
CREATE MACRO counts_in(review_day, start_day, end_day, end_before, as_at) AS
    review_day >= start_day
    AND (end_day IS NULL OR review_day <= end_day)
    AND review_day <= as_at
    AND (end_before IS NULL OR review_day > end_before)
