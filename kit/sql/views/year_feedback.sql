-- One row per question on a feedback form dated in a reporting year, with its answer in small letters.
SELECT
    reporting_years.year AS reporting_year,
    feedback.child_id,
    feedback.feedback_date,
    coalesce(feedback.respondent, 'Not recorded') AS respondent,
    feedback.question,
    lower(feedback.answer) AS answer,
    feedback.question || ': ' || coalesce(feedback.answer, 'Not recorded') AS question_answer
FROM feedback
JOIN reporting_years ON feedback.feedback_date BETWEEN reporting_years.first_day AND reporting_years.as_at
WHERE NOT feedback.superseded
