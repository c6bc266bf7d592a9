import FoundationEssentials

@testable import Workflows

/// What the script told of a machine, as it was recorded, with other lines in place of some.
struct HostFactsSample {
  static let received = Date(timeIntervalSince1970: 1_795_911_453)
  private static let disk = 100 << 20

  private var lines = [
    "time\t1795911453.10", "user\t0", "hostname\tm1", "arch\tx86_64",
    "kernel\t3.10.0-1160.el7.x86_64",
    "os\tcentos\t7\tCentOS Linux 7 (Core)\trhel fedora", "synchronized\tyes", "cpus\t4",
    "memory\t8009516",
    "disk\t/var/lib/sealer/data\t/\t\(disk)", "disk\t/var/lib/containerd\t/\t\(disk)",
    "disk\t/var/lib/kubelet\t/\t\(disk)", "disk\t/var/lib/etcd\t/\t\(disk)",
    "disk\t/var/lib/containers\t/\t\(disk)", "disk\t/var/tmp\t/\t\(disk)",
    "listen\t0016", "owner\t22\tsshd", "interface\teth0", "interface\tlo",
    "resolves\tm1\t10.0.0.11", "selinux\tPermissive",
    "module\toverlay", "module\tbr_netfilter", "module\tnf_conntrack", "module\tip_vs",
    "module\tip_vs_rr", "module\tip_vs_wrr", "module\tip_vs_sh",
    "program\tbash\t/usr/bin/bash", "program\ttar\t/usr/bin/tar",
    "program\tip\t/usr/sbin/ip", "program\tiptables\t/usr/sbin/iptables",
    "program\tsystemctl\t/usr/bin/systemctl",
    "reach\t10.0.0.21/22\tyes", "end",
  ]

  /// The machine with other facts: those of the same first words are replaced, others are added.
  init(_ changes: String..., without: String...) {
    lines.removeAll { line in without.contains { line.hasPrefix($0) } }
    for change in changes {
      let key = change.split(separator: "\t")[0] + "\t"
      if ["listen\t", "owner\t", "exists\t", "active\t", "interface\t", "program\t", "swap\t"]
        .contains(key)
      {
        lines.insert(change, at: 0)
      } else {
        lines.removeAll { $0.hasPrefix(key) }
        lines.insert(change, at: 0)
      }
    }
  }

  var facts: HostFacts {
    get throws { try HostFacts(lines.joined(separator: "\n"), received: Self.received) }
  }

  /// The script's output.
  var text: String { lines.joined(separator: "\n") }
}
