#!/usr/bin/env bash
# Proves that the README's two commands work on a bare Debian 12: makes one in a temporary folder, puts a clean clone
# of HEAD into it, runs both commands there twice, and reports seconds and disk.
#
#   sudo bash packaging/bare.sh            about 3 GB and some minutes; everything is removed at the end
#   sudo bash packaging/bare.sh --check    only as far as a root in which apt-get works
#   sudo bash packaging/bare.sh --keep     leave the folder (its mounts go all the same)
#
# The mirror, its keys and any proxy are those this system's own apt is configured with.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
suite=bookworm
check_only=0
keep=0
for argument in "$@"; do
    case $argument in
        --check) check_only=1 ;;
        --keep) keep=1 ;;
        *) echo "usage: bare.sh [--check] [--keep]" >&2; exit 2 ;;
    esac
done

[ "$(id -u)" -eq 0 ] || { echo "A root file system can only be made by root: sudo bash packaging/bare.sh" >&2; exit 1; }
for tool in debootstrap unshare git; do
    command -v "$tool" >/dev/null 2>&1 || { echo "$tool is missing: apt-get install debootstrap util-linux git" >&2; exit 1; }
done

# Everything is mounted in a mount namespace of this script's own, so nothing can be left mounted on the system.
if [ -z "${PLUMBLINE_BARE_NAMESPACE:-}" ]; then
    PLUMBLINE_BARE_NAMESPACE=1 exec unshare --mount --propagation private -- bash "${BASH_SOURCE[0]}" "$@"
fi

root=$(mktemp -d "${TMPDIR:-/tmp}/plumbline-bare.XXXXXXXX")
chmod 755 "$root"
mounts=()

mounted_below() { awk -v root="$root/" 'index($5 "/", root) == 1 { print $5 }' /proc/self/mountinfo; }

clean_up() {
    local status=$? index
    trap - EXIT INT TERM
    for ((index = ${#mounts[@]} - 1; index >= 0; --index)); do
        umount "${mounts[index]}" 2>/dev/null || umount --lazy "${mounts[index]}" || true
    done
    mounted_below | sort -r | while read -r left; do umount --lazy "$left" || true; done
    if [ -n "$(mounted_below)" ]; then
        echo "Still mounted, so nothing was removed: $(mounted_below | tr '\n' ' ')" >&2
    elif [ "$keep" -eq 1 ]; then
        echo "Kept: $root" >&2
    else
        rm -rf --one-file-system -- "$root"
    fi
    exit "$status"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

mount_in() { # mount_in TARGET ARGUMENT…
    local target=$root/$1
    shift
    mount "$@" "$target"
    mounts+=("$target")
}

disk() { du -sxm "$root" | cut -f1; }

report=()
timed() { # timed WORDS COMMAND…: runs it, notes its seconds and the disk used after it
    local words=$1 start=$SECONDS
    shift
    printf '\n== %s\n' "$words"
    "$@"
    report+=("$(printf '%6d s  %6d MB  %s' "$((SECONDS - start))" "$(disk)" "$words")")
}

inside() { # a clean environment, with the proxy of this one if it has any
    local variable pass=()
    for variable in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
        [ -z "${!variable:-}" ] || pass+=("$variable=${!variable}")
    done
    chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        LANG=C.UTF-8 TERM=dumb "${pass[@]}" "$@"
}

# The first address of this system's apt sources, of either form, that serves the suite itself (not its updates).
mirror() {
    local file
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ -f "$file" ] || continue
        awk -v suite="$suite" '$1 == "deb" { sub(/\[[^]]*\] */, ""); if ($3 == suite) { print $2; exit } }' "$file"
    done
    for file in /etc/apt/sources.list.d/*.sources; do
        [ -f "$file" ] || continue
        awk -v suite="$suite" 'BEGIN { RS = ""; FS = "\n" } {
            uri = ""; found = 0
            for (i = 1; i <= NF; ++i) {
                n = split($i, word, /[ \t]+/)
                if (tolower(word[1]) == "uris:") uri = word[2]
                if (tolower(word[1]) == "suites:") for (j = 2; j <= n; ++j) if (word[j] == suite) found = 1
            }
            if (found && uri != "") { print uri; exit }
        }' "$file"
    done
}

make_root() {
    local address keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    address=$(mirror | head -n 1)
    [ -n "$address" ] || { echo "No apt source here serves $suite." >&2; return 1; }
    local options=(--variant=minbase)
    [ ! -f "$keyring" ] || options+=("--keyring=$keyring")
    debootstrap "${options[@]}" "$suite" "$root" "$address" >"$root.log" 2>&1 || {
        tail -n 20 "$root.log" >&2
        rm -f "$root.log"
        return 1
    }
    rm -f "$root.log"
}

# What apt needs to reach the same mirror from inside: sources of the suite, keys, proxy, names and certificates.
configure_root() {
    local file apt=$root/etc/apt
    rm -f "$apt/sources.list"
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources; do
        if [ -f "$file" ] && grep -q "$suite" "$file"; then
            cp "$file" "$apt/${file#/etc/apt/}"
        fi
    done
    for file in /etc/apt/apt.conf /etc/apt/apt.conf.d/*; do
        if [ -f "$file" ] && grep -qE '^[[:space:]]*Acquire' "$file"; then
            cp "$file" "$apt/${file#/etc/apt/}"
        fi
    done
    cp -r /etc/apt/auth.conf.d /etc/apt/trusted.gpg.d /etc/apt/keyrings "$apt/" 2>/dev/null || true
    mkdir -p "$root/usr/share/keyrings" "$root/etc/ssl/certs" "$root/usr/local/share/ca-certificates"
    cp -n /usr/share/keyrings/debian-archive-*.gpg "$root/usr/share/keyrings/" 2>/dev/null || true
    cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
    cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/" 2>/dev/null || true
    cp -r /usr/local/share/ca-certificates/. "$root/usr/local/share/ca-certificates/" 2>/dev/null || true
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" # no service starts in here
    chmod 755 "$root/usr/sbin/policy-rc.d"
    mount_in proc -t proc proc
    mount_in dev --bind /dev
    mount_in dev/pts --bind /dev/pts
    mount_in dev/shm -t tmpfs tmpfs
}

try_apt() {
    inside apt-get -q update
    inside apt-get -q --simulate --no-install-recommends install cmake | tail -n 1
}

clone_in() {
    git -c safe.directory='*' clone --quiet --no-hardlinks -- "$here" "$root/srv/plumbline"
    git -c safe.directory='*' -C "$root/srv/plumbline" log -1 --format='%h %s'
}

timed "a bare Debian ($suite, minbase)" make_root
timed "apt configured as here" configure_root
timed "apt-get works inside" try_apt
if [ "$check_only" -eq 0 ]; then
    timed "a clean clone" clone_in
    timed "bash packaging/run.sh" inside bash /srv/plumbline/packaging/run.sh
    timed "bash packaging/test.sh" inside bash /srv/plumbline/packaging/test.sh
    timed "bash packaging/run.sh, again" inside bash /srv/plumbline/packaging/run.sh
    timed "bash packaging/test.sh, again" inside bash /srv/plumbline/packaging/test.sh
fi

printf '\n  seconds      disk  step\n'
printf '%s\n' "${report[@]}"
