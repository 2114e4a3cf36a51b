-- One row per question on a feedback form dated in a reporting year. Respondent and answer begin with a capital, and go
-- on in small letters.
SELECT
    reporting_years.year AS reporting_year,
    feedback.child_id,
    feedback.feedback_date,
    coalesce(as_word(feedback.respondent), 'Not recorded') AS respondent,
    feedback.question,
    as_word(feedback.answer) AS answer,
    feedback.question || ' – ' || coalesce(as_word(feedback.answer), 'Not recorded') AS question_answer
FROM feedback
JOIN reporting_years ON feedback.feedback_date BETWEEN reporting_years.first_day AND reporting_years.as_at
WHERE NOT feedback.superseded
