#!/usr/bin/env bash
# The main job in half a minute: builds mcctl, starts a sandbox (a hub and a managed cluster in one
# process on loopback), then imports the cluster, sees it registered, hands a work out to it and
# takes it out again, with nothing left behind on either side.
#
# Every mcctl command is shown as it is run. MCCTL_QUICKSTART_BUILD=release builds optimised.
set -euo pipefail
cd "$(dirname "$0")/.."

examples/install-packages.sh kubectl
configuration=${MCCTL_QUICKSTART_BUILD:-debug}
echo "building mcctl ($configuration); the first build takes some minutes"
swift build --configuration "$configuration" --product mcctl
swift build --configuration "$configuration" --product mcctl-sandbox
programs=$(swift build --configuration "$configuration" --show-bin-path)
export PATH="$programs:$PATH"

folder=$(mktemp -d)
mcctl-sandbox --directory "$folder" --clusters 1 >"$folder/sandbox.log" 2>&1 &
sandbox=$!
trap 'kill "$sandbox" 2>/dev/null; wait "$sandbox" 2>/dev/null || true; rm -rf "$folder"' EXIT
for _ in $(seq 100); do
  grep -q '^ready$' "$folder/sandbox.log" && break
  kill -0 "$sandbox" 2>/dev/null || { cat "$folder/sandbox.log" >&2; exit 1; }
  sleep 0.1
done
grep -q '^ready$' "$folder/sandbox.log" || { echo "the sandbox did not get ready" >&2; cat "$folder/sandbox.log" >&2; exit 1; }

export KUBECONFIG="$folder/hub.kubeconfig"
started=$(date +%s)
run() {
  printf '\n$ %s\n' "$*" | sed "s|$folder|\$SANDBOX|g"
  "$@"
}

run mcctl init
examples/inventory.sh "$folder/hub.kubeconfig" >"$folder/hub.before"
examples/inventory.sh "$folder/cluster1.kubeconfig" >"$folder/cluster1.before"

run mcctl import edge-1 --cluster-kubeconfig "$folder/cluster1.kubeconfig" --allow-loopback
run mcctl status
run mcctl apply -f examples/hello.yaml --cluster edge-1 --work hello
run mcctl delete edge-1 --cluster-kubeconfig "$folder/cluster1.kubeconfig" --yes
run mcctl status

echo
for cluster in hub cluster1; do
  examples/inventory.sh "$folder/$cluster.kubeconfig" >"$folder/$cluster.after"
  if ! diff "$folder/$cluster.before" "$folder/$cluster.after"; then
    echo "something of edge-1 is left on $cluster" >&2
    exit 1
  fi
  echo "Nothing of edge-1 is left on $cluster: the same $(wc -l <"$folder/$cluster.after") objects as before."
done
printf 'Done in %s seconds.\n' "$(($(date +%s) - started))"
