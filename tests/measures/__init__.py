"""One worked example a measure: what is drawn can be checked by eye against the definitions."""
