#!/usr/bin/env bash
# The main job in half a minute: builds mcctl, starts a sandbox (a hub and a managed cluster in one
# process on loopback), then imports the cluster, sees it registered, hands a work out to it and
# takes it out again, with nothing left behind on either side.
#
# Every mcctl command is shown as it is run. MCCTL_QUICKSTART_BUILD=release builds optimised.
set -euo pipefail
cd "$(dirname "$0")/.."

# shellcheck source=examples/start-sandbox.sh
. examples/start-sandbox.sh --clusters 1
started=$(date +%s)

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
