import Documents

/// Reports the managed cluster's state to the hub (OCM registration, spoke/managedcluster).
struct ClusterStatusReport: Sendable {
  let agent: AgentContext
  let hub: any HubClient

  /// Most custom claims that are reported.
  private static let claimLimit = 20
  private static let reservedClaims: Set<String> = [
    "id.k8s.io", "kubeversion.open-cluster-management.io",
    "platform.open-cluster-management.io", "product.open-cluster-management.io",
  ]

  /// Brings the status on the hub up to date; nothing is reported before the hub accepted.
  func report() async throws {
    let nodes = try await agent.managed.client.items(.nodes)
    let claims = try await claims()
    let version = agent.environment.gitVersion
    try await hub.modify(.managedClusters, agent.cluster, subresource: "status") { cluster in
      guard cluster.hasCondition(ClusterConditions.accepted, .yes),
        !cluster.hasCondition(ClusterConditions.clockSynced, .no)
      else { return }
      if !cluster.hasCondition(ClusterConditions.joined, .yes) {
        cluster.setCondition(
          StatusCondition(
            ClusterConditions.joined, .yes, "ManagedClusterJoined", "Managed cluster joined"))
      }
      cluster.setCondition(
        StatusCondition(
          ClusterConditions.available, .yes, "ManagedClusterAvailable",
          "Managed cluster is available"))
      cluster.set(.string(version), at: "status", "version", "kubernetes")
      Self.setResources(NodeResources(nodes), of: &cluster)
      if !claims.isEmpty { cluster.set(.array(claims), at: "status", "clusterClaims") }
    }
  }

  /// Capacity that others reported is kept; both are left out when there are no nodes.
  private static func setResources(_ resources: NodeResources, of cluster: inout Value) {
    for (key, value) in resources.capacity {
      cluster.set(.string(value), at: "status", "capacity", key)
    }
    var allocatable: Value?
    for (key, value) in resources.allocatable.sorted(by: { $0.key < $1.key }) {
      allocatable = allocatable ?? [:]
      allocatable?[key] = .string(value)
    }
    cluster.set(allocatable, at: "status", "allocatable")
  }

  private func claims() async throws -> [Value] {
    let claims = try await agent.managed.client.items(.clusterClaims)
      .filter { $0.label("open-cluster-management.io/spoke-only") == nil }
      .sorted { $0.objectName < $1.objectName }
    let reserved = claims.filter { Self.reservedClaims.contains($0.objectName) }
    let custom = claims.filter { !Self.reservedClaims.contains($0.objectName) }
    return (reserved + custom.prefix(Self.claimLimit)).map { claim in
      ["name": .string(claim.objectName), "value": claim.at("spec", "value") ?? ""]
    }
  }
}

/// The sums of what nodes have.
struct NodeResources: Sendable {
  private(set) var capacity: [String: String] = [:]
  private(set) var allocatable: [String: String] = [:]

  /// Nodes that take no pods count for capacity only.
  init(_ nodes: [Value]) {
    capacity = Self.sum(nodes, "capacity")
    allocatable = Self.sum(
      nodes.filter { $0.at("spec", "unschedulable")?.bool != true }, "allocatable")
  }

  private static func sum(_ nodes: [Value], _ field: String) -> [String: String] {
    var sums: [String: Quantity] = [:]
    for node in nodes {
      for (key, value) in node.at("status", field)?.object ?? Object() {
        let text = value.string ?? value.int.map(String.init) ?? ""
        guard let quantity = Quantity(text) else { continue }
        sums[key] = sums[key].map { $0 + quantity } ?? quantity
      }
    }
    return sums.mapValues(\.text)
  }
}

/// A resource quantity such as `500m`, `4` or `16Gi`.
struct Quantity: Sendable, Hashable {
  /// Thousandths.
  private let milli: Int
  /// The unit it is written in.
  private let unit: String

  private static let factors: [String: Int] = [
    "": 1, "k": 1_000, "M": 1_000_000, "G": 1_000_000_000, "T": 1_000_000_000_000,
    "Ki": 1 << 10, "Mi": 1 << 20, "Gi": 1 << 30, "Ti": 1 << 40,
  ]

  private init(milli: Int, unit: String) {
    self.milli = milli
    self.unit = unit
  }

  /// Nil when the text is not a quantity.
  init?(_ text: String) {
    let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "-" }
    let unit = String(text.dropFirst(digits.count))
    guard let number = Double(digits) else { return nil }
    if unit == "m" {
      self.init(milli: Int(number), unit: "m")
    } else if let factor = Self.factors[unit] {
      self.init(milli: Int(number * Double(factor) * 1000), unit: unit)
    } else {
      return nil
    }
  }

  static func + (a: Quantity, b: Quantity) -> Quantity {
    Quantity(milli: a.milli + b.milli, unit: a.unit)
  }

  /// Written in the unit of the first summand, or a smaller one when that does not divide it.
  var text: String {
    if let factor = Self.factors[unit], milli % (factor * 1000) == 0 {
      return "\(milli / (factor * 1000))\(unit)"
    }
    return milli % 1000 == 0 ? "\(milli / 1000)" : "\(milli)m"
  }
}
