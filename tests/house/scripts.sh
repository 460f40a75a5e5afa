#!/usr/bin/env bash
# Every script parses, says what it is, and passes shellcheck where that is installed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

failed=0
scripts=(packaging/*.sh tests/house/*.sh .ci/run)
for script in "${scripts[@]}"; do
    bash -n "$script" || failed=1
    head -n 1 "$script" | grep -qE '^#!/usr/bin/env bash$|^# shellcheck shell=bash$' || {
        echo "$script: the first line names no shell" >&2
        failed=1
    }
done
[ -x .ci/run ] || { echo ".ci/run is not executable" >&2; failed=1; }
for check in tests/house/*.py; do
    python3 -c 'import ast, sys; ast.parse(open(sys.argv[1], encoding="utf-8").read(), sys.argv[1])' "$check" || failed=1
done
if command -v shellcheck >/dev/null 2>&1; then
    shellcheck --external-sources "${scripts[@]}" || failed=1
else
    echo "shellcheck is not installed: syntax only"
fi
echo "${#scripts[@]} scripts"
exit "$failed"
