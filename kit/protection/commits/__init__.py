"""What may be committed to git or saved in a notebook: no row of a child, and no output but the sample's.

In: files of a commit, notebooks' outputs. Out: each refusal in one sentence.
Start at `check`. Most of it needs the standard library only, as git's hook runs it.
"""
