#!/bin/sh
# Fuzzes for a number of seconds, from the FO cases and from what was found before (tests/fuzz/found). Inputs that widen
# the coverage are kept beside the program from run to run; one that fails is left there as crash-*, slow-*, oom-*.
#
#   tests/fuzz/run.sh PROGRAM SECONDS
set -eu
program=$1 seconds=$2
cd "$(dirname "$0")/../.."
work=$(dirname "$program")
mkdir -p "$work/corpus" "$work/found"

# Every word that the language knows, from the tables that the program is made of.
{
  sed -n 's/^FO_ELEMENT([A-Z_0-9]*, "\([^"]*\)".*/"fo:\1"/p' src/fo/elements.def
  sed -n 's/^FO_\(PROPERTY\|PROPERTY_PLAIN\|SHORTHAND\)([A-Z_0-9]*, "\([^"]*\)".*/" \2=\\""/p' src/fo/properties.def src/fo/shorthands.def
  sed -n 's/^FO_KEYWORD([A-Z_0-9]*, "\([^"]*\)").*/"\1"/p' src/fo/keywords.def
  sed -n 's/^FO_FUNCTION("\([^"]*\)".*/"\1("/p' src/fo/functions.def
  printf '%s\n' '"0pt"' '"12pt"' '"-5mm"' '"100%"' '"1em"' '"2147483647pt"' '"999999999"' '"</fo:block>"' '"<fo:block>"' \
    '"\xC2\xAD"' '"\xC2\xA0"' '"\xE2\x80\x8B"' '"&#10;"' '"force"' '"1*"' '" id=\"a\""' '" ref-id=\"a\""'
} | sort -u >"$work/fo.dict"

options="-dict=$work/fo.dict -artifact_prefix=$work/found/ -timeout=20 -rss_limit_mb=2048 -max_len=20000 -print_final_stats=1"
export ASAN_OPTIONS="detect_leaks=1:allocator_may_return_null=1:max_allocation_size_mb=1024:${ASAN_OPTIONS:-}"
export UBSAN_OPTIONS="print_stacktrace=1:${UBSAN_OPTIONS:-}"
jobs=${FUZZ_JOBS:-$(nproc 2>/dev/null || echo 1)}
[ "$jobs" -gt 8 ] && jobs=8
before=$(ls "$work/found" | wc -l)
seeds=tests/cases
[ -d tests/fuzz/found ] && seeds="$seeds tests/fuzz/found"
log=$work/fuzz.log
status=0
"$program" $options -fork="$jobs" -ignore_crashes=1 -ignore_timeouts=1 -ignore_ooms=1 -max_total_time="$seconds" \
  "$work/corpus" $seeds >"$log" 2>&1 || status=$?
after=$(ls "$work/found" | wc -l)
runs=$(sed -n 's/^#\([0-9]*\): cov: \([0-9]*\).*/\1 inputs, \2 edges/p' "$log" | tail -n 1)
found=$((after - before))
[ "$found" -gt 0 ] && grep -E '^SUMMARY|ERROR: (AddressSanitizer|LeakSanitizer|libFuzzer)|runtime error|Assertion' "$log" | sort | uniq -c | sort -rn | head -n 20
[ "$status" -ne 0 ] && [ "$found" -eq 0 ] && tail -n 20 "$log"
echo "fuzz: ${runs:-no inputs}, $found failures in $seconds seconds"
[ "$found" -eq 0 ] && [ "$status" -eq 0 ] && [ -n "$runs" ]
