#!/usr/bin/env bash
# Installs what is missing, builds, and runs all tests; the output ends with ctest's summary.
#
#   bash packaging/test.sh                   what every change must pass
#   bash packaging/test.sh --all             also: sanitizers, the second compiler, static checks, long runs, benchmarks
#   bash packaging/test.sh --only tidy,asan  these steps alone
#   bash packaging/test.sh --list            their names
#
# PLUMBLINE_JOBS sets how many checks of one step run side by side (default: one a processor).
# shellcheck disable=SC2317 # the functions run_NAME are called by their names
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=packaging/packages.sh
source "$root/packaging/packages.sh"
# shellcheck source=packaging/steps.sh
source "$root/packaging/steps.sh"
cd "$root"
jobs=${PLUMBLINE_JOBS:-$(nproc)}

# The steps of --all, in order: a name (its function is run_NAME) and what it does.
STEPS=(
    "tests  release build, all tests"
    "asan   AddressSanitizer and UBSan build, all tests"
    "tsan   ThreadSanitizer build, the tests labelled parallel"
    "clang  the second compiler accepts everything"
    "tidy   clang-tidy on all own sources"
    "clazy  clazy levels 0 and 1 on all own sources"
    "long   property tests with many more cases"
    "fuzz   what reads texts of others under libFuzzer, ten minutes each"
    "bench  the benchmarks"
)

run_tests() {
    configure_preset release && build_preset release && ctest --preset release
}

run_asan() {
    configure_preset asan && build_preset asan && ctest --preset asan
}

# ThreadSanitizer wants its shadow memory where address randomisation may have put something else.
run_tsan() {
    local fixed_addresses=()
    if setarch "$(uname -m)" -R true 2>/dev/null; then
        fixed_addresses=(setarch "$(uname -m)" -R)
    fi
    configure_preset tsan && build_preset tsan && "${fixed_addresses[@]}" ctest --preset tsan
}

run_clang() {
    configure_preset fuzz-clang && build_preset fuzz-clang
}

# A compilation database for the tools, and the files moc and rcc write, without compiling anything.
prepare_database() {
    configure_preset tidy && build_preset tidy --target autogen
}

# Own sources only: not what moc, rcc and uic write into build/.
own_sources() {
    python3 - "$root" <<'PYTHON'
import json, os, sys
root = sys.argv[1]
entries = json.load(open(os.path.join(root, "build/tidy/compile_commands.json")))
files = {os.path.realpath(os.path.join(e["directory"], e["file"])) for e in entries}
own = tuple(os.path.join(os.path.realpath(root), folder) + os.sep for folder in ("core", "ui", "app", "tests"))
print("\n".join(sorted(f for f in files if f.startswith(own))))
PYTHON
}

# show_findings FILE: each finding once; if the tool failed without one, the end of what it said.
show_findings() {
    local findings
    findings=$(sed 's/\x1b\[[0-9;]*m//g' "$1" | grep -E ': (error|warning): ' | awk '!seen[$0]++' || true)
    if [ -n "$findings" ]; then
        echo "${findings//"$root/"/}"
        echo "$(wc -l <<<"$findings") findings; with their lines: $1"
    else
        tail -n 40 "$1"
    fi
}

run_tidy() {
    prepare_database || return 1
    local sources found=build/logs/tidy-findings.log
    mapfile -t sources < <(own_sources)
    echo "${#sources[@]} files, $jobs at a time"
    # Warnings are errors by .clang-tidy.
    run-clang-tidy -quiet -p build/tidy -j "$jobs" "${sources[@]/%/\$}" >"$found" 2>&1 && return 0
    show_findings "$found"
    return 1
}

run_clazy() {
    prepare_database || return 1
    local sources found=build/logs/clazy-findings.log status=0
    mapfile -t sources < <(own_sources)
    echo "${#sources[@]} files, $jobs at a time"
    printf '%s\0' "${sources[@]}" \
        | xargs -0 -n 1 -P "$jobs" clazy-standalone -p build/tidy --checks=level0,level1 \
            --header-filter="^$root/(core|ui|app|tests)/" --ignore-dirs='^/usr/|/build/' >"$found" 2>&1 || status=$?
    if [ "$status" -eq 0 ] && ! grep -q '\[-Wclazy-' "$found"; then
        return 0
    fi
    show_findings "$found"
    return 1
}

run_long() {
    configure_preset release && build_preset release && ctest --preset long
}

run_fuzz() {
    bash packaging/fuzz.sh 600
}

run_bench() {
    configure_preset release && build_preset release --target plumbline_bench plumbline_calls_bench || return 1
    local name bench
    for name in plumbline_bench plumbline_calls_bench; do
        bench=$(find build/release -type f -name "$name" -perm -u+x | head -n 1)
        [ -n "$bench" ] || { echo "build/release has no $name"; return 1; }
        QT_QPA_PLATFORM=offscreen "$bench" || return 1
    done
}

usage() { sed -n '2,/^# shellcheck/{/^# shellcheck/d;s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}"; }

known() {
    local line
    for line in "${STEPS[@]}"; do
        [ "${line%% *}" != "$1" ] || return 0
    done
    return 1
}

chosen=()
while [ "$#" -gt 0 ]; do
    case $1 in
        --all) for line in "${STEPS[@]}"; do chosen+=("${line%% *}"); done ;;
        --only)
            [ "$#" -ge 2 ] || { usage >&2; exit 2; }
            IFS=, read -ra names <<<"$2"
            chosen+=("${names[@]}")
            shift
            ;;
        --list) printf '%s\n' "${STEPS[@]}"; exit 0 ;;
        --help | -h) usage; exit 0 ;;
        *) usage >&2; exit 2 ;;
    esac
    shift
done
for name in "${chosen[@]}"; do
    known "$name" || { echo "There is no step '$name'. --list names them." >&2; exit 2; }
done

if [ "${#chosen[@]}" -eq 0 ]; then
    step "Packages" install_missing "${BUILD[@]}" "${TEST[@]}"
    step "Configure" configure_preset release
    step "Build" build_preset release
    # The saved corpus, and half a minute of new inputs.
    step "Fuzz" bash packaging/fuzz.sh 30
    say "── Tests"
    exec ctest --preset release
fi

# More than one step: one failing does not keep the others from running; each leaves its whole output in build/logs.
step "Packages" install_missing "${BUILD[@]}" "${TEST[@]}" "${FUZZ[@]}" "${LINT[@]}"
mkdir -p build/logs
table=()
failed=0
for name in "${chosen[@]}"; do
    for line in "${STEPS[@]}"; do
        [ "${line%% *}" = "$name" ] && words=${line#"$name"}
    done
    words=${words#"${words%%[! ]*}"}
    start=$SECONDS
    log=build/logs/$name.log
    say "── $name: $words"
    if "run_$name" >"$log" 2>&1; then
        result=passed
        [ "$name" != bench ] || cat "$log"
        [ "$name" != fuzz ] || grep '^fuzz ' "$log"
    else
        result=FAILED
        failed=1
        tail -n 80 "$log"
    fi
    tests=$(grep -E 'tests passed, ' "$log" | tail -n 1 || true)
    table+=("$(printf '%-6s %6d s  %s  %s' "$name" "$((SECONDS - start))" "$result" "${tests:-$words}")")
    say "   $result, $((SECONDS - start)) s"
done

printf '\nstep    seconds  result\n'
printf '%s\n' "${table[@]}"
[ "$failed" -eq 0 ] || echo "The whole output of each step is in build/logs."
exit "$failed"
