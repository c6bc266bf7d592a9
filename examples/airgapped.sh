#!/usr/bin/env bash
# A cluster that only reaches out: a bundle is made without a hub, carried to a managed cluster of the
# sandbox, and applied there with nothing but its own join.sh, a plain shell and kubectl; the hub lets
# the cluster in, and leave.sh takes it out again.
#
# Every command is shown as it is run. MCCTL_QUICKSTART_BUILD=release builds optimised.
set -euo pipefail
cd "$(dirname "$0")/.."

# shellcheck source=examples/start-sandbox.sh
. examples/start-sandbox.sh --clusters 1 --hub-prepared
unset KUBECONFIG

echo; echo "== At the hub: its URL, its certificates, and a credential for edge-7 alone"
hub="--kubeconfig $folder/hub.kubeconfig"
# shellcheck disable=SC2086 # two words
url=$(kubectl $hub config view -o 'jsonpath={.clusters[0].cluster.server}')
# shellcheck disable=SC2086
kubectl $hub config view --raw -o 'jsonpath={.clusters[0].cluster.certificate-authority-data}' |
  base64 -d >"$folder/hub-ca.crt"
printf '\n$ %s\n' "mcctl token create edge-7 --validity 2h -o jsonpath={.token} >edge-7.token"
# shellcheck disable=SC2086
mcctl token create edge-7 --validity 2h $hub -o 'jsonpath={.token}' >"$folder/edge-7.token"

echo; echo "== Somewhere without a hub: the bundle"
run mcctl import edge-7 --mode manual --offline --allow-loopback --hub-server "$url" \
  --hub-ca-file "$folder/hub-ca.crt" --hub-token-file "$folder/edge-7.token" -o "$folder/edge-7.tar.gz"
run mcctl bundle verify "$folder/edge-7.tar.gz"
run mcctl bundle images "$folder/edge-7.tar.gz"

echo; echo "== At the cluster: a shell and kubectl"
run tar -C "$folder" -xzf "$folder/edge-7.tar.gz"
run sh "$folder/edge-7/join.sh" --kubeconfig "$folder/cluster1.kubeconfig" --no-wait

echo; echo "== Back at the hub"
# shellcheck disable=SC2086
run mcctl accept edge-7 --wait-for-request --wait $hub
# shellcheck disable=SC2086
run mcctl status $hub

echo; echo "== At the cluster: out again"
run sh "$folder/edge-7/leave.sh" --kubeconfig "$folder/cluster1.kubeconfig" --yes
# shellcheck disable=SC2086
run mcctl delete edge-7 --hub-only --yes $hub
