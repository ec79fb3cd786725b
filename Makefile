# The commands of the README. `make help` lists them.
.PHONY: help setup build demo test test-system test-browser format lint accept clean

# What the linked C libraries need; .ci/run checks that none is missing here.
DEBIAN_PACKAGES := libcsv-dev libxml2-dev libzip-dev libxlsxwriter-dev libphonenumber-dev libsqlite3-dev libcurl4-openssl-dev libssl-dev pkg-config
# What the tests in a browser need; Debian's Python, for the venv is of its version.
BROWSER_PACKAGES := chromium chromium-driver fonts-liberation python3-venv
# What the tests of the system need: a cron that is Debian's, and Python.
SYSTEM_PACKAGES := cron python3
KONTOR := .build/release/kontor

help: ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup:
	@.ci/install-packages $(DEBIAN_PACKAGES)

build: setup ## install missing system libraries, build the release
	swift build -c release --static-swift-stdlib --product kontor

demo: build ## run pipelines/demo.yaml and write out/demo anew
	@rm -rf out/demo
	@$(KONTOR) run pipelines/demo.yaml

# Swift's own tools leave empty folders in TMPDIR at every call; in a folder of ours they can go.
test: setup ## run all tests
	@rm -rf .build/tmp && mkdir -p .build/tmp
	TMPDIR="$(CURDIR)/.build/tmp" swift test
	@rm -rf .build/tmp

# The tests are in the debug build, what they call is the release build.
test-system: build ## as root: kill 200 runs, erase one of 2,000, real cron, full disk, sources that change
	@.ci/install-packages $(SYSTEM_PACKAGES)
	KONTOR_PROGRAM="$(CURDIR)/$(KONTOR)" /usr/bin/python3 -B -m unittest discover -s Tests/System
	@mkdir -p .build/tmp
	TMPDIR="$(CURDIR)/.build/tmp" KONTOR_KILLS=200 KONTOR_PROGRAM="$(CURDIR)/$(KONTOR)" \
		swift test --filter "KillTests|EraseCommandTests"
	@rm -rf .build/tmp

# Pictures of the pages are left in .build/browser.
test-browser: build .build/browser/venv/made ## use the review page in a headless Chromium
	@.ci/install-packages $(BROWSER_PACKAGES)
	KONTOR_PROGRAM="$${KONTOR_PROGRAM:-$(CURDIR)/$(KONTOR)}" \
		.build/browser/venv/bin/python -B -m unittest discover -s Tests/Browser

.build/browser/venv/made: Tests/Browser/requirements.txt
	@.ci/install-packages $(BROWSER_PACKAGES)
	@rm -rf .build/browser/venv && /usr/bin/python3 -m venv .build/browser/venv
	@.build/browser/venv/bin/pip install -q --disable-pip-version-check -r $<
	@touch $@

format: ## format all sources
	swift format format -i -r Sources Tests Package.swift

lint: ## check the format of all sources
	swift format lint --strict -r Sources Tests Package.swift

accept: build ## CASE=NAME: rewrite the expected outputs of a case
	@.ci/accept-case $(KONTOR) "$(CASE)"

clean: ## remove what was built and written
	rm -rf .build out
