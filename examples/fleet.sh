#!/usr/bin/env bash
# A fleet in one command: four clusters of the sandbox from one file, one of them with a wrong address. The others are
# registered; the file is put right, and what failed is retried by the result of the first run.
#
# Every command is shown as it is run. MCCTL_QUICKSTART_BUILD=release builds optimised.
set -euo pipefail
cd "$(dirname "$0")/.."

# shellcheck source=examples/start-sandbox.sh
. examples/start-sandbox.sh --clusters 4 --hub-prepared

cat >"$folder/fleet.yaml" <<'YAML'
apiVersion: mcctl.dev/v1
kind: Fleet
spec:
  hub: {allowLoopback: true}
  defaults:
    labels: {region: north}
  clusters:
    - {name: edge-1, kubeconfig: {file: cluster1.kubeconfig}}
    - {name: edge-2, kubeconfig: {file: cluster2.kubeconfig}}
    - {name: edge-3, kubeconfig: {file: cluster3.kubeconfig}}
    - {name: edge-4, kubeconfig: {file: broken.kubeconfig}}
YAML
sed 's|server:.*|server: https://127.0.0.1:1|' "$folder/cluster4.kubeconfig" >"$folder/broken.kubeconfig"
chmod 600 "$folder/broken.kubeconfig"

echo; echo "== All but one"
status=0
run mcctl import -f "$folder/fleet.yaml" --events "$folder/first.jsonl" || status=$?
echo "exit code $status: some of it is done"
run mcctl diff -f "$folder/fleet.yaml" || true

echo; echo "== Put right, and what is missing done by the record of the first run"
cp -p "$folder/cluster4.kubeconfig" "$folder/broken.kubeconfig"
run mcctl import -f "$folder/fleet.yaml" --retry-failed "$folder/first.jsonl"
run mcctl diff -f "$folder/fleet.yaml"
run mcctl status
