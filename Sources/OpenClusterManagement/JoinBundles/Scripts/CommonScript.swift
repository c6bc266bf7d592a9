/// What both scripts of a bundle begin with: POSIX sh and kubectl, nothing else.
enum CommonScript {
  /// Reporting, and kubectl with the flags that the caller gave.
  static let functions = #"""
    kubeconfig=
    context=

    say() { printf '%s\n' "$*"; }

    # stop STATUS MESSAGE [HINT...]: 1 failed, 3 refused, 4 not allowed, 5 timed out, 64 wrong usage
    stop() {
      status=$1
      printf 'error: %s\n' "$2" >&2
      shift 2
      for hint in "$@"; do printf '  %s\n' "$hint" >&2; done
      exit "$status"
    }

    k() {
      kubectl ${kubeconfig:+--kubeconfig "$kubeconfig"} ${context:+--context "$context"} "$@"
    }

    # needs_value OPTION VALUES: an option that takes a value has one
    needs_value() {
      [ "$2" -ge 2 ] || stop 64 "$1 needs a value" "sh $0 --help"
    }

    is_number() {
      case $1 in '' | *[!0-9]*) return 1 ;; esac
    }

    # The cluster that kubectl leads to: it answers, is new enough, and lets the caller do everything.
    check_cluster() {
      command -v kubectl >/dev/null 2>&1 ||
        stop 1 "kubectl is not installed" "see https://kubernetes.io/docs/tasks/tools/"
      version=$(k get --raw /version 2>&1) ||
        stop 1 "the cluster cannot be reached" "$version" "name another one with --kubeconfig or --context"
      major=$(printf '%s' "$version" | tr -d ' \n\t' | sed -n 's/.*"major":"\([0-9]*\).*/\1/p')
      minor=$(printf '%s' "$version" | tr -d ' \n\t' | sed -n 's/.*"minor":"\([0-9]*\).*/\1/p')
      if is_number "$major" && is_number "$minor"; then
        if [ "$major" -lt 1 ] || { [ "$major" -eq 1 ] && [ "$minor" -lt 22 ]; }; then
          stop 3 "the cluster runs Kubernetes $major.$minor; 1.22 or newer is needed"
        fi
      fi
      server=$(k config view --minify -o 'jsonpath={.clusters[0].cluster.server}' 2>/dev/null) || server=
      say "cluster: ${server:-the one kubectl is set to} (Kubernetes ${major:-?}.${minor:-?})"
      k auth can-i '*' '*' --all-namespaces >/dev/null 2>&1 ||
        stop 4 "the user of this kubeconfig is no administrator of the cluster (cluster-admin)" \
          "an agent is given rights on the whole cluster, and only who has them can give them"
    }

    # agents: one line per agent on the cluster, its name and the cluster it registers as
    agents() {
      k get "$klusterlets" \
        -o 'jsonpath={range .items[*]}{.metadata.name}{" "}{.spec.clusterName}{"\n"}{end}' 2>/dev/null || :
    }

    # pod_trouble NAMESPACE: why pods there do not run
    pod_trouble() {
      k -n "$1" get pods -o 'jsonpath={range .items[*]}{.metadata.name}{range .status.containerStatuses[*]}{" "}{.state.waiting.reason}{" "}{.state.waiting.message}{end}{range .status.conditions[?(@.type=="PodScheduled")]}{" "}{.message}{end}{"\n"}{end}' 2>/dev/null |
        sed -n 's/^\([^ ]*\)  *\([^ ].*\)/  pod \1: \2/p' >&2 || :
    }

    """#
}
