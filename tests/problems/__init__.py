"""One worked example a rule: the rows that it lists, and their neighbours that it does not."""
