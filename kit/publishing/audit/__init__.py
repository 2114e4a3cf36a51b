"""What a stranger could work out of the files that are to be published, found before anybody has them.

In: the files, earlier publications, and what is declared to add up; no hidden number. Out: faults, and proofs that
there is none. Start at `audit.audit`.
"""
