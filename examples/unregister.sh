#!/usr/bin/env bash
# Clusters are taken out: one that somebody still needs, which is explained and waited for; one that is lost; one that is
# let go and taken back. Nothing is left of any.
#
# Every command is shown as it is run. MCCTL_QUICKSTART_BUILD=release builds optimised.
set -euo pipefail
cd "$(dirname "$0")/.."

# shellcheck source=examples/start-sandbox.sh
. examples/start-sandbox.sh --clusters 2 --hub-prepared

one=$folder/cluster1.kubeconfig
two=$folder/cluster2.kubeconfig
run mcctl import edge-1 --cluster-kubeconfig "$one" --allow-loopback
run mcctl import edge-2 --cluster-kubeconfig "$two" --allow-loopback
run mcctl apply -f examples/hello.yaml --cluster edge-1 --work hello

echo
echo "# let edge-2 go, and take it back"
run mcctl delete edge-2 --detach
run mcctl import edge-2 --cluster-kubeconfig "$two" --allow-loopback

echo
echo "# somebody still needs edge-1: until that finalizer is taken off, its agent goes on"
run kubectl patch managedcluster edge-1 --type=json --field-manager=backup \
  -p '[{"op": "add", "path": "/metadata/finalizers/-", "value": "example.com/backup"}]'
run mcctl delete edge-1 --cluster-kubeconfig "$one" --dry-run
run mcctl delete edge-1 --cluster-kubeconfig "$one" --yes --timeout 10s || echo "(exit $?)"
run mcctl delete edge-1 --explain
clear=$(mcctl delete edge-1 --explain -o 'jsonpath={.items[0].command}')
run sh -c "$clear"
run mcctl delete edge-1 --cluster-kubeconfig "$one" --yes

echo
echo "# edge-2 is lost: its agent has been silent for five of its intervals"
run kubectl patch managedcluster edge-2 --type=merge -p '{"spec": {"leaseDurationSeconds": 1}}'
for namespace in open-cluster-management open-cluster-management-agent; do
  run kubectl --kubeconfig "$two" scale deployment --all -n "$namespace" --replicas=0
done
sleep 8
run mcctl delete edge-2 --lost --cleanup-script "$folder/edge-2.sh" --yes
run mcctl get clusters
