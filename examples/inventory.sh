#!/usr/bin/env bash
# Lists every object of a cluster by kind, namespace and name, with kubectl, so that mcctl is not
# its own witness. Events, leases and the like, which come and go by themselves, are left out.
#
#   examples/inventory.sh KUBECONFIG
set -euo pipefail

restless='^(events|leases|endpoints|endpointslices|componentstatuses|apiservices|flowschemas|prioritylevelconfigurations|ipaddresses)(\.|$)'
kinds=$(kubectl --kubeconfig "$1" api-resources --verbs=list,get,delete -o name |
  grep -Ev "$restless" | paste -sd, -)
kubectl --kubeconfig "$1" get "$kinds" --all-namespaces --ignore-not-found -o \
  jsonpath='{range .items[*]}{.kind}{" "}{.metadata.namespace}{" "}{.metadata.name}{"\n"}{end}' |
  sort -u
