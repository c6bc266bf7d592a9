/// `join.sh`: puts the agent on the cluster, waits until the hub has let it in, and says what is wrong
/// when it does not.
enum JoinScript {
  /// The script of a bundle.
  static func text(_ facts: ScriptFacts) -> String {
    """
    #!/bin/sh
    # Joins this Kubernetes cluster to a hub. Made by mcctl; needs kubectl and an administrator's rights
    # on this cluster. Run again, it finishes what was interrupted.
    set -eu


    """
      + facts.assignments([
        "cluster", "hub", "record", "expires", "expires_seconds", "klusterlet", "agent_namespace",
        "operator_namespace", "bootstrap_secret", "hub_secret", "record_annotation", "klusterlets",
        "digests",
      ]) + CommonScript.functions + checks + applying + waiting + main
  }

  private static let checks = #"""

    usage() {
      cat <<EOF
    Joins this Kubernetes cluster to the hub $hub as "$cluster".

      sh join.sh [--kubeconfig FILE] [--context NAME] [--timeout SECONDS] [--check] [--no-wait] [--replace]

      --kubeconfig, --context  the cluster, when it is not the one kubectl is set to
      --timeout SECONDS        how long to wait in all (600)
      --check                  look whether everything is as it has to be, and change nothing
      --no-wait                end when everything is applied
      --replace                take the place of an agent that belongs to another hub or another name
    EOF
    }

    digest() {
      if command -v sha256sum >/dev/null 2>&1; then
        sha256sum "$1" | cut -d ' ' -f 1
      elif command -v shasum >/dev/null 2>&1; then
        shasum -a 256 "$1" | cut -d ' ' -f 1
      fi
    }

    check_bundle() {
      while read -r wanted file purpose; do
        [ -r "$here/$file" ] ||
          stop 3 "the bundle is not complete: $file is missing (to $purpose)" "have it sent again"
        found=$(digest "$here/$file")
        [ -z "$found" ] || [ "$found" = "$wanted" ] ||
          stop 3 "$file is not as it was made" "have the bundle sent again, or a new one made"
      done <<EOF
    $digests
    EOF
      [ -n "$expires_seconds" ] || return 0
      if [ "$(date +%s)" -ge "$expires_seconds" ]; then
        stop 3 "the bundle's credential ended at $expires" \
          "have a new one made: mcctl import $cluster --mode manual -o BUNDLE" \
          "if that time is not over, set this machine's clock"
      fi
      say "credential: valid until $expires"
    }

    # The hub that the agent on the cluster asks for its certificate. What is read holds a credential
    # and goes no further than to sed.
    known_hub() {
      k -n "$agent_namespace" get secret "$bootstrap_secret" --ignore-not-found \
        -o 'go-template={{with .data}}{{with .kubeconfig}}{{. | base64decode}}{{end}}{{end}}' 2>/dev/null |
        sed -n "s/^ *server: *//p" | tr -d "\"'" || :
    }

    check_agents() {
      others=$(agents | grep -v -x -e "$klusterlet $cluster" -e '' || :)
      if [ -n "$others" ] && [ "$replace" = no ]; then
        stop 3 "the cluster has an agent already: $(printf '%s' "$others" | tr '\n' ',')" \
          "take it out first, or run it again with --replace to put this one in its place"
      fi
      known=$(known_hub)
      if [ -n "$known" ] && [ "$known" != "$hub" ] && [ "$replace" = no ]; then
        stop 3 "the cluster's agent belongs to the hub $known" \
          "take it out there first, or run it again with --replace to move it to $hub"
      fi
    }

    """#

  private static let applying = #"""

    # An agent that has a certificate of an earlier registration never asks for a new one.
    remove_stale() {
      stale=no
      present=$(k -n "$agent_namespace" get secret "$hub_secret" --ignore-not-found -o name 2>/dev/null) || present=
      [ -n "$present" ] || return 0
      if [ "$replace" = yes ]; then stale=yes; fi
      if [ -n "$record" ]; then
        noted=$(k -n "$agent_namespace" get secret "$bootstrap_secret" --ignore-not-found \
          -o "go-template={{with .metadata.annotations}}{{index . \"$record_annotation\"}}{{end}}" 2>/dev/null) || noted=
        [ "$noted" = "$record" ] || stale=yes
      fi
      [ "$stale" = yes ] || return 0
      say "remove the agent's certificate of an earlier registration"
      k -n "$agent_namespace" delete secret "$hub_secret" --ignore-not-found >/dev/null
    }

    # A pod of the agent keeps the certificate that it began with; the operator makes a new one.
    restart_stale() {
      [ "$stale" = yes ] || return 0
      k -n "$agent_namespace" delete deployment "$klusterlet-agent" "$klusterlet-registration-agent" \
        --ignore-not-found >/dev/null
    }

