# Everything rests on setup: a virtual environment in the checkout, built from the hashed lock.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help setup run test check format bench messages pictures tables lock clean

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP) ## Build .venv with everything the lock names

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Wagebook needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3'; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

run: $(STAMP) ## Open the app
	@$(BIN)/wagebook

test: $(STAMP) ## Run the tests
	PYTHONHASHSEED=0 $(BIN)/python -m pytest -n auto

check: $(STAMP) ## Run the linters and the type checker
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMP) ## Format the code
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

tables: $(STAMP) ## Write what the pay-rule packs say into docs/rules.md
	$(BIN)/python -m docs.write_rules

bench: $(STAMP) ## Measure speeds (rates and ratios)
	$(BIN)/python -m tests.bench

messages: $(STAMP) ## Bring the catalogues of Korean and Chinese up to date with the source
	$(BIN)/python -m models.locale

pictures: $(STAMP) ## Take the tour's pictures from the running app (needs rsvg-convert, pdftoppm)
	$(BIN)/python -m docs.take_pictures

lock: ## Write requirements.lock anew (needs uv)
	uv pip compile pyproject.toml --group build --group dev --universal --generate-hashes --no-header \
		--no-annotate --python-version 3.11 --quiet --output-file requirements.lock

clean: ## Remove what was built
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis build dist
