# pressconv: what a developer types. Every target prepares .venv first; that costs nothing twice.

PYTHON ?= python3
ifeq ($(OS),Windows_NT)
VENV_BIN ?= .venv/Scripts
else
VENV_BIN ?= .venv/bin
endif

# PYTHONPATH: pytest loads plugins before it reads its own pythonpath setting.
PYTEST = PYTHONPATH=tests $(VENV_BIN)/python -m pytest -p plugins.no_skip -n auto --dist loadgroup
LOCK = uv pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 \
       --no-emit-index-url --no-emit-find-links --no-header

.DEFAULT_GOAL := help
.PHONY: help bootstrap outside demo pictures lint check test golden languages bench fuzz search sizes fonts \
        wheel lock

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

bootstrap: ## prepare .venv (Python 3.11 or newer is all it takes)
	@$(PYTHON) tools/bootstrap.py

outside: ## the same, and the outside validators (Java, Node.js, Chromium)
	@$(PYTHON) tools/bootstrap.py --outside

demo: bootstrap ## convert the samples to every format, into build/demo
	@$(VENV_BIN)/pressconv convert samples/*/*.xml -t xml,html,pdf,text -o build/demo \
	    --force

pictures: outside ## take pictures of all SAMPLES=… as readers see them, into build/pictures
	@$(VENV_BIN)/python tools/pictures.py $(SAMPLES)

lint: bootstrap ## format, lint, types
	$(VENV_BIN)/ruff format --check .
	$(VENV_BIN)/ruff check .
	$(VENV_BIN)/mypy

check: lint ## the same, and the fast tests: what to run before a commit
	$(PYTEST) -q -m "not outside and not slow"

test: outside ## every test, those with outside validators included
	$(PYTEST) -rs

golden: bootstrap ## rewrite the expected files of the golden tests; review the diff like code
	$(PYTEST) -q -m "not outside" --update-golden
	$(PYTEST) -q tests/test_heard.py --update-golden

languages: bootstrap ## write docs/languages.md from the language files
	@$(VENV_BIN)/python tools/languages_page.py > docs/languages.md

bench: bootstrap ## print the figures that we claim
	@for program in benchmarks/*.py; do $(VENV_BIN)/python $$program || exit 1; done

# Atheris is an extra (pip install pressconv[fuzz]); it looks for inputs by the code that they reach.
fuzz: bootstrap ## 10,000 mutated documents into every reader, then atheris where it is installed
	$(VENV_BIN)/python benchmarks/fuzz.py --runs 10000 --keep build/fuzz
	@! $(VENV_BIN)/python -c "import atheris" 2>/dev/null || for one in xml html text word; do \
	    $(VENV_BIN)/python tools/fuzz_atheris.py $$one 120 || exit 1; done

search: bootstrap ## properties with new examples, many more than the tests draw
	$(PYTEST) -q -m "hypothesis and not outside" --hypothesis-profile search

sizes: bootstrap ## modules and functions that grew long
	@$(VENV_BIN)/python tools/sizes.py

fonts: bootstrap ## fetch the fonts again from their named packages, and check every hash
	@$(VENV_BIN)/python fonts/build.py

wheel: bootstrap ## build the wheel into dist/
	$(VENV_BIN)/python -m build --no-isolation --wheel

lock: ## renew the locked requirements (needs uv)
	$(LOCK) --extra dev --output-file requirements/lock.txt pyproject.toml
	$(LOCK) --output-file requirements/outside.txt requirements/outside.in
	$(LOCK) --output-file requirements/readers.txt requirements/readers.in
