/// `leave.sh`: takes the agent off the cluster, with all that came with it.
enum LeaveScript {
  /// The script of a bundle.
  static func text(_ facts: ScriptFacts) -> String {
    """
    #!/bin/sh
    # Takes the agent that join.sh installed off this Kubernetes cluster. Made by mcctl; needs kubectl and
    # an administrator's rights on this cluster. Run again, it finishes what was interrupted.
    set -eu


    """
      + facts.assignments([
        "cluster", "hub", "klusterlet", "agent_namespace", "addon_namespace", "operator_namespace",
        "klusterlets",
      ]) + CommonScript.functions + checks + removing + main
  }

  private static let checks = #"""

    usage() {
      cat <<EOF
    Takes this Kubernetes cluster, "$cluster", out of the hub $hub.

      sh leave.sh [--kubeconfig FILE] [--context NAME] [--timeout SECONDS] [--yes] [--with-works]

      --kubeconfig, --context  the cluster, when it is not the one kubectl is set to
      --timeout SECONDS        how long to wait for each thing to go (300)
      --yes                    ask nothing
      --with-works             also delete what the hub has handed out to the cluster
    EOF
    }

    works=appliedmanifestworks.work.open-cluster-management.io

    check_agent() {
      others=$(agents | grep -v -x -e "$klusterlet $cluster" -e '' || :)
      mine=$(agents | grep -x -e "$klusterlet $cluster" || :)
      if [ -z "$mine" ] && [ -n "$others" ]; then
        stop 3 "the agent on this cluster is another one: $(printf '%s' "$others" | tr '\n' ',')" \
          "is this the right cluster? name it with --kubeconfig or --context"
      fi
      handed_out=$(k get "$works" -o name 2>/dev/null || :)
      if [ -n "$handed_out" ] && [ "$with_works" = no ]; then
        stop 3 "the hub has handed out objects to this cluster: $(printf '%s' "$handed_out" | tr '\n' ' ')" \
          "at the hub, take the cluster out first: mcctl delete $cluster" \
          "or run it again with --with-works: they and all that they brought are deleted"
      fi
    }

    confirm() {
      [ "$yes" = no ] || return 0
      [ -t 0 ] || stop 3 "a question has to be answered first" "agree beforehand with --yes"
      printf 'The agent of "%s" is removed from this cluster. Type the name of the cluster to go on: ' "$cluster"
      read -r typed
      [ "$typed" = "$cluster" ] || stop 3 "nothing was changed"
    }

    """#

  private static let removing = #"""

