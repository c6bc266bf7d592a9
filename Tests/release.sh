#!/usr/bin/env bash
# Builds the release program with the Swift runtime inside, strips it, and starts the one file
# alone in an empty folder. Prints its size.
set -euo pipefail
cd "$(dirname "$0")/.."

swift build -c release --product mcctl --static-swift-stdlib --scratch-path .build-release
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$(swift build -c release --static-swift-stdlib --scratch-path .build-release --show-bin-path)/mcctl" "$folder/"
strip "$folder/mcctl"

cd "$folder"
if ldd ./mcctl | grep -E 'libswift|libFoundation'; then
  echo "the program still needs Swift's shared libraries" >&2
  exit 1
fi
env -i PATH=/usr/bin:/bin ./mcctl version
printf 'stripped: %s bytes\n' "$(stat -c %s mcctl)"
