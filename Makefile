# dateline: `make run` opens the browser on the sample articles, `make test` runs every test.

SWIFT ?= swift
SEEDS := seeds
PREFIX ?= /usr/local
RELEASE := .build/release
# The system packages that building needs, by Debian's names, and a file that shows each is there.
PACKAGES := libncurses-dev:/usr/include/ncurses.h libsqlite3-dev:/usr/include/sqlite3.h \
  libarchive-dev:/usr/include/archive.h zlib1g-dev:/usr/include/zlib.h

.PHONY: run build test check format lint screens score bench scale kills train install clean packages lab help

help: ## Show what make can do
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 12

run: build ## Build if need be, and browse the sample articles
	@$(RELEASE)/dateline $(SEEDS)

build: packages ## Build the release program
	$(SWIFT) build -c release --product dateline

test: packages ## Build and run all tests
	$(SWIFT) build --build-tests
	SWIFT_BACKTRACE=interactive=no $(SWIFT) test --skip-build

check: lint test ## What must hold before a commit

screens: ## Record the screens that the tests compare with again; review the change
	RECORD_SCREENS=1 $(SWIFT) test --filter GoldenScreenTests

lint: ## Check the format of the sources
	$(SWIFT) format lint --strict -r Package.swift Sources Tests

format: ## Format the sources
	$(SWIFT) format format -i -r Package.swift Sources Tests

scale: build lab ## Spread 20,000 articles over Spark and xargs; all must agree (needs Java, python3)
	.ci/scale $(RELEASE)/dateline $(RELEASE)/dateline-lab

kills: build lab ## Kill indexing and deciding 200 times each; nothing may be lost (needs python3)
	.ci/kill $(RELEASE)/dateline $(RELEASE)/dateline-lab

lab:
	$(SWIFT) build -c release --product dateline-lab

bench: packages ## Measure the speed of the stages, one core, release build
	$(SWIFT) build -c release --product dateline-bench
	$(RELEASE)/dateline-bench --time-unit ms

score: build ## Score a release build on development data: make score TOOLS=folder of evaluate.py
	$(SWIFT) build -c release --product dateline-lab
	python3 $(TOOLS)/evaluate.py --seeds $(SEEDS) --lab $(RELEASE)/dateline-lab $(RELEASE)/dateline

train: lab ## Train the weights again: make train DATA=folder that holds ner/ and syntax/
	$(RELEASE)/dateline-lab train-syntax --data $(DATA)
	$(RELEASE)/dateline-lab train-names --data $(DATA)

install: build ## Install the program and its manual below PREFIX
	install -D -m 755 $(RELEASE)/dateline $(DESTDIR)$(PREFIX)/bin/dateline
	install -D -m 644 doc/dateline.1 $(DESTDIR)$(PREFIX)/share/man/man1/dateline.1

clean: ## Remove what was built
	rm -rf .build

# Installs what is missing where apt-get is there, else says what to install.
packages:
	@.ci/packages $(PACKAGES)
