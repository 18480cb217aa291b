# make demo   the main job: sample wire, local web channel; no token, no network
# make test   every check and test
# make run    with config.yaml and the tokens in the environment
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
PORT   ?= 8765

.PHONY: demo test run clean
.DELETE_ON_ERROR:

demo: $(VENV)/.installed
	@exec $(BIN)/tidings demo --port $(PORT)

run: $(VENV)/.installed
	@exec $(BIN)/tidings run

test: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest --numprocesses 2 -m "$(if $(CI),slow or not slow,not slow)"
	$(BIN)/python -m build --wheel --no-isolation --outdir dist .

clean:
	rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing Tidings into $(VENV) ..."
	@$(PIP) pip
	@$(PIP) --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo "Installing the development tools into $(VENV) ..."
	@$(PIP) --group dev
	@touch $@
