#!/usr/bin/env bash
# Installs what is missing, builds, and opens Plumbline on the sample workspace.
#
#   bash packaging/run.sh                 the window
#   bash packaging/run.sh card AMZN       a command instead, on the sample workspace; see `plumbline --help`
#
# The sample workspace is made once, as plumbline/sample.plumbline in the user's data folder.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
started_in=$PWD
# shellcheck source=packaging/packages.sh
source "$root/packaging/packages.sh"
# shellcheck source=packaging/steps.sh
source "$root/packaging/steps.sh"
cd "$root"

plumbline=$root/build/release/app/plumbline
sample=${XDG_DATA_HOME:-${HOME:?"neither XDG_DATA_HOME nor HOME is set"}/.local/share}/plumbline/sample.plumbline

if [ -n "${WAYLAND_DISPLAY:-}" ] && [ -z "${DISPLAY:-}" ]; then
    BUILD+=("${WAYLAND[@]}")
fi

make_sample() {
    mkdir -p "$(dirname "$sample")" &&
        "$plumbline" sample "$sample"
}

step "Packages" install_missing "${BUILD[@]}"
step "Configure" configure_preset release
step "Build" build_preset release --target plumbline # the tests are test.sh's
[ -e "$sample" ] || step "Sample workspace: $sample" make_sample

cd "$started_in" # files named on the command line are named from here
case ${1:-} in
    '') ;;
    sample | extract | -*) exec "$plumbline" "$@" ;;
    *) exec "$plumbline" --workspace "$sample" "$@" ;;
esac

if [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
    say "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open."
    say "Instead, as text: plumbline --workspace $sample card AMZN"
    exec "$plumbline" --workspace "$sample" card AMZN
fi
say "── Plumbline on $sample"
exec "$plumbline" --workspace "$sample"
