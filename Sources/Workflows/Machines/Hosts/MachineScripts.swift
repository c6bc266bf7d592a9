import RemoteHosts

/// What is done on machines beside running sealer.
enum MachineScripts {
  /// The comment by which a cluster's key is found again.
  static func keyComment(_ cluster: String) -> String { "mcctl:\(cluster)" }

  /// Makes the key in folder `$1` with comment `$2`, unless it is there; prints its public half.
  static let makingKey = """
    set -e
    umask 077
    mkdir -p "$1"
    if [ ! -s "$1/id_ed25519.pub" ]; then
      rm -f "$1/id_ed25519" "$1/id_ed25519.pub"
      ssh-keygen -q -t ed25519 -N '' -C "$2" -f "$1/id_ed25519" </dev/null
    fi
    cat "$1/id_ed25519.pub"
    """

  /// Lets key `$1` log in as the present user; prints that user, and `added` when it was not there.
  static let addingKey = """
    set -e
    umask 077
    mkdir -p ~/.ssh
    keys=~/.ssh/authorized_keys
    touch "$keys"
    if grep -qxF -e "$1" "$keys"; then added=; else
      if [ -s "$keys" ] && [ -n "$(tail -c 1 "$keys")" ]; then echo >>"$keys"; fi
      printf '%s\\n' "$1" >>"$keys"
      added=added
    fi
    echo "$(id -un) $added"
    """

  /// Takes keys with comment `$1` away from the present user; prints `removed` when there were any.
  static let removingKey = """
    set -e
    umask 077
    keys=~/.ssh/authorized_keys
    if [ -e "$keys" ] && grep -q -e " $1\\$" "$keys"; then
      grep -v -e " $1\\$" "$keys" >"$keys.mcctl" || true
      cat "$keys.mcctl" >"$keys"
      rm -f "$keys.mcctl"
      if [ ! -s "$keys" ]; then rm -f "$keys"; rmdir ~/.ssh 2>/dev/null || true; fi
      echo removed
    fi
    """

  /// Takes away what mcctl keeps of a cluster: folder `$1`, the runs of sealer for cluster `$2`, the logins at registries
  /// in `$3`, and the sealer that mcctl installed. The folder goes last, since it says what they are.
  static let forgetting = """
    set -e
    for kind in create clean load destroy scale upgrade; do
      for job in /var/lib/mcctl/jobs/"$2-$kind" /var/lib/mcctl/jobs/"$2-$kind"-*; do
        if [ -d "$job" ]; then rm -rf -- "$job"; fi
      done
    done
    if [ -n "$3" ]; then rm -f -- "$3"; fi
    sealer=/usr/local/bin/sealer
    if [ -s "$1/sealer.sha256" ] && [ -e "$sealer" ] &&
      [ "$(sha256sum <"$sealer" | cut -d ' ' -f 1)" = "$(cat "$1/sealer.sha256")" ]; then
      rm -f "$sealer"
    fi
    rm -rf -- /root/.sealer/Clusterfile /root/.sealer/application.json
    rm -rf -- "$1"
    """

  /// Takes away the lock, which this run holds, and folders that are empty now.
  static let tidying = """
    rm -f /var/lib/mcctl/locks/sealer
    for folder in /root/.sealer /root/.kube /var/lib/mcctl/jobs /var/lib/mcctl/clusters /var/lib/mcctl/locks \\
      /var/lib/mcctl; do
      rmdir -- "$folder" 2>/dev/null || true
    done
    """

  /// The runs of sealer for cluster `$1` that are under way, one a line: those whose lock somebody holds.
  static let runningJobs = LookScript(
    """
    for job in /var/lib/mcctl/jobs/"$1"-*; do
      if [ -e "$job/lock" ] && [ ! -e "$job/exit" ]; then
        flock -s -n "$job/lock" true || echo "${job##*/}"
      fi
    done
    """)

  /// What shows that a machine belongs to a Kubernetes cluster: the first such file.
  static let clusterFiles = LookScript(
    """
    for file in /etc/kubernetes/kubelet.conf /etc/kubernetes/admin.conf; do
      if [ -e "$file" ]; then echo "$file"; exit; fi
    done
    for claim in /var/lib/mcctl/clusters/*/claim.json; do
      if [ -e "$claim" ]; then echo "$claim"; exit; fi
    done
    """)
}
