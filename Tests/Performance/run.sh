#!/usr/bin/env bash
# Builds the release programs and prints a table of medians: mcctl against kubectl, on the sandbox
# as server. It measures and prints; it never fails because of a time.
#
#   Tests/Performance/run.sh [RUNS]      default: 15 runs of each command
set -euo pipefail
cd "$(dirname "$0")/../.."

examples/install-packages.sh kubectl python3
swift build -c release --product mcctl --static-swift-stdlib --scratch-path .build-release
swift build -c release --product mcctl-sandbox --static-swift-stdlib --scratch-path .build-release
programs=$(mktemp -d)
trap 'rm -rf "$programs"' EXIT
built=$(swift build -c release --static-swift-stdlib --scratch-path .build-release --show-bin-path)
cp "$built/mcctl" "$programs/"
strip "$programs/mcctl"
sandbox=$built/mcctl-sandbox

python3 Tests/Performance/measure.py "$programs/mcctl" "$(command -v kubectl)" "$sandbox" "${1:-15}"
