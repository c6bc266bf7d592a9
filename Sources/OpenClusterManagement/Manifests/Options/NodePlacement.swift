public import Documents

/// On which nodes pods may run.
public struct NodePlacement: Sendable, Hashable {
  /// A taint that pods put up with.
  public struct Toleration: Sendable, Hashable {
    /// The taint's name; nil tolerates every taint.
    public var key: String?
    /// The taint's value; nil tolerates any.
    public var value: String?
    /// `NoSchedule`, `PreferNoSchedule` or `NoExecute`; nil tolerates all three.
    public var effect: String?

    /// A toleration.
    public init(key: String?, value: String? = nil, effect: String? = nil) {
      self.key = key
      self.value = value
      self.effect = effect
    }

    /// Reads `key`, `key:Effect`, `key=value` or `key=value:Effect`, as `kubectl taint` writes
    /// them.
    public init(parsing text: String) throws(ManifestOptionError) {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      let pair = parts[0].split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      let effects = ["NoSchedule", "PreferNoSchedule", "NoExecute"]
      guard parts.count <= 2, pair.count <= 2, let key = pair.first, !key.isEmpty,
        parts.count == 1 || effects.contains(parts[1])
      else { throw .notAToleration(text) }
      self.init(
        key: key, value: pair.count == 2 ? pair[1] : nil,
        effect: parts.count == 2 ? parts[1] : nil)
    }
  }

  /// Labels that nodes must have.
  public var nodeSelector: [String: String]
  /// Taints that pods put up with.
  public var tolerations: [Toleration]

  /// Anywhere, unless told otherwise.
  public init(nodeSelector: [String: String] = [:], tolerations: [Toleration] = []) {
    self.nodeSelector = nodeSelector
    self.tolerations = tolerations
  }

  /// Whether nothing is said.
  public var isEmpty: Bool { nodeSelector.isEmpty && tolerations.isEmpty }

  /// The members `nodeSelector` and `tolerations`, for a pod's specification as for OCM's
  /// `nodePlacement`.
  public var members: Object {
    var members = Object()
    if !nodeSelector.isEmpty {
      members["nodeSelector"] = .strings(nodeSelector.sorted { $0.key < $1.key }.map { ($0, $1) })
    }
    if !tolerations.isEmpty {
      members["tolerations"] = .array(tolerations.map(\.document))
    }
    return members
  }
}

extension NodePlacement.Toleration {
  /// The toleration as it stands in a pod's specification.
  var document: Value {
    var value: Value = ["operator": value == nil ? "Exists" : "Equal"]
    value["key"] = key.map(Value.string)
    value["value"] = self.value.map(Value.string)
    value["effect"] = effect.map(Value.string)
    return value
  }
}
