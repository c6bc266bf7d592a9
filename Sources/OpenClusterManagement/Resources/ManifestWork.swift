public import Documents
public import KubernetesClient

/// Objects that the hub hands to a cluster (`work.open-cluster-management.io/v1` ManifestWork, in
/// the cluster's namespace).
public struct ManifestWork: ResourceView {
  /// The API resource.
  public static let type = ResourceType.manifestWorks

  /// The whole object.
  public var value: Value

  /// Looks at an object, whatever it contains.
  public init(_ value: Value) {
    self.value = value
  }

  /// `spec.workload.manifests`: the objects to be applied.
  public var manifests: [Value] { value.at("spec", "workload", "manifests")?.array ?? [] }

  /// `spec.deleteOption.propagationPolicy`: `Foreground` (the objects go with the work; the
  /// default), `Orphan` or `SelectivelyOrphan`.
  public var deletionPolicy: String {
    value.at("spec", "deleteOption", "propagationPolicy")?.string ?? "Foreground"
  }

  /// The addon this work belongs to; nil for a work of a user's own.
  public var addOn: String? { label(Names.Label.addOnName) }

  /// The order in which OCM deletes works of a cluster that goes: lower first, 0 when not said.
  public var cleanupPriority: Int {
    annotation(Names.Annotation.cleanupPriority).flatMap(Int.init) ?? 0
  }

  /// Whether the agent applied every manifest of this generation.
  public var isApplied: Bool { isTrueNow(Names.ConditionType.workApplied) }

  /// Whether every object is there on the cluster, for this generation.
  public var isAvailable: Bool { isTrueNow(Names.ConditionType.workAvailable) }

  /// `status.resourceStatus.manifests`: what became of each manifest.
  public var manifestStatuses: [ManifestStatus] {
    (value.at("status", "resourceStatus", "manifests")?.array ?? []).map(ManifestStatus.init)
  }

  private func isTrueNow(_ type: String) -> Bool {
    guard let condition = condition(type) else { return false }
    return condition.isTrue && condition.isCurrent(for: generation)
  }
}

extension ManifestWork {
  /// What became of one manifest on the cluster.
  public struct ManifestStatus: Sendable, Hashable {
    /// The manifest's place in `spec.workload.manifests`, from 0.
    public var ordinal: Int
    /// API group; empty for the core group.
    public var group: String
    /// API version.
    public var version: String
    /// Kind of the object.
    public var kind: String
    /// Plural resource name; empty when the cluster does not serve the kind.
    public var resource: String
    /// Namespace of the object; nil for cluster-scoped ones.
    public var namespace: String?
    /// Name of the object.
    public var name: String
    /// `Applied`, `Available` and `StatusFeedbackSynced`.
    public var conditions: [Condition]
    /// The status values that feedback rules asked for, by name, as they stand in the object.
    public var feedback: [String: Value]

    /// Reads an entry of `status.resourceStatus.manifests`.
    public init(_ value: Value) {
      let meta = value["resourceMeta"] ?? .null
      ordinal = meta["ordinal"]?.int ?? 0
      group = meta["group"]?.string ?? ""
      version = meta["version"]?.string ?? ""
      kind = meta["kind"]?.string ?? ""
      resource = meta["resource"]?.string ?? ""
      let namespace = meta["namespace"]?.string ?? ""
      self.namespace = namespace.isEmpty ? nil : namespace
      name = meta["name"]?.string ?? ""
      conditions = (value["conditions"]?.array ?? []).compactMap(Condition.init)
      feedback = [:]
      for entry in value.at("statusFeedback", "values")?.array ?? [] {
        guard let name = entry["name"]?.string else { continue }
        feedback[name] = entry["fieldValue"] ?? .null
      }
    }

    /// The condition of one type, nil when the agent has not set it.
    public func condition(_ type: String) -> Condition? {
      conditions.first { $0.type == type }
    }
  }
}
