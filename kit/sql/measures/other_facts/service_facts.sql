/*
title: Other facts
kind: fact
unit: facts
sentence: The council gives {value} facts of {year} that stand in no other chapter
counts: >-
  facts of the year's file of service_facts, each as it stands there: a number alone, or how many of how many in
  percent. A fact is the same in another year if it has the same words
better: none
breakdowns: [fact]
source: The council's own records
needs: [service_facts]
missing: A fact without a number is not known, and listed
checked_on: 2026-11-22
*/
SELECT
    reporting_years.year AS reporting_year,
    service_facts.fact,
    service_facts.numerator,
    service_facts.denominator
FROM service_facts
JOIN reporting_years ON reporting_years.year = service_facts.year
WHERE NOT service_facts.superseded
