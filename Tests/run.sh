#!/usr/bin/env bash
# Installs what the tests need, then runs all of them: format, build without warnings, unit and
# end-to-end tests, the quick start, the other examples, and the stripped release program.
#
# MCCTL_LIVE_HUB and MCCTL_LIVE_CLUSTER (kubeconfig files, of several clusters with colons between) run
# the end-to-end stories against real clusters instead of the sandbox; MCCTL_LIVE_DISPOSABLE=1 says that parts of
# that hub may be stopped for a while.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD

section() { printf '\n== %s\n' "$*"; }

section "System packages"
examples/install-packages.sh kubectl openssl python3 tmux dash shellcheck ip \
  ssh sshd sudo unshare

section "Format"
swift format lint --strict --recursive Package.swift Sources Tests

section "Build"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
swift build --build-tests 2>&1 | tee "$log"
if grep -E "^$root/(Sources|Tests)/.*warning:" "$log"; then
  echo "the build has warnings" >&2
  exit 1
fi

section "Tests"
# One test at a time: many of them watch the clock. What failed is told again at the end, where it is found.
if ! swift test --skip-build --no-parallel 2>&1 | tee "$log"; then
  section "What failed"
  awk '/^✘ .* recorded an issue/ { print substr($0, 1, 400); rest = 20; next }
    /^[✘✔◇]/ { rest = 0 }
    rest > 0 { print substr($0, 1, 200); rest-- }' "$log" | tail -n 120
  exit 1
fi

section "Quick start"
examples/quickstart.sh

section "Examples"
# All at a time: most of what they do is to wait. Each has a sandbox of its own.
logs=$(mktemp -d)
trap 'rm -rf "$log" "$logs"' EXIT
MCCTL_PROGRAMS=$(swift build --show-bin-path)
export MCCTL_PROGRAMS
declare -A running=()
for example in airgapped fleet unregister machines; do
  "examples/$example.sh" >"$logs/$example" 2>&1 &
  running[$example]=$!
done
for example in "${!running[@]}"; do
  wait "${running[$example]}" || { cat "$logs/$example"; echo "examples/$example.sh failed" >&2; exit 1; }
  echo "examples/$example.sh: done"
done

section "Release program from one file"
Tests/release.sh
