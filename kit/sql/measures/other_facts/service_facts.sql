/*
title: Other facts
kind: fact
unit: facts
sentence: The council gives {value} other facts of the year
counts: >-
  facts of the year's file of service_facts, each as it is given there: its numerator alone, or that as a percentage of
  its denominator (of a denominator of 0 there are no cases). All facts are counted, also those that are not known. A
  fact is the same in another year if it has the same words, capitals included. The table of results gives a fact's
  numerator and denominator if they are whole numbers, and its value in any case
better: none
depends_on: neither
breakdowns: [fact]
source: The council's own records
needs: [service_facts]
missing: A fact without a numerator is not known, and listed
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