    left() {
      seconds=$((deadline - $(date +%s)))
      if [ "$seconds" -lt 1 ]; then seconds=1; fi
      printf '%s' "$seconds"
    }

    # A type that was only just made has no conditions yet, at which kubectl wait gives up instead of waiting.
    await_type() {
      until answer=$(k wait --for=condition=Established "--timeout=$(left)s" "crd/$klusterlets" 2>&1 </dev/null); do
        case $answer in
        *'accessor error'*) ;;
        *) return 1 ;;
        esac
        [ "$(date +%s)" -lt "$deadline" ] || return 1
        sleep 1
      done
    }

    apply_all() {
      while read -r _ file purpose; do
        say "$purpose"
        answer=$(k apply --server-side --field-manager=mcctl --force-conflicts -f "$here/$file" 2>&1 </dev/null) ||
          stop 1 "cannot $purpose" "$answer" "run it again when that is put right"
        case $file in
        *-crds.yaml)
          await_type ||
            stop 5 "the cluster does not take in the agent's type" "$answer"
          ;;
        esac
      done <<EOF
    $digests
    EOF
    }

    """#

  private static let waiting = #"""

    wait_for_operator() {
      say "wait for the agent's operator"
      answer=$(k -n "$operator_namespace" rollout status deployment/klusterlet "--timeout=$(left)s" 2>&1) && return 0
      pod_trouble "$operator_namespace"
      stop 5 "the agent's operator does not start" "$answer" \
        "ErrImagePull: the images in images.txt have to be where the cluster can pull them" \
        "see more with: kubectl -n $operator_namespace describe pods"
    }

    # condition FIELD: of the agent's connection with the hub, as the operator sees it
    condition() {
      k get "$klusterlets" "$klusterlet" \
        -o "jsonpath={.status.conditions[?(@.type==\"HubConnectionDegraded\")].$1}" 2>/dev/null || :
    }

    # The condition's message, without the values that the operator prints whole.
    message() { condition message | sed 's/&\([A-Za-z]*\){.*} with /\1 with /'; }

    # explained REASON MESSAGE; a credential that the hub does not know is an error to the operator, too.
    explained() {
      case "$1 $2" in
      *BootstrapSecretUnauthorized* | *"\"$bootstrap_secret\": Unauthorized"*)
        say "the hub does not take the credential: it has ended or was revoked. Have a new bundle made"
        ;;
      *BootstrapSecretError*) say "the hub $hub cannot be reached or verified from this cluster" ;;
      *HubKubeConfigUnauthorized*) say "the hub has issued a certificate, and has yet to accept the cluster" ;;
      *HubKubeConfigSecretMissing* | *HubKubeConfigMissing*) say "the agent has asked the hub, which has yet to approve" ;;
      ' ') say "the agent has not started yet" ;;
      *) say "$1" ;;
      esac
    }

    wait_for_hub() {
      say "wait for the hub to let the cluster in"
      told=
      while :; do
        if [ "$(condition status)" = False ]; then
          say "\"$cluster\" is registered with $hub"
          return 0
        fi
        message=$(message)
        now=$(explained "$(condition reason)" "$message")
        if [ "$now" != "$told" ]; then say "  $now"; fi
        told=$now
        if [ "$(date +%s)" -ge "$deadline" ]; then
          pod_trouble "$agent_namespace"
          hint="mcctl status $cluster; mcctl accept $cluster --wait"
          case $now in *'new bundle'*) hint="mcctl import $cluster --mode manual -o BUNDLE" ;; esac
          stop 5 "everything is applied, but the hub has not let the cluster in: $now" ${message:+"$message"} \
            "at the hub: $hint" "run it again to go on waiting"
        fi
        sleep 2
      done
    }

    """#

  private static let main = #"""

    timeout=600
    check_only=no
    waits=yes
    replace=no
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
      --check) check_only=yes ;;
      --no-wait) waits=no ;;
      --replace) replace=yes ;;
      -h | --help) usage && exit 0 ;;
      *) stop 64 "unknown option $1" "sh $0 --help" ;;
      esac
      shift
    done

    here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
    deadline=$(($(date +%s) + timeout))
    say "join \"$cluster\" to the hub $hub"
    check_bundle
    check_cluster
    check_agents
    if [ "$check_only" = yes ]; then
      say "everything is as it has to be; nothing was changed"
      exit 0
    fi
    remove_stale
    apply_all
    restart_stale
    if [ "$waits" = no ]; then
      say "everything is applied"
      exit 0
    fi
    wait_for_operator
    wait_for_hub

    """#
}
