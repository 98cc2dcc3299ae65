#!/bin/sh
# fop-compare.sh [-t TEMPLATE.xsl] [-d DIR] [-r DPI] [SOURCE.xml]: the same FO through Apache FOP, as pages to look at.
# Leaves DIR/NAME.fo, DIR/NAME-fop.pdf and DIR/NAME-fop-NN.png; a NAME.pdf of ours in out/ is drawn beside them.
# Needs: fop, xsltproc, poppler-utils.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
template=$root/xml/plantillas/pat.xsl dir=$root/build/fop dpi=80
while getopts t:d:r: opt; do
    case $opt in
    t) template=$OPTARG ;;
    d) dir=$OPTARG ;;
    r) dpi=$OPTARG ;;
    *) sed -n 's/^# //; 2p' "$0" >&2; exit 2 ;;
    esac
done
shift $((OPTIND - 1))
source=${1:-$root/xml/programas/covin-2026.xml}
name=$(basename "$template" .xsl)-$(basename "$source" .xml)

for tool in fop xsltproc pdftoppm; do
    command -v $tool >/dev/null || { echo "fop-compare: $tool is not installed" >&2; exit 3; }
done
mkdir -p "$dir"
rm -f "$dir/$name"*.png
xsltproc --xinclude -o "$dir/$name.fo" "$template" "$source"
fop -q -c "$root/tests/documents/fop/fop.xconf" -fo "$dir/$name.fo" -pdf "$dir/$name-fop.pdf" 2>"$dir/$name-fop.log" ||
    { cat "$dir/$name-fop.log" >&2; exit 1; }
# Debian's wrapper says what it did not find of the JVM; FOP's own messages matter.
grep -v '^\[warning\] /usr/bin/fop' "$dir/$name-fop.log" >&2 || :
pdftoppm -r "$dpi" -png "$dir/$name-fop.pdf" "$dir/$name-fop"
[ ! -f "$root/out/$name.pdf" ] || pdftoppm -r "$dpi" -png "$root/out/$name.pdf" "$dir/$name"
ls "$dir/$name"*
