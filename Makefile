# The commands of the project. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help serve site check test bench lint lock clean
SHELL := /bin/bash
KNOWLEDGE := .venv/bin/knowledge
READY := .venv/ready

help: ## List the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/make \1|\2/' | column -t -s '|'

$(READY): requirements.lock pyproject.toml scripts/uv.lock scripts/setup.sh
	@scripts/setup.sh python
	@scripts/setup.sh documents
	@scripts/setup.sh spelling

serve: $(READY) ## Set up what is missing and serve the site at http://127.0.0.1:8000
	@$(KNOWLEDGE) serve

site: $(READY) ## Build what is published into site/
	@$(KNOWLEDGE) build

check: $(READY) ## Print the findings in the content
	@$(KNOWLEDGE) check

test: $(READY) ## Set up what is missing and run every test
	@scripts/setup.sh browser
	@.venv/bin/ruff check scripts tests
	@.venv/bin/ruff format --check scripts tests
	@.venv/bin/mypy
	@.venv/bin/pytest

bench: $(READY) ## Measure our build against the stock tools
	@scripts/setup.sh browser
	@.venv/bin/python tests/bench/first_view.py 2>/dev/null
	@.venv/bin/python tests/bench/catalogue.py 2>/dev/null
	@.venv/bin/python tests/bench/search.py 2>/dev/null
	@.venv/bin/python tests/bench/build.py

lint: $(READY) ## Mend what the style tools can mend
	@.venv/bin/ruff check --fix scripts tests
	@.venv/bin/ruff format scripts tests

lock: $(READY) ## Pin the newest versions that pyproject.toml allows
	@scripts/setup.sh lock

clean: ## Remove what was built and installed here
	rm -rf site .venv .venv-tools .cache
