#!/bin/sh
# Runs test programs (cmocka), several at a time, and closes with "N passed, N failed". What a program prints is shown
# when one of its tests fails. A program that ends without a word about its tests counts as one failure.
#
#   tools/check.sh PROGRAM...
set -u
dir=$(mktemp -d) || exit 3
trap 'rm -rf "$dir"' EXIT
export dir

run_one() {
  log=$dir/$(echo "$1" | tr / _)
  "$1" >"$log" 2>&1
  echo $? >"$log.status"
}

jobs=${JOBS:-$(nproc 2>/dev/null || echo 2)}
running=0
for program in "$@"; do
  run_one "$program" &
  running=$((running + 1))
  if [ "$running" -ge "$jobs" ]; then
    wait
    running=0
  fi
done
wait

passed=0 failed=0 skipped=0
for program in "$@"; do
  log=$dir/$(echo "$program" | tr / _)
  counts=$(awk '/^\[  PASSED  \] [0-9]+ test/ { p += $4 }
                /^\[  FAILED  \] [0-9]+ test/ { f += $4 }
                /^\[  SKIPPED \] [0-9]+ test/ { s += $4 }
                END { print p + 0, f + 0, s + 0 }' "$log")
  set -- $counts
  status=$(cat "$log.status")
  [ "$status" -ne 0 ] && [ "$2" -eq 0 ] && set -- "$1" 1 "$3"
  [ "$1" -eq 0 ] && [ "$2" -eq 0 ] && set -- 0 1 "$3"
  passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3))
  if [ "$2" -gt 0 ]; then
    echo "== $program: $1 passed, $2 failed (status $status)"
    grep -v '^\[ RUN  \|^\[       OK' "$log" | tail -n 200
  else
    echo "== $program: $1 passed"
  fi
done
[ "$skipped" -gt 0 ] && echo "$skipped skipped"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
