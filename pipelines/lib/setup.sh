# shellcheck shell=bash
# What pipelines/demo, pipelines/test and .ci/run share: Debian packages, the Swift toolchain, the build.
# Source it. It does only what is still missing, so that it can be run as often as you like.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

# What the program is compiled with, beside Swift itself.
build_packages=(
  libarchive-dev libgmime-3.0-dev libsimdjson-dev libsqlite3-dev libstemmer-dev libxml2-dev
  binutils ca-certificates g++ git pkg-config
)
# What the Swift toolchain needs to run on a bare Debian; only looked at when it does not.
toolchain_packages=(libcurl4 libedit2 libncurses6 libsqlite3-0 libxml2)
# What the night reads: the Dutch word list, and the rules of time zones.
night_packages=(hunspell-nl tzdata)

say() { printf '\n== %s\n' "$*"; }

fail() {
  printf '\n%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 2
}

# Which of the packages named are not installed.
missing_packages() {
  local package state
  for package in "$@"; do
    state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [[ $state == installed ]] || printf '%s\n' "$package"
  done
}

# Runs a command as root: as it is, or through sudo.
as_root() {
  if ((EUID == 0)); then
    "$@"
  else
    sudo "$@"
  fi
}

# Installs those of the packages named that are missing.
install_packages() {
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    [[ ${THEMARADAR_SKIP_PACKAGES:-} == 1 ]] && return
    fail "this is not a Debian or a relative of it (no apt-get), so these packages cannot be installed from here:
  $*
Install what your system calls them, then run this again with THEMARADAR_SKIP_PACKAGES=1."
  fi
  local missing
  mapfile -t missing < <(missing_packages "$@")
  if ((${#missing[@]} == 0)); then
    echo "All Debian packages are there."
    return
  fi
  echo "Installing from Debian: ${missing[*]}"
  if ((EUID != 0)) && ! command -v sudo >/dev/null; then
    fail "you are not root and there is no sudo. Ask an administrator to run:
  apt-get update && apt-get install --no-install-recommends ${missing[*]}"
  fi
  local log
  log=$(mktemp)
  as_root apt-get -q update >"$log" 2>&1 || {
    cat "$log" >&2
    fail "apt-get update failed: is there a network, and are Debian's mirrors in reach?"
  }
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends \
    -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 "${missing[@]}" </dev/null >"$log" 2>&1 || {
    cat "$log" >&2
    fail "apt-get could not install: ${missing[*]}"
  }
  rm -f "$log"
}

# Swift is not among Debian's packages: says where to get it when it is absent or too old.
require_swift() {
  local where="Themaradar needs Swift 6.2 or newer, which Debian 12 does not have. Install it from
  https://www.swift.org/install/linux/
(the swiftly installer, or the archive for Debian 12), put its usr/bin in your PATH, and run this again."
  command -v swift >/dev/null || fail "there is no swift on this machine. $where"
  local banner
  # The first line on a machine with a half-installed toolchain is the loader's: show it.
  banner=$(swift --version 2>&1) || fail "swift is there but does not run: $banner"
  [[ $banner =~ Swift\ version\ ([0-9]+)\.([0-9]+) ]] || fail "swift did not tell its version: $banner"
  local major=${BASH_REMATCH[1]} minor=${BASH_REMATCH[2]}
  ((major > 6 || (major == 6 && minor >= 2))) || fail "this is Swift $major.$minor. $where"
  echo "Swift $major.$minor ($(command -v swift))"
}

# Debian's packages and Swift. Swift is looked for first: without it nothing needs to be installed.
set_up() {
  say "Setting up"
  command -v swift >/dev/null || require_swift
  local packages=("${build_packages[@]}" "${night_packages[@]}")
  swift build --version >/dev/null 2>&1 || packages+=("${toolchain_packages[@]}")
  install_packages "${packages[@]}"
  require_swift
}

# Builds the program and sets `themaradar` to its path.
build_release() {
  say "Building (the first time takes some minutes)"
  swift build --package-path "$root" --configuration release --product themaradar
  # shellcheck disable=SC2034 # for the script that sources this file
  themaradar=$(swift build --package-path "$root" --configuration release --show-bin-path)/themaradar
}
