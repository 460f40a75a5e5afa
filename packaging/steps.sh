# shellcheck shell=bash
# Steps with their seconds, for run.sh and test.sh. Everything goes to standard error: standard output belongs to the
# program that is run.

if [ -t 2 ] && [ -z "${NO_COLOR:-}" ]; then
    bold=$'\e[1m' plain=$'\e[0m'
else
    bold='' plain=''
fi
export NINJA_STATUS='[%f/%t %es] '

say() { printf '%s%s%s\n' "$bold" "$*" "$plain" >&2; }

# step WORDS COMMAND…: says what is done, does it, says how long it took; hands the command's status on.
step() {
    local words=$1 start=$SECONDS status=0
    shift
    say "── $words"
    "$@" >&2 || status=$?
    if [ "$status" -eq 0 ]; then
        say "   $((SECONDS - start)) s"
    else
        say "   failed after $((SECONDS - start)) s ($words)"
    fi
    return "$status"
}

# quietly LOG COMMAND…: its output goes to the log, and to the screen only if it fails.
quietly() {
    local log=$1 status=0
    shift
    mkdir -p "$(dirname "$log")"
    "$@" >"$log" 2>&1 || status=$?
    if [ "$status" -ne 0 ]; then
        tail -n 80 "$log"
        echo "(the whole output: $log)"
    fi
    return "$status"
}

# build_preset PRESET [ARGUMENT…]: progress on a terminal, else only what goes wrong.
build_preset() {
    local preset=$1
    shift
    if [ -t 2 ]; then
        cmake --build --preset "$preset" "$@"
    else
        quietly "build/logs/$preset-build.log" cmake --build --preset "$preset" "$@"
    fi
}

configure_preset() { quietly "build/logs/$1-configure.log" cmake --preset "$1"; }
