# Runs, tests and checks the site. Everything made lies in .venv/ and var/; see README.md.

PORT ?= 8000
PYTHON := .venv/bin/python
# Each file's tests stay together: those of one file may share a server. In the order of the files, so
# that the browser's long journeys come first and no processor waits for one of them at the end.
# One more at a time than there are processors: the browser's tests wait more than they work.
PROCESSORS := $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
PARALLEL := -n $(shell expr $(PROCESSORS) + 1) --maxprocesses 8 --dist loadfile --no-loadscope-reorder
COMPILE := $(PYTHON) -m uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate requirements.txt

.PHONY: help run sign-ins test test-fast coverage bench soak chaos check audit production-check lock clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-17s %s\n", $$1, $$2 }' Makefile

run: .venv/.local ## serve the site with sample content at http://127.0.0.1:PORT (8000)
	@SITE_ADDRESS=http://127.0.0.1:$(PORT) $(PYTHON) manage.py run_locally --port $(PORT)

sign-ins: .venv/.local ## show how the sample people sign in, with this half minute's codes
	@$(PYTHON) manage.py sample_sign_ins

test: .venv/.test ## run all tests, browser included
	@CHROMIUM="$$(.ci/chromium)" NGINX="$$(.ci/nginx)" $(PYTHON) -m pytest $(PARALLEL)

test-fast: .venv/.test ## run all tests but those in a browser
	@NGINX="$$(.ci/nginx)" $(PYTHON) -m pytest $(PARALLEL) --ignore=tests/browser

coverage: .venv/.test ## run all tests and say which lines and branches none of them reached
	@rm -f var/cache/coverage*
	@CHROMIUM="$$(.ci/chromium)" NGINX="$$(.ci/nginx)" $(PYTHON) -m coverage run -m pytest $(PARALLEL)
	@$(PYTHON) -m coverage combine --quiet 2>/dev/null; rm -f var/cache/coverage.*
	@$(PYTHON) -m coverage report

bench: .venv/.test ## measure pages, first rendered and kept, with 100, 1,000 and 10,000 made-up reviews
	@$(PYTHON) -m tests.bench

soak: .venv/.test ## send 1,000 referrals while server processes are killed, and count the receipts
	@$(PYTHON) -m tests.soak

chaos: .venv/.test ## have 200 people read whom to call while the database is killed, hangs and refuses
	@$(PYTHON) -m tests.chaos

run sign-ins check: export TSCB_DEVELOPMENT = 1
check: .venv/.check ## format, lint, types, templates, migrations, known weaknesses
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy .
	$(PYTHON) -m djlint --check --lint --quiet templates
	$(PYTHON) manage.py makemigrations --check --dry-run
	@$(MAKE) --no-print-directory audit

audit: .venv/.check ## ask whether production's packages have known weaknesses
	@.ci/audit

production-check: .venv/.local ## Django's deployment check under production settings
	@.ci/production-check

lock: .venv/.check ## renew the locks after a change of requirements.txt or pyproject.toml
	$(COMPILE) --group check --output-file .locks/check.lock
	$(COMPILE) --group test --constraint .locks/check.lock --output-file .locks/test.lock
	$(COMPILE) --group local --constraint .locks/check.lock --output-file .locks/local.lock
	$(COMPILE) --constraint .locks/check.lock --output-file .locks/production.lock

clean: ## remove all that was made: environment, files, database
	@.ci/remove-database
	rm -rf .venv var

.venv/.%: .locks/%.lock
	@.ci/environment $*
	@touch $@
