#!/usr/bin/env bash
# Pictures of the real window on the sample workspace, dark and light, at 1600x900 and 1920x1080, as PNG.
#
#   bash packaging/screenshots.sh FOLDER [PROGRAM]     PROGRAM: build/release/app/plumbline unless named
#
# Needs Xvfb, xdotool and ImageMagick. Settings and the sample are made in a temporary folder; what is started is ended.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
[ "$#" -ge 1 ] || { echo "usage: screenshots.sh FOLDER [PROGRAM]" >&2; exit 2; }
folder=$1
program=${2:-$root/build/release/app/plumbline}
[ -x "$program" ] || { echo "There is no $program: build it first, with packaging/run.sh." >&2; exit 1; }
for tool in Xvfb xdotool import convert; do
    command -v "$tool" >/dev/null 2>&1 || { echo "$tool is missing: apt-get install xvfb xdotool imagemagick" >&2; exit 1; }
done
mkdir -p "$folder"

work=$(mktemp -d "${TMPDIR:-/tmp}/plumbline-screenshots.XXXXXXXX")
screen='' window=''
end() { # end PID: ends a process started here and waits for it
    [ -z "$1" ] || { kill "$1" 2>/dev/null && wait "$1" 2>/dev/null; } || true
}
clean_up() {
    end "$window"
    end "$screen"
    rm -rf -- "$work"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

wait_for() { # wait_for SECONDS COMMAND…
    local tries=$(($1 * 10))
    shift
    until "$@"; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || return 1
        sleep 0.1
    done
}
has_display() { [ -s "$work/display" ]; }
has_window() { xdotool search --onlyvisible --name 'sample.plumbline' >"$work/window" 2>/dev/null; }

# The company, its claims, and what stands behind the first claim's share of earnings, down to the sentence.
drive() {
    local id
    id=$(head -n 1 "$work/window")
    xdotool windowmove "$id" 0 0 windowsize "$id" "$1" "$2" windowfocus "$id"
    sleep 1
    xdotool type AMZN
    xdotool key Return alt+2
    sleep 0.5
    xdotool key ctrl+Home End F3
    xdotool mousemove "$(($1 - 1))" "$(($2 - 1))"
    sleep 1
}

picture() { # picture THEME WIDTH HEIGHT
    local theme=$1 width=$2 height=$3 own=$work/$1-$2
    mkdir -p "$own/config/plumbline.app" "$own/data"
    mkdir -m 700 "$own/run"
    printf '[window]\ntheme=%s\n' "$theme" >"$own/config/plumbline.app/Plumbline.conf"
    : >"$work/display"
    Xvfb -displayfd 3 -screen 0 "${width}x${height}x24" -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
    screen=$!
    wait_for 10 has_display || { echo "Xvfb gave no display." >&2; return 1; }
    DISPLAY=:$(tr -d '[:space:]' <"$work/display")
    export DISPLAY
    env HOME="$own" XDG_CONFIG_HOME="$own/config" XDG_DATA_HOME="$own/data" XDG_RUNTIME_DIR="$own/run" LC_ALL=C.UTF-8 \
        QT_QPA_PLATFORM=xcb QT_SCALE_FACTOR=1 "$program" >"$own/log" 2>&1 &
    window=$!
    wait_for 20 has_window || { echo "The window did not come:" >&2; cat "$own/log" >&2; return 1; }
    drive "$width" "$height"
    import -window root "$own/shot.png"
    convert "$own/shot.png" -dither None -colors 200 -strip -define png:compression-level=9 "$folder/window-$theme-${width}x$height.png"
    end "$window"
    end "$screen"
    window='' screen=''
    echo "$folder/window-$theme-${width}x$height.png"
}

for theme in dark light; do
    picture "$theme" 1600 900
    picture "$theme" 1920 1080
done
