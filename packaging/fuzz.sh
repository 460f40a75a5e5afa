#!/usr/bin/env bash
# Fuzzes what reads texts of others: how a layout is told, how turns and sentences are read, the grammar of spoken figures.
#
#   bash packaging/fuzz.sh [SECONDS]     each for so long, side by side (600, ten minutes, without a number)
#
# First everything in tests/fuzz/corpus is run, then inputs made from it. Prints how many inputs each took and what was
# found; a finding is kept in build/fuzz/findings, and `build/fuzz/tests/fuzz/fuzz_NAME FILE` shows it again.
# New inputs worth keeping collect in build/fuzz/corpus, not among the project's files.
set -euo pipefail

seconds=${1:-600}
[[ $seconds =~ ^[1-9][0-9]*$ ]] || { sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}" >&2; exit 2; }
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=packaging/packages.sh
source "$root/packaging/packages.sh"
# shellcheck source=packaging/steps.sh
source "$root/packaging/steps.sh"
cd "$root"

# What is fuzzed, and the folder of the corpus it begins with.
declare -A corpus=([layouts]=calls [turns]=calls [figures]=figures)

step "Packages" install_missing "${BUILD[@]}" "${FUZZ[@]}"
step "Configure" configure_preset fuzz
step "Build" build_preset fuzz --target fuzzers

mkdir -p build/logs build/fuzz/findings
export UBSAN_OPTIONS=print_stacktrace=1 QT_LOGGING_RULES='*=false'
declare -A running=()
say "── Fuzz, $seconds s each"
for name in "${!corpus[@]}"; do
    mkdir -p "build/fuzz/corpus/$name"
    "build/fuzz/tests/fuzz/fuzz_$name" -max_total_time="$seconds" -max_len=8192 -timeout=20 -rss_limit_mb=1024 \
        -print_final_stats=1 -artifact_prefix="build/fuzz/findings/$name-" \
        "build/fuzz/corpus/$name" "tests/fuzz/corpus/${corpus[$name]}" >"build/logs/fuzz-$name.log" 2>&1 &
    running[$name]=$!
done

failed=0
for name in "${!running[@]}"; do
    log=build/logs/fuzz-$name.log
    result="nothing found"
    if ! wait "${running[$name]}"; then
        failed=1
        result="FOUND $(sed -n 's/.*Test unit written to //p' "$log" | tail -n 1)"
        tail -n 40 "$log"
    fi
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    printf 'fuzz %-8s %4d s %10s executions  %s\n' "$name" "$seconds" "${executions:-unknown}" "$result"
done
exit "$failed"
