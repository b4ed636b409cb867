# The table of contents of working here. Every target makes the environment that it needs.
#   make demo    the fictional portal page: cleaned, translated, spoken, published
#   make test    the test suite
#   make lint    ruff: style and formatting        make types   mypy, strict
#   make bench   the benchmarks                    make clean   away with all that was made
#   make bench-decoding   how many pages become the right text, beside the peers

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := demo-out

.PHONY: demo test lint types bench bench-decoding clean
.DELETE_ON_ERROR:

# A user's environment: langdu with its engine.
$(VENV)/installed: pyproject.toml scripts/make-venv
	sh scripts/make-venv $(PYTHON) $(VENV)
	sh scripts/pip $(PYTHON) $(VENV) install --quiet -e '.[all]'
	touch $@

# A developer's: and the tools.
$(VENV)/dev-installed: $(VENV)/installed requirements/dev.txt
	sh scripts/pip $(PYTHON) $(VENV) install --quiet -r requirements/dev.txt
	touch $@

demo: $(VENV)/installed
	$(BIN)/python examples/demo.py --out $(DEMO)

test: $(VENV)/dev-installed
	$(BIN)/python -m pytest

lint: $(VENV)/dev-installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev-installed
	$(BIN)/mypy

bench: $(VENV)/dev-installed
	$(BIN)/python benchmarks/bench_stages.py

# How well bytes become text, beside the peers, which only this needs.
$(VENV)/bench-decoding-installed: $(VENV)/dev-installed requirements/bench-decoding.txt
	sh scripts/pip $(PYTHON) $(VENV) install --quiet -r requirements/bench-decoding.txt
	touch $@

bench-decoding: $(VENV)/bench-decoding-installed
	$(BIN)/python benchmarks/bench_decoding.py --latin

clean:
	rm -rf $(VENV) $(DEMO) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
