# Pliego. `make pat` makes the session PDF, `make check` runs all tests; both install what they need first.
PREFIX ?= /usr/local
DESTDIR ?=
CC ?= cc
CFLAGS ?= -O2 -g
BUILD ?= build
# A part of the library alone: make check MODULES="base fo" TESTS="fo_tree"
MODULES ?= base tag fo graphic text layout pdf source api
TESTS ?=

PKGS = harfbuzz harfbuzz-subset libxml-2.0 libxslt libexslt icu-uc libdeflate
WARNINGS = -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wpointer-arith
ALL_CFLAGS = -std=c17 -D_GNU_SOURCE -Isrc -Iinclude $(WARNINGS) $(SAN) $(CFLAGS) $(shell pkg-config --cflags $(PKGS) 2>/dev/null) -MMD -MP
LIBS = $(shell pkg-config --libs $(PKGS) 2>/dev/null) -lhpdf -lhyphen -lm

SRCS = $(wildcard $(addsuffix /*.c,$(addprefix src/,$(MODULES))))
OBJS = $(SRCS:%.c=$(BUILD)/%.o)
CLI_SRCS = $(wildcard src/cli/*.c)
CLI_OBJS = $(CLI_SRCS:%.c=$(BUILD)/%.o)
LIB = $(BUILD)/libpliego.a

UNIT_SRCS = $(if $(TESTS),$(addsuffix .c,$(addprefix tests/unit/test_,$(TESTS))),$(wildcard tests/unit/test_*.c))
UNIT_BINS = $(UNIT_SRCS:%.c=$(BUILD)/%)

all: $(BUILD)/pliego

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -c $< -o $@

$(LIB): $(OBJS)
	@rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/pliego: $(CLI_OBJS) $(LIB)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) $^ $(LIBS) -o $@

$(BUILD)/tests/unit/test_%: $(BUILD)/tests/unit/test_%.o $(LIB)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) $^ -lcmocka $(LIBS) -o $@

# Whole documents, from the source to what a reader gets back. They run $(PLIEGO), the built command.
DOC_BINS = $(patsubst %.c,$(BUILD)/%,$(wildcard tests/documents/test_*.c))
DOC_HELPERS = $(patsubst %.c,$(BUILD)/%.o,$(filter-out tests/documents/test_%,$(wildcard tests/documents/*.c)))
$(BUILD)/tests/documents/test_%: $(BUILD)/tests/documents/test_%.o $(DOC_HELPERS)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) $^ -lcmocka -o $@

check-documents: $(BUILD)/pliego $(DOC_BINS)
	@for t in $(DOC_BINS); do echo "== $$t"; PLIEGO=$(BUILD)/pliego $$t || exit 1; done

check-unit: $(UNIT_BINS)
	@for t in $^; do echo "== $$t"; $$t || exit 1; done

# All tests; the last line says how many passed and failed.
check: $(BUILD)/pliego $(UNIT_BINS) $(DOC_BINS)
	@PLIEGO=$(BUILD)/pliego tools/check.sh $(UNIT_BINS) $(DOC_BINS)

# The same under AddressSanitizer (leaks too) and UndefinedBehaviorSanitizer.
SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
check-asan:
	@ASAN_OPTIONS=detect_leaks=1:halt_on_error=1:allocator_may_return_null=1 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
	  $(MAKE) --no-print-directory BUILD=$(BUILD)-asan SAN="$(SANITIZE)" CFLAGS="-O1 -g" check

# Everything compiled, nothing linked.
objects: $(OBJS) $(CLI_OBJS) $(UNIT_BINS:=.o) $(DOC_BINS:=.o) $(DOC_HELPERS)

# Both compilers without a warning, then the rules of the house.
lint:
	@$(MAKE) --no-print-directory CC=gcc BUILD=$(BUILD)-lint-gcc CFLAGS="-O2 -g -Werror" objects
	@$(MAKE) --no-print-directory CC=clang BUILD=$(BUILD)-lint-clang CFLAGS="-O2 -g -Werror" objects
	@tools/lint.sh $(BUILD)-lint-gcc

# FO to PDF with whatever bytes there are; see tests/fuzz/README.md.
FUZZ_SECONDS ?= 120
FUZZ_BUILD = $(BUILD)-fuzz
FUZZ_SAN = -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
$(BUILD)/tests/fuzz/fuzz_fo: $(BUILD)/tests/fuzz/fuzz_fo.o $(LIB)
	$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer $(LDFLAGS) $^ $(LIBS) -o $@
fuzz:
	@$(MAKE) --no-print-directory CC=clang BUILD=$(FUZZ_BUILD) SAN="$(FUZZ_SAN)" CFLAGS="-O1 -g" $(FUZZ_BUILD)/tests/fuzz/fuzz_fo
	@tests/fuzz/run.sh $(FUZZ_BUILD)/tests/fuzz/fuzz_fo $(FUZZ_SECONDS)

# Time and instructions, side by side with Apache FOP; see bench/README.md.
bench: $(BUILD)/pliego
	@bench/run.sh $(BUILD)/pliego

clean:
	rm -rf $(BUILD) $(BUILD)-asan $(BUILD)-lint-gcc $(BUILD)-lint-clang $(BUILD)-fuzz out

-include $(OBJS:.o=.d) $(CLI_OBJS:.o=.d) $(UNIT_BINS:=.d) $(DOC_BINS:=.d) $(DOC_HELPERS:.o=.d)
.PHONY: all objects check check-unit check-documents check-asan lint fuzz bench clean
.SECONDARY:
