/// How far sealer has come, by what it says. In the order in which it happens.
public enum SealerStage: String, Sendable, Hashable, CaseIterable, Comparable {
  case prepare
  case copy
  case hooks
  case registry
  case certificates
  case controlPlane
  case masters
  case nodes
  case kubernetes
  case applications
  case finished

  /// What is told of it.
  public var title: String {
    switch self {
    case .prepare: "the image is read"
    case .copy: "files are copied to the hosts"
    case .hooks: "the image's scripts run on the hosts"
    case .registry: "the local registry starts"
    case .certificates: "certificates are made"
    case .controlPlane: "kubeadm starts the first master"
    case .masters: "masters join"
    case .nodes: "nodes join"
    case .kubernetes: "Kubernetes is up"
    case .applications: "applications of the image start"
    case .finished: "sealer is done"
    }
  }

  /// Where it stands in the order.
  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Whether one comes before the other.
  public static func < (left: SealerStage, right: SealerStage) -> Bool { left.rank < right.rank }

  /// From here on the hosts are changed so that sealer cannot simply start again.
  public var changesHosts: Bool { self >= .controlPlane }

  /// What the texts of 0.8 to 0.11 say; the first that is found counts.
  private static let texts: [(String, SealerStage)] = [
    ("start to create new cluster with image", .prepare),
    ("Start to create a new cluster", .prepare),
    ("start to scale up cluster", .prepare),
    ("start to upgrade cluster with image", .prepare),
    ("start to rollback cluster", .prepare),
    ("The cri is ", .prepare),
    ("copying files to ", .copy),
    ("start to run hook", .hooks),
    ("will launch local private registry", .registry),
    ("will install local private registry", .registry),
    ("API server altNames", .certificates),
    ("start to init master0", .controlPlane),
    ("will be added as master", .masters),
    ("succeeded in creating a new cluster.", .kubernetes),
    ("start to launch sealer applications", .applications),
    ("succeeded in creating new cluster with image", .finished),
    ("Succeeded in creating a new cluster, enjoy it", .finished),
    ("succeeded in scaling up cluster", .finished),
    ("succeeded in upgrading cluster with image", .finished),
    ("succeeded in rollingback cluster", .finished),
  ]

  /// The stage that a line begins; nil when it begins none.
  init?(line: String) {
    if line.contains("start to join "), line.contains(" as ") {
      self = line.contains(" as master") ? .masters : .nodes
      return
    }
    guard let found = Self.texts.first(where: { line.contains($0.0) }) else { return nil }
    self = found.1
  }
}
