#!/bin/bash
# What the rules of the house ask of the sources, as far as a program can tell. Says every fault it finds, then how many.
#
#   tools/lint.sh OBJECTS      OBJECTS: directory of the compiled sources (src/*/*.o below it)
set -u
shopt -s lastpipe # so that the last part of a pipe can count
cd "$(dirname "$0")/.."
objects=${1:?directory of the compiled sources}
faults=0

say() { # one fault
  echo "lint: $*"
  faults=$((faults + 1))
}

say_all() { # a fault a line of input, behind a prefix
  local line
  while IFS= read -r line; do [ -n "$line" ] && say "$1$line"; done
}

sources() { # C files, or files of the other endings given
  local endings=("$@") e
  [ $# -eq 0 ] && endings=(c h)
  for e in "${endings[@]}"; do find src include tests bench -name "*.$e" -type f 2>/dev/null; done | sort
}

# ---- form ----

check_format() {
  local file
  for file in $(sources); do
    clang-format --dry-run -Werror "$file" >/dev/null 2>&1 || say "$file: run clang-format -i on it"
  done
}

# A function begins with a line that ends in ") {" at the margin and ends with "}" there.
check_lengths() {
  local file
  for file in $(sources); do
    awk -v file="$file" '
      /^[A-Za-z_].*\) \{$/ || /^[A-Za-z_ ].*\)$/ { name = $0; from = FNR }
      /^[ ]+.*\) \{$/ && !from { from = FNR; name = $0 }
      /^}/ { if (from && FNR - from + 1 > 70) printf "%s:%d: function of %d lines (70 at most)\n", file, from, FNR - from + 1
             from = 0 }
      END { if (FNR > 600 && file !~ /^tests\//) printf "%s: %d lines (600 at most)\n", file, FNR }' "$file"
  done | say_all ""
}

check_words() {
  grep -rnEw 'TODO|FIXME|HACK' src include tests tools bench xml Makefile .ci \
    --exclude=lint.sh --exclude-dir=corpus 2>/dev/null | say_all "unfinished: "
  grep -rniE '\b(IECM|COVIN|instituto electoral|ciudad de m.xico)\b' src include | say_all "an institution's word in C: "
}

# ---- layers ----

# room: what it may include of the others, and which libraries are its own
rooms='
base:
tag: base
fo: base tag
graphic: base tag fo
text: base tag fo graphic
layout: base tag fo graphic text
pdf: base tag fo graphic text layout
source: base
api: base tag fo graphic text layout pdf source
cli: base
'
libraries='
hpdf pdf/
libxml/ source/ fo/tree graphic/svg
libxslt/ source/
libexslt/ source/
hb text/ pdf/
unicode/ text/
hyphen.h text/
libdeflate.h graphic/ pdf/
locale.h cli/
libintl.h cli/
'

check_layers() {
  local file room allowed included other
  for file in $(find src -name '*.[ch]' | sort); do
    room=${file#src/} room=${room%%/*}
    allowed=$(echo "$rooms" | sed -n "s/^$room://p")
    echo "$rooms" | grep -q "^$room:" || say "$file: the room $room is not in the table of tools/lint.sh"
    for included in $(sed -n 's/^ *# *include "\([^"]*\)".*/\1/p' "$file"); do
      other=${included%%/*}
      case " $room pliego $allowed " in *" $other "*) ;; *) say "$file: $room must not include $included" ;; esac
      [ -e "src/$included" ] || [ -e "include/$included" ] || say "$file: includes $included, which is not there"
    done
  done
}

check_libraries() {
  local prefix places file place found
  while read -r prefix places; do
    [ -n "$prefix" ] || continue
    for file in $(grep -rlE "^ *# *include <$prefix" src include); do
      found=
      for place in $places; do case ${file#src/} in "$place"*) found=1 ;; esac; done
      [ -n "$found" ] || say "$file: includes <$prefix...>, which belongs to $places only"
    done
  done <<<"$libraries"
}

# ---- state ----

# Variables that can change: everything in sections for data, save what is constant once loaded (.data.rel.ro).
check_globals() {
  local object
  find "$objects/src" -name '*.o' 2>/dev/null | grep -q . || { say "no objects in $objects"; return; }
  for object in $(find "$objects/src" -name '*.o' | sort); do
    [ -e "${object#"$objects/"}" ] || [ -e "$(echo "${object#"$objects/"}" | sed 's/o$/c/')" ] || continue
    objdump -t "$object" | awk -v object="${object#"$objects/"}" '
      / O \.(data|bss|tdata|tbss)/ && !/ \.data\.rel\.ro/ { print object ": mutable global " $NF }
      / O \*COM\*/ { print object ": mutable global " $NF }'
  done | say_all ""
}

# Where memory of libraries is taken or given back.
bridges='base/|source/|text/hyphen\.c|fo/tree\.c'

check_allocation() {
  grep -nE '\b(malloc|calloc|realloc|free|strdup|strndup|asprintf)\(' -r src --include='*.[ch]' |
    grep -vE "^src/($bridges)|^[^:]*:[0-9]*: *(\*|/\*)" | say_all "allocation outside an arena: "
}

# ---- tables ----

# Rows of .def files: no argument may be empty, every file is used.
check_tables() {
  local file
  for file in $(find src -name '*.def' | sort); do
    sed 's/"\([^"\\]\|\\.\)*"/""/g' "$file" | awk -v file="$file" '
      /^[A-Z_0-9]+\(/ && /\( *,|, *,|, *\)/ { print file ":" FNR ": a row is not complete" }' | say_all ""
    grep -rqF "#include \"${file#src/}\"" src tests || say "$file: is not used"
  done
}

# ---- the rest ----

check_xml() {
  local file
  for file in $(find xml tests/cases -type f \( -name '*.xml' -o -name '*.xsl' -o -name '*.xsd' -o -name '*.fo' \) | sort); do
    xmllint --noout --nonet --nowarning "$file" >/dev/null 2>&1 || say "$file: not well-formed"
  done
}

check_scripts() {
  local file
  for file in tools/*.sh bench/*.sh .ci/run; do
    [ -e "$file" ] || continue
    bash -n "$file" || say "$file: cannot be read by the shell"
    [ -x "$file" ] || say "$file: is not executable"
  done
}

check_format
check_lengths
check_words
check_layers
check_libraries
check_globals
check_allocation
check_tables
check_xml
check_scripts
echo "$faults faults"
[ "$faults" -eq 0 ]