    # gone KIND NAME: deletes it and waits until it is no more; what is not there is fine
    gone() {
      answer=$(k delete "$1" "$2" --ignore-not-found "--timeout=${timeout}s" 2>&1) && return 0
      case $answer in *"doesn't have a resource type"* | *"could not find the requested resource"*) return 0 ;; esac
      stop 5 "$1 $2 does not go" "$answer" "run it again to go on"
    }

    # gone_there KIND NAME: the same in the operator's namespace
    gone_there() {
      answer=$(k -n "$operator_namespace" delete "$1" "$2" --ignore-not-found "--timeout=${timeout}s" 2>&1) ||
        stop 5 "$1 $operator_namespace/$2 does not go" "$answer" "run it again to go on"
    }

    # What the agent reports last, so that at the hub its silence is understood.
    tell_hub() {
      [ -n "$mine" ] || return 0
      say "tell the hub"
      if k apply -f - >/dev/null 2>&1 <<EOF
    apiVersion: cluster.open-cluster-management.io/v1alpha1
    kind: ClusterClaim
    metadata:
      name: leaving.mcctl.dev
    spec:
      value: "true"
    EOF
      then sleep 5; fi
    }

    remove_agent() {
      say "remove the agent"
      answer=$(k delete "$klusterlets" "$klusterlet" --ignore-not-found "--timeout=${timeout}s" 2>&1) || {
        case $answer in
        *"doesn't have a resource type"* | *"could not find the requested resource"*) ;;
        *)
          pod_trouble "$operator_namespace"
          stop 5 "the agent does not go; its operator has to run to take it away" "$answer" \
            "kubectl -n $operator_namespace logs deployment/klusterlet"
          ;;
        esac
      }
      gone namespace "$agent_namespace"
    }

    # Kubernetes deletes what a record of the agent owns a moment later, and no more once the record's type is gone.
    remove_works() {
      [ -n "$handed_out" ] || return 0
      say "remove what the hub has handed out"
      brought=$(k get "$works" -o 'jsonpath={range .items[*].status.appliedResources[*]}{.resource}.{.version}.{.group}|{.namespace}|{.name}{"\n"}{end}')
      # The agent is gone: nobody else takes its finalizer off, where it did not run here or its operator did not.
      for record in $handed_out; do
        k patch "$record" --type=merge -p '{"metadata": {"finalizers": null}}' >/dev/null 2>&1 || :
      done
      answer=$(k delete "$works" --all "--timeout=${timeout}s" 2>&1) ||
        stop 5 "what was handed out does not go" "$answer" "run it again to go on"
      printf '%s\n' "$brought" | while IFS='|' read -r type namespace name; do
        tries=0
        while [ -n "$name" ] && [ "$tries" -lt 30 ]; do
          state=$(k get "$type" "$name" ${namespace:+-n "$namespace"} --ignore-not-found \
            -o 'jsonpath={.metadata.deletionTimestamp}/{.metadata.ownerReferences[*].kind}' 2>/dev/null || :)
          case $state in /*AppliedManifestWork*) ;; *) break ;; esac
          tries=$((tries + 1))
          sleep 1
        done
      done
    }

    remove_operator() {
      say "remove the agent's operator"
      # What the operator made, should it not have taken it away itself.
      k delete clusterrolebindings,clusterroles -l "open-cluster-management.io/created-by-klusterlet=$klusterlet" \
        --ignore-not-found >/dev/null
      gone_there deployment klusterlet
      gone clusterrolebinding klusterlet
      gone clusterrole klusterlet
      gone_there serviceaccount klusterlet
      gone_there secret open-cluster-management-image-pull-credentials
      gone namespace "$addon_namespace"
      say "remove the agent's types"
      gone crd "$works"
      gone crd clusterclaims.cluster.open-cluster-management.io
      gone crd "$klusterlets"
      # A hub of its own, or anything else, may live in the same namespace.
      rest=$(k -n "$operator_namespace" get deployments,statefulsets,daemonsets -o name 2>/dev/null || :)
      if [ -n "$rest" ]; then
        say "namespace $operator_namespace stays: $(printf '%s' "$rest" | tr '\n' ' ')"
      else
        gone namespace "$operator_namespace"
      fi
    }

    """#

  private static let main = #"""

    timeout=300
    yes=no
    with_works=no
    while [ $# -gt 0 ]; do
      case $1 in
      --kubeconfig) needs_value "$1" $# && kubeconfig=$2 && shift ;;
      --context) needs_value "$1" $# && context=$2 && shift ;;
      --timeout)
        needs_value "$1" $#
        is_number "$2" || stop 64 "--timeout takes a number of seconds"
        timeout=$2
        shift
        ;;
      --yes) yes=yes ;;
      --with-works) with_works=yes ;;
      -h | --help) usage && exit 0 ;;
      *) stop 64 "unknown option $1" "sh $0 --help" ;;
      esac
      shift
    done

    say "take \"$cluster\" out of the hub $hub"
    check_cluster
    check_agent
    confirm
    tell_hub
    remove_agent
    remove_works
    if [ -z "$others" ]; then
      remove_operator
    else
      say "the operator stays for other agents: $(printf '%s' "$others" | tr '\n' ',')"
    fi
    say "the agent of \"$cluster\" is gone; the hub still has a record of it: mcctl delete $cluster"

    """#
}
