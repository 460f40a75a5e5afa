#!/usr/bin/env bash
# Times printing, one way after the other in one run: a hundred cards of a made-up workspace to PDF by Plumbline, then three
# of the same cards, as the pages that card --format html writes, by Chromium and by LibreOffice, each started anew for a card.
#
#   bash packaging/paper.sh [CARDS] [PROGRAM]     100 cards by build/release/app/plumbline unless named
#
# Prints a table: who printed, how many cards, milliseconds a card by the clock and of a processor (on a busy machine the clock
# says little). Who is not installed is named as such. Everything is made
# in a temporary folder.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cards=${1:-100}
program=${2:-$root/build/release/app/plumbline}
[[ $cards =~ ^([3-9]|[1-9][0-9]+)$ ]] || { echo "usage: paper.sh [CARDS, 3 or more] [PROGRAM]" >&2; exit 2; }
[ -x "$program" ] || { echo "There is no $program: cmake --build --preset release --target plumbline" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
workspace=$folder/cards.plumbline

# begin: from now on time counts, by the clock and of the processor.
begin() {
    clock=$(date +%s%N)
    busy=$(spent)
}
# spent: milliseconds of a processor that what was started has taken.
spent() { awk '{ print ($16 + $17) * 10 }' "/proc/$$/stat"; }
# row WHO CARDS: milliseconds a card since begin.
row() {
    printf '%-34s %5d %12.1f %12.1f\n' "$1" "$2" "$(awk "BEGIN {print ($(date +%s%N) - $clock) / 1e6 / $2}")" \
        "$(awk "BEGIN {print ($(spent) - $busy) / $2}")"
}

# others WHO COMMAND…: prints three pages by a command that is given the page and the file to write.
others() {
    local who=$1 symbol
    shift
    if ! command -v "$2" >/dev/null 2>&1; then
        printf '%-34s %s\n' "$who" "not installed"
        return
    fi
    begin
    for symbol in "${symbols[@]}"; do
        "$1" "$folder/$symbol.html" "$folder/$symbol.pdf" >"$folder/log" 2>&1 || true
        if [ ! -s "$folder/$symbol.pdf" ]; then
            printf '%-34s %s\n' "$who" "printed nothing: $(tail -n 1 "$folder/log")"
            return
        fi
    done
    row "$who" "${#symbols[@]}"
    rm -f -- "$folder"/*.pdf
}
by_chromium() {
    timeout 120 chromium --headless --no-sandbox --disable-gpu --user-data-dir="$folder/chromium" \
        --no-pdf-header-footer --print-to-pdf="$2" "file://$1"
}
by_libreoffice() {
    timeout 120 soffice -env:UserInstallation="file://$folder/office" --headless --infilter="HTML (StarCalc)" --convert-to pdf \
        --outdir "$(dirname "$2")" "$1"
}

"$program" --workspace "$workspace" sample "$workspace" --companies "$cards" >/dev/null 2>&1
mapfile -t symbols < <("$program" --workspace "$workspace" rank --format csv | tail -n +2 | head -n 3 | cut -d, -f2)
for symbol in "${symbols[@]}"; do
    "$program" --workspace "$workspace" card "$symbol" --format html --out "$folder/$symbol.html"
done

printf '%-34s %5s %12s %12s\n' "printed by" "cards" "ms a card" "of processor"
begin
"$program" --workspace "$workspace" card --all --format pdf --out "$folder/printed" >/dev/null 2>&1
row "Plumbline, all in one go" "$(find "$folder/printed" -name '*.pdf' | wc -l)"
begin
for symbol in "${symbols[@]}"; do
    "$program" --workspace "$workspace" card "$symbol" --format pdf --out "$folder/one.pdf" 2>/dev/null
done
row "Plumbline, started anew for each" "${#symbols[@]}"
others "Chromium, of the same as HTML" by_chromium chromium
others "LibreOffice, of the same as HTML" by_libreoffice soffice
