# The one door. `make` alone lists what there is. Each recipe is one Python command, so that cmd.exe runs it too.

ifeq ($(OS),Windows_NT)
PYTHON ?= python
else
PYTHON ?= python3
endif

# Sets up what the target needs, once, then runs that environment's Python.
IN := @$(PYTHON) -I kit/setup_environment.py

# What the person typed reaches the kit through the environment, as it is: make expands nothing in it, and no shell
# sees it. The kit's command line refuses what it does not know.
ifdef YEAR
export KIT_YEAR := $(value YEAR)
CHECK_FILES := yes
endif
ifdef AS_AT
export KIT_AS_AT := $(value AS_AT)
endif
ifdef COUNCIL
export KIT_COUNCIL := $(value COUNCIL)
CHECK_FILES := yes
endif
# `make test` checks the code, whatever year it is given.
ifneq ($(MAKECMDGOALS),check)
CHECK_FILES :=
endif
unexport YEAR AS_AT COUNCIL

ifdef UPGRADE
LOCK_OPTIONS := --upgrade
endif

export PYTHONUTF8 := 1

PYTEST := -m pytest -n logical --maxprocesses 8

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help report figures problems extracts words sample lab test check bench fix nbval golden wheels lock clean

help: ## List every target with a sentence.
	@$(PYTHON) -I kit/make_help.py

report: ## Make the year-on-year report: make report YEAR=2021 COUNCIL=sample; AS_AT=2020-09-30 for a part of the year.
	$(IN) report -- -m kit report

figures: ## Print the figures, small numbers hidden, as CSV: make figures YEAR=2021 > figures.csv.
	$(IN) report -- -m kit figures

problems: ## Print every row that was left out or doubted, as CSV (internal: it shows values).
	$(IN) report -- -m kit problems

extracts: ## Read a council's raw files into typed Parquet extracts, with a manifest.
	$(IN) report -- -m kit extracts

words: ## Make the files for your own words on each chapter, with prompts: make words YEAR=2021 COUNCIL=sample.
	$(IN) report -- -m kit words

sample: ## Make the made-up sample council's raw files again; they come out identical.
	$(IN) report -- -m kit sample

lab: ## Open the notebooks in JupyterLab; with COUNCIL=x, ignored copies set to that council.
	$(IN) lab -- -m kit.lab

test: check ## Check everything, then run every test, the notebooks among them.
	$(IN) test -- $(PYTEST) --nbval tests notebooks

check: ## Check the code, changing nothing; with YEAR=2021 COUNCIL=x, a council's files: what to mend, and why.
ifdef CHECK_FILES
	$(IN) report -- -m kit check
else
	$(IN) test -- -m ruff check .
	$(IN) test -- -m ruff format --check .
	$(IN) test -- -m mypy
	$(IN) test -- -m pytest -q -p no:cacheprovider tests/conventions
endif

bench: ## Time intake, reports, figures and national scale beside other tools, as ratios; keeps reports/bench/<date>.csv.
	$(IN) bench -- -m kit bench

fix: ## Correct what the linter and the formatter can correct; changes files.
	$(IN) test -- -m ruff check --fix .
	$(IN) test -- -m ruff format .

nbval: ## Run every notebook on the sample council and compare it with its committed outputs.
	$(IN) test -- $(PYTEST) --nbval notebooks

golden: ## Run the notebooks and golden figures again and keep what comes out; look at the difference before committing.
	$(IN) test -- -m kit golden

wheels: ## Download every package into wheels/, to carry to a computer without internet.
	$(IN) report -- -I -m pip download --no-deps --only-binary=:all: --require-hashes \
		-r requirements/test.lock.txt -d wheels

lock: ## Lock the packages of pyproject.toml again, with their hashes; UPGRADE=yes takes the newest versions.
	$(IN) test -- -m kit.lock $(LOCK_OPTIONS)

clean: ## Remove the sample's generated files and the tools' caches; never anybody's data, params or words.
	@$(PYTHON) -I kit/clean.py
