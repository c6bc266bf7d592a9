import RemoteHosts

/// The script that tells what a machine is like. It only reads, needs no more than a POSIX shell and the tools that every
/// Linux has, and writes one fact a line, its columns parted by tabs.
///
/// `$1` paths of which the disk is asked, `$2` names to be resolved, `$3` `ADDRESS/PORT` pairs to be reached; each a list parted by
/// spaces.
enum HostFactsScript {
  static let text =
    identity + resources + network + software
    + LookScript(
      """
      for place in $3; do
        (timeout 5 bash -c "exec 3<>/dev/tcp/$place" 2>/dev/null && fact reach "$place" yes || fact reach "$place" no) &
      done
      wait
      fact end
      """)

  private static let identity = LookScript(
    #"""
    # A line is one write: some facts are found at the same time.
    tab=$(printf '\t')
    fact() { line=$1; shift; for value; do line="$line$tab$value"; done; printf '%s\n' "$line"; }
    fact time "$(date +%s.%N)"
    fact user "$(id -u)"
    fact hostname "$(cat /proc/sys/kernel/hostname)"
    fact arch "$(uname -m)"
    fact kernel "$(uname -r)"
    (. /etc/os-release 2>/dev/null; fact os "$ID" "$VERSION_ID" "$PRETTY_NAME" "$ID_LIKE")
    fact synchronized "$(timedatectl show -p NTPSynchronized --value 2>/dev/null)"

    """#)

  private static let resources = LookScript(
    #"""
    fact cpus "$(grep -c '^processor' /proc/cpuinfo)"
    fact memory "$(awk '/^MemTotal:/ { print $2 }' /proc/meminfo)"
    awk 'NR > 1 { print "swap\t" $1 "\t" $3 }' /proc/swaps 2>/dev/null
    for path in $1; do
      found=$path
      while [ ! -e "$found" ]; do found=$(dirname "$found"); done
      df -Pk "$found" | awk -v path="$path" 'NR == 2 { print "disk\t" path "\t" $6 "\t" $4 }'
    done

    """#)

  private static let network = LookScript(
    #"""
    cat /proc/net/tcp /proc/net/tcp6 2>/dev/null |
      awk '$4 == "0A" { n = split($2, part, ":"); print "listen\t" part[n] }' | sort -u
    ss -Hltnp 2>/dev/null | sed -n 's/^.*[]0-9*]:\([0-9]*\) .*users:(("\([^"]*\)".*/owner\t\1\t\2/p' | sort -u
    for interface in /sys/class/net/*; do fact interface "${interface##*/}"; done
    for name in "$(cat /proc/sys/kernel/hostname)" $2; do
      fact resolves "$name" "$(getent hosts "$name" 2>/dev/null | awk 'NR == 1 { print $1 }')"
    done
    policy=$(iptables -S INPUT 2>/dev/null | sed -n 's/^-P INPUT //p')
    [ -n "$policy" ] && fact input "$policy"
    ufw status 2>/dev/null | grep -q '^Status: active' && fact active ufw

    """#)

  private static let software = LookScript(
    #"""
    fact selinux "$(getenforce 2>/dev/null || echo none)"
    for service in firewalld docker containerd crio kubelet k3s rke2-server etcd; do
      [ "$(systemctl is-active "$service" 2>/dev/null)" = active ] && fact active "$service"
    done
    for module in overlay br_netfilter nf_conntrack ip_vs ip_vs_rr ip_vs_wrr ip_vs_sh; do
      if [ -d "/sys/module/$module" ] || modinfo "$module" >/dev/null 2>&1 ||
        grep -q "/$module.ko" "/lib/modules/$(uname -r)/modules.builtin" 2>/dev/null; then
        fact module "$module"
      fi
    done
    for program in bash tar ip iptables systemctl lvm docker containerd crio podman kubeadm sealer; do
      place=$(command -v "$program" 2>/dev/null) && fact program "$program" "$place"
    done
    for path in /etc/kubernetes/admin.conf /etc/kubernetes/kubelet.conf /etc/kubernetes/manifests \
      /var/lib/etcd/member /var/lib/kubelet/pki /var/lib/kubelet/pods /root/.sealer/Clusterfile \
      /etc/rancher /var/lib/docker /var/lib/containerd /var/lib/sealer/data /etc/cni/net.d; do
      [ -e "$path" ] && [ -n "$(ls -A "$path" 2>/dev/null)" ] && fact exists "$path"
    done
    images=/var/lib/containers/storage/overlay-images
    [ -r "$images/images.json" ] && fact images "$(tr '\n\t' '  ' <"$images/images.json")"
    # An image's own configuration tells its architecture, and a list of images those of its members. A list from which only
    # one was taken lies beside that one, and does not count.
    for image in "$images"/*/; do
      image=${image%/}
      found=$(
        for file in $(grep -ls '"rootfs"' "$image"/=*; grep -ls '"manifests"' "$image/manifest"); do
          grep -o '"architecture": *"[a-z0-9]*"' "$file"
        done | sed 's/.*"\([a-z0-9]*\)"$/\1/' | sort -u | tr '\n' ' '
      )
      [ -n "$found" ] && fact architectures "${image##*/}" "${found% }"
    done

    """#)
}
