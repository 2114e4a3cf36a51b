"""`kit new`: working files for a measure or a chapter; and the reference of fields, breakdowns and views."""
