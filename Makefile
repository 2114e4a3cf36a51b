# The one door. `make` alone lists what there is; kit/make.py holds the list, and does the same without make.
# The recipe is one Python command, so that cmd.exe runs it too.

ifeq ($(OS),Windows_NT)
PYTHON ?= python
else
PYTHON ?= python3
endif

# What the person typed reaches the kit through the environment, as it is: make expands nothing in it, and no shell
# sees it. The kit refuses what it does not know.
NAMES := YEAR COUNCIL AS_AT TO UPGRADE BY APPROVED_BY REVISE
given = $(filter-out undefined,$(origin $(1)))
$(foreach name,$(NAMES),$(if $(call given,$(name)),$(eval export KIT_$(name) := $$(value $(name)))))
unexport $(NAMES)

.DEFAULT_GOAL := help
.NOTPARALLEL:
GOALS := $(or $(MAKECMDGOALS),$(.DEFAULT_GOAL))
.PHONY: $(GOALS)

$(GOALS):
	@$(PYTHON) -I kit/make.py "$@"
