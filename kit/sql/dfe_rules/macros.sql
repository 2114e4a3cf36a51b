-- Words that several rules of the DfE use. A blank is not one of these codes.
CREATE MACRO is_short_break(ls) AS coalesce(ls IN ('V3', 'V4'), false);
CREATE MACRO is_temporary(place) AS coalesce(place IN ('T0', 'T1', 'T2', 'T3', 'T4'), false);
CREATE MACRO is_unknown_upn(upn) AS coalesce(upn IN ('UN1', 'UN2', 'UN3', 'UN4', 'UN5'), false);
-- SEX was 1 or 2 in returns to 2024, and is M, F or U since.
CREATE MACRO is_female(sex, year) AS coalesce(sex = CASE WHEN year < 2025 THEN '2' ELSE 'F' END, false);
CREATE MACRO is_male(sex, year) AS coalesce(sex = CASE WHEN year < 2025 THEN '1' ELSE 'M' END, false);
-- A reason that ends the time in care: every one that the return has ever known but X1.
CREATE MACRO is_ended(rec) AS coalesce(
    rec IN (
        'E2', 'E3', 'E4A', 'E4B', 'E5', 'E6', 'E7', 'E8', 'E9', 'E11', 'E12', 'E13', 'E14', 'E15', 'E16', 'E17',
        'E41', 'E43', 'E44', 'E45', 'E46', 'E47', 'E48'
    ),
    false
);
-- The last day of an episode, or of the year if it is open; null if it was given and is not a date.
CREATE MACRO until(dec, dec_given, last_day) AS CASE WHEN dec_given THEN dec ELSE last_day END;
-- The days of an episode that are in the year; null if they are not known.
CREATE MACRO days_in_year(decom, dec, dec_given, first_day, last_day) AS CASE
    WHEN decom IS NOT NULL AND until(dec, dec_given, last_day) IS NOT NULL
        THEN greatest(least(until(dec, dec_given, last_day), last_day) - greatest(decom, first_day), 0)
END;
-- The day on which a child turns so old; the 28th for one born on 29 February.
CREATE MACRO birthday(dob, age) AS CAST(dob + to_years(age) AS DATE);
-- Whether a day is before that birthday; most are told by the number of days alone, which is faster.
CREATE MACRO is_younger(day, dob, age) AS day < dob + 366 * age AND day < birthday(dob, age);
