"""Slips in the sample council's files, made on purpose: each kind of problem is there to be found."""
