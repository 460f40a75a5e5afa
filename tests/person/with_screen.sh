#!/usr/bin/env bash
# Runs a program on an X screen of its own, with a window manager and a session bus, and ends with the program's status.
#
#   bash tests/person/with_screen.sh PROGRAM [ARGUMENT…]
#
# Exit 77, with a word, where Xvfb is missing. What is started here is ended here; settings go to a temporary folder.
set -euo pipefail

for tool in Xvfb dbus-run-session; do
    command -v "$tool" >/dev/null 2>&1 || { echo "skipped: $tool is not installed"; exit 77; }
done

work=$(mktemp -d "${TMPDIR:-/tmp}/plumbline-screen.XXXXXXXX")
screen='' manager=''
end() { # end PID: ends a process started here and waits for it
    [ -z "$1" ] || { kill "$1" 2>/dev/null && wait "$1" 2>/dev/null; } || true
}
clean_up() {
    end "$manager"
    end "$screen"
    rm -rf -- "$work"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
screen=$!
for _ in $(seq 100); do
    [ ! -s "$work/display" ] || break
    sleep 0.1
done
[ -s "$work/display" ] || { echo "Xvfb did not start." >&2; exit 1; }
DISPLAY=:$(cat "$work/display")
export DISPLAY
mkdir -m 700 "$work/run" "$work/home"
export XDG_RUNTIME_DIR=$work/run HOME=$work/home XDG_CONFIG_HOME=$work/home/config XDG_DATA_HOME=$work/home/data
export QT_QPA_PLATFORM=xcb NO_AT_BRIDGE=${NO_AT_BRIDGE-1}
if command -v openbox >/dev/null 2>&1; then
    openbox >/dev/null 2>&1 &
    manager=$!
fi
dbus-run-session -- "$@"
