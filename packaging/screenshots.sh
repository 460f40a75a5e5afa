#!/usr/bin/env bash
# Pictures of every pane and state of the window, dark and light, at 900x600, 1280x800 and 1920x1080, as PNG: each one alone,
# a contact sheet for each theme and size, index.html over all, and the README's two (window-dark.png, window-light.png).
#
#   bash packaging/screenshots.sh FOLDER [PROGRAM]     PROGRAM: build/release/tests/pictures unless named
#
# Needs Xvfb and ImageMagick. Settings and workspaces are made in a temporary folder; what is started is ended.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
[ "$#" -ge 1 ] || { echo "usage: screenshots.sh FOLDER [PROGRAM]" >&2; exit 2; }
program=${2:-$root/build/release/tests/pictures}
[ -x "$program" ] || { echo "There is no $program: cmake --build --preset release --target pictures" >&2; exit 1; }
for tool in Xvfb montage convert; do
    command -v "$tool" >/dev/null 2>&1 || { echo "$tool is missing: apt-get install xvfb imagemagick" >&2; exit 1; }
done
mkdir -p "$1"
folder=$(cd "$1" && pwd)
rm -f -- "$folder"/[0-9][0-9]-*.png "$folder"/sheet-*.png

env LC_ALL=C.UTF-8 QT_SCALE_FACTOR=1 bash "$root/tests/person/with_screen.sh" "$program" "$folder"

sheet() { # sheet KIND: the pictures of a theme and size on one, each with its name
    local ground=white ink=black
    case $1 in dark-*) ground='#101418' ink=white ;; esac
    montage -label '%t' "$folder"/[0-9][0-9]-*-"$1".png -tile 4x -geometry 640x426+8+8 -pointsize 13 \
        -background "$ground" -fill "$ink" "$folder/sheet-$1.png"
}
readme() { # readme THEME
    convert "$folder"/*-claims-"$1"-1920x1080.png -dither None -colors 200 -strip -define png:compression-level=9 \
        "$folder/window-$1.png"
}
kinds=()
for theme in dark light; do
    for size in 900x600 1280x800 1920x1080; do kinds+=("$theme-$size"); done
done
for kind in "${kinds[@]}"; do sheet "$kind"; done
readme dark
readme light

{
    echo '<!DOCTYPE html><meta charset="utf-8"><title>Plumbline</title>'
    for kind in "${kinds[@]}"; do
        echo "<h2>$kind</h2><p><a href=\"sheet-$kind.png\">contact sheet</a></p><ul>"
        for picture in "$folder"/[0-9][0-9]-*-"$kind".png; do
            name=$(basename "$picture")
            echo "<li><a href=\"$name\">${name%.png}</a></li>"
        done
        echo '</ul>'
    done
} >"$folder/index.html"
echo "$folder/index.html"
