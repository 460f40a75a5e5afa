#!/usr/bin/env bash
# The Debian 12 packages Plumbline needs, each with its reason, and one function that installs what is missing.
#
#   bash packaging/packages.sh [build] [test] [fuzz] [lint]   install these sets (all without an argument)
#   source packaging/packages.sh                              BUILD, TEST, FUZZ, LINT and install_missing for other scripts

# Needed to build and run.
# shellcheck disable=SC2034
BUILD=(
    build-essential      # g++ 12, make, libc headers; also the runtimes of its sanitizers
    cmake                # configures (3.25, presets version 6)
    ninja-build          # builds
    ccache               # a clean rebuild in a fifth of the time; used only if found
    pkg-config           # finds libraries that bring no CMake file
    qt6-base-dev         # Core, Gui, Network, Widgets, Test
    qtkeychain-qt6-dev   # keys of services in the system's keyring
    libsecret-1-0        # what it talks to the keyring with; it is loaded when needed, so no library check finds it
    zlib1g-dev           # unpacks what services send gzipped, and notices where it was cut short
    qt6-tools-dev        # CMake's LinguistTools
    qt6-tools-dev-tools  # the programs behind them
    qt6-l10n-tools       # lupdate and lrelease
    linguist-qt6         # CMake checks for its executable when it looks for LinguistTools
    libqt6sql6-sqlite    # the driver of a workspace; a plugin, so no library check finds it
    libsqlite3-dev       # schema scripts and safety copies on the driver's own handle
    libpoppler-cpp-dev   # text out of transcripts that come as PDF
    libqpdf-dev          # bookmarks, links, dates and id of printed cards
    libxlsxwriter-dev    # cards as spreadsheets
    nlohmann-json3-dev   # JSON in and out, inside the formats only
    libexpected-dev      # tl::expected, the Result of everything that can fail
    libbenchmark-dev     # the benchmarks
    libgl1-mesa-dev      # Qt Gui's CMake files ask for OpenGL
    fonts-noto-core      # the font of the window: its digits are tabular
    python3              # the checks of the house; they use its standard library only
    git                  # the checks list the project's files with it
    ca-certificates      # https
)
# Not yet, each to come with what needs it: qt6-charts-dev with libqt6opengl6-dev
# (Charts does not configure without it; qt6-base-dev only recommends it); qt6-svg-dev;
# qt6-translations-l10n (Qt's own sentences in other languages).

# For a desktop with Wayland only; run.sh adds it there.
# shellcheck disable=SC2034
WAYLAND=(
    qt6-wayland          # Qt's window system plugin; without it Qt needs an X server
)

# Needed by the tests beside BUILD.
# shellcheck disable=SC2034
TEST=(
    xvfb                 # a screen for the tests that open the real window
    xauth                # xvfb-run asks for it
    openbox              # a window manager, so that windows get the focus as on a desktop
    dbus-daemon          # a session bus for the tests of the screen reader and the keyring
    gnome-keyring        # a real keyring to keep a key in
    at-spi2-core         # reading the window as a screen reader does
    python3-pyatspi      # the same, from a script
    gir1.2-atspi-2.0     # what that module stands on
    clang-format         # the format check
    poppler-utils        # reads printed cards back: their text and fonts
    libreoffice-calc-nogui # recalculates exported spreadsheets
    qpdf                 # the same: whether a PDF is sound, and what is in it
)

# Needed by fuzz.sh beside BUILD.
# shellcheck disable=SC2034
FUZZ=(
    clang                # the compiler with libFuzzer
    libclang-rt-14-dev   # libFuzzer, and clang's sanitizers
)

# Needed by `test.sh --all` beside TEST and FUZZ.
# shellcheck disable=SC2034
LINT=(
    clang-tidy           # and run-clang-tidy
    clazy                # the same for Qt's habits
    shellcheck           # the scripts
    ripgrep              # what the search in calls is measured beside
)

# Prints those of the packages named that are not installed.
missing_packages() {
    local package status
    for package in "$@"; do
        status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$status" = installed ] || printf '%s\n' "$package"
    done
}

# Runs apt-get as root; twice if need be, since a mirror may have a bad moment.
run_apt_get() {
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null 2>&1; then
            echo "Installing needs root, and there is no sudo here." >&2
            return 1
        fi
        as_root=(sudo)
    fi
    local command=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o=Dpkg::Use-Pty=0 "$@")
    "${command[@]}" && return 0
    echo "apt-get $1 failed; trying once more in five seconds." >&2
    sleep 5
    "${command[@]}"
}

# install_missing PACKAGE…: installs those that are not there; says what it does, on standard error.
install_missing() {
    if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
        echo "This system has no apt-get. Going on, in the hope that these are there by other names: $*" >&2
        return 0
    fi
    local missing=()
    mapfile -t missing < <(missing_packages "$@")
    if [ "${#missing[@]}" -eq 0 ]; then
        echo "All $# packages are installed." >&2
        return 0
    fi
    echo "Installing ${#missing[@]} of $# packages: ${missing[*]}" >&2
    if ! run_apt_get update >&2 || ! run_apt_get install -y --no-install-recommends "${missing[@]}" >&2; then
        echo "Could not install: $(missing_packages "${missing[@]}" | tr '\n' ' ')" >&2
        echo "Install them by hand, then start again." >&2
        return 1
    fi
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
    set -euo pipefail
    [ "$#" -gt 0 ] || set -- build test fuzz lint
    wanted=()
    for set_name in "$@"; do
        case $set_name in
            build) wanted+=("${BUILD[@]}") ;;
            test) wanted+=("${TEST[@]}") ;;
            fuzz) wanted+=("${FUZZ[@]}") ;;
            lint) wanted+=("${LINT[@]}") ;;
            *) echo "usage: packages.sh [build] [test] [fuzz] [lint]" >&2; exit 2 ;;
        esac
    done
    install_missing "${wanted[@]}"
fi
