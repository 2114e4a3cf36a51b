"""What people type: the command line, and what make targets run besides (set-up, JupyterLab, locks, cleaning).

In: words typed at a terminal. Out: what they ask for, and an exit code. Start at `cli`; `kit/make.py` has the targets.
`setup_environment` and `clean` need the standard library only.
"""
