# sayso: two commands do everything on a fresh machine with Python 3.11+ and make: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := out/demo

.PHONY: help setup dev demo test lint bench gazetteer clean
.DELETE_ON_ERROR:

help:
	@echo "make setup   the program in .venv (.venv/bin/sayso)"
	@echo "make demo    an edition of the bundled examples, offline, in $(DEMO)"
	@echo "make test    all tests; what is absent (PostgreSQL, a browser, ../shared) is skipped, with the reason"
	@echo "make lint    ruff and mypy --strict"
	@echo "make bench   the quality gate and the benchmark table (needs ../shared/data)"

setup: $(VENV)/.base
dev: $(VENV)/.dev

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "sayso needs Python 3.11 or newer: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.base: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[uk]'
	@touch $@

$(VENV)/.dev: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[uk,web,postgres,dev]'
	@touch $@ $(VENV)/.base

demo: setup
	@mkdir -p $(DEMO)
	$(BIN)/sayso brief examples/2024-03-12 --format table --also $(DEMO)/edition.html --also $(DEMO)/edition.json
	@echo; echo "The edition: $(DEMO)/edition.html (open it in a browser), $(DEMO)/edition.json"

test: dev
	$(BIN)/python -m pytest -n auto -rs

lint: dev
	$(BIN)/ruff check src tests benchmarks training corpus packaging corpus
	$(BIN)/mypy

bench: dev
	$(BIN)/python -m benchmarks --shared ../shared

gazetteer:
	$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[packaging]'
	$(BIN)/python packaging/gazetteer.py

clean:
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache
