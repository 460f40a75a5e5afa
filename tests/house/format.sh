#!/usr/bin/env bash
# Own sources are formatted as .clang-format says.
#
#   bash tests/house/format.sh          names what differs
#   bash tests/house/format.sh --fix    formats in place
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

format=$(command -v clang-format-14 || command -v clang-format) || {
    echo "clang-format is missing: bash packaging/packages.sh test" >&2
    exit 1
}
version=$("$format" --version | sed -E 's/.*version ([0-9]+).*/\1/')
if [ "$version" != 14 ]; then # another version lays some lines out otherwise
    echo "The format is that of clang-format 14; this is $version." >&2
    exit 1
fi

mapfile -d '' files < <(
    if git -c safe.directory='*' rev-parse --is-inside-work-tree >/dev/null 2>&1; then
        git -c safe.directory='*' ls-files -z --cached --others --exclude-standard -- '*.h' '*.cpp'
    else
        find . \( -name build -o -name .git \) -prune -o \( -name '*.h' -o -name '*.cpp' \) -print0
    fi
)
existing=()
for file in "${files[@]}"; do
    [ ! -f "$file" ] || existing+=("$file")
done
echo "${#existing[@]} files"
[ "${#existing[@]}" -gt 0 ] || exit 0

if [ "${1:-}" = --fix ]; then
    exec "$format" -i -- "${existing[@]}"
fi
differing=$("$format" --dry-run --Werror -- "${existing[@]}" 2>&1 | grep -E 'error:' | cut -d: -f1 | sort | uniq -c || true)
[ -n "$differing" ] || exit 0
echo "Places that are not formatted as .clang-format says:"
echo "$differing"
echo "bash tests/house/format.sh --fix formats them."
exit 1
