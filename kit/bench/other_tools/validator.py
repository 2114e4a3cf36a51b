"""Times the public validator's rules 166, 167, 440 and 441, run by the Python of an environment that has it.

    PYTHON validator.py REVIEWS.csv

It imports nothing of the kit: `csc-validator-be-903` wants versions of its own. Prints the seconds of its fastest run.
"""

import importlib
import sys
import time

RULES = ("166", "167", "440", "441")
RUNS = 5


def main(path):
    """Write the seconds of the fastest run to stdout."""
    pd = importlib.import_module("pandas")
    rules = [importlib.import_module("lac_validator.rules.lac2022_23.rule_" + code).validate for code in RULES]
    reviews = pd.read_csv(path, dtype=str)
    fastest = None
    for _ in range(RUNS):
        start = time.perf_counter()
        for rule in rules:
            rule({"Reviews": reviews.copy()})
        took = time.perf_counter() - start
        fastest = took if fastest is None else min(took, fastest)
    sys.stdout.write(str(fastest))


if __name__ == "__main__":
    main(sys.argv[1])
