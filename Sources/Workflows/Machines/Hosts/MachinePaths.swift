/// Where mcctl keeps what belongs to one cluster, on the machine on which sealer runs. Everything is mode 0600 in
/// folders of mode 0700.
struct MachinePaths: Sendable {
  /// The folder of all clusters.
  static let clusters = "/var/lib/mcctl/clusters"
  /// Where a program is installed that was brought along.
  static let sealer = "/usr/local/bin/sealer"
  /// The cluster's admin kubeconfig, as kubeadm writes it.
  static let adminKubeconfig = "/etc/kubernetes/admin.conf"
  /// Logins at registries, as sealer reads them.
  static let registryAuth = "/root/.sealer/auth.json"

  let name: String

  /// The cluster's folder.
  var folder: String { "\(Self.clusters)/\(name)" }
  /// Whose machine it is: see ``MachineClaim``.
  var claim: String { "\(folder)/claim.json" }
  /// How the latest attempt to create the cluster ended: see ``SealerWork``.
  var attempt: String { "\(folder)/attempt.json" }
  /// How the latest attempt at a part of a change ended: see ``SealerWork``.
  func attempt(of part: String) -> String { "\(folder)/\(part).json" }
  /// What sealer is told.
  var clusterfile: String { "\(folder)/Clusterfile" }
  /// The same without the machines that are lost.
  var presentClusterfile: String { "\(folder)/Clusterfile.present" }
  /// The key by which sealer reaches the machines.
  var key: String { "\(folder)/id_ed25519" }
  /// The SHA-256 of the sealer that was installed, in lower-case hexadecimal; it goes with the cluster.
  var installedSealer: String { "\(folder)/sealer.sha256" }
  /// An image on its way.
  var image: String { "\(folder)/image.tar" }
  /// What sealer said in a run, without credentials.
  func transcript(_ run: String) -> String { "\(folder)/\(run).log" }
}
