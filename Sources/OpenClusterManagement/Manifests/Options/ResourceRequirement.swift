import Documents

/// What the containers that OCM's operators create ask for.
public enum ResourceRequirement: Sendable, Hashable {
  /// What the operator's release thinks right.
  case standard
  /// Nothing at all.
  case bestEffort
  /// These quantities, by resource (`cpu`, `memory`).
  case quantities(requests: [String: String], limits: [String: String])

  /// Quantities, checked to be such as Kubernetes reads (apimachinery, resource.Quantity).
  public static func checked(
    requests: [String: String], limits: [String: String]
  ) throws(ManifestOptionError) -> ResourceRequirement {
    for quantity in requests.values where !isQuantity(quantity) { throw .notAQuantity(quantity) }
    for quantity in limits.values where !isQuantity(quantity) { throw .notAQuantity(quantity) }
    return .quantities(requests: requests, limits: limits)
  }

  private static func isQuantity(_ text: String) -> Bool {
    let number = /[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)/
    guard let match = text.prefixMatch(of: number) else { return false }
    let suffix = text[match.range.upperBound...]
    let suffixes = /([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?/
    return suffix.wholeMatch(of: suffixes) != nil
  }

  /// The field `resourceRequirement` of a Klusterlet or ClusterManager; nil leaves OCM's default.
  var document: Value? {
    switch self {
    case .standard:
      return nil
    case .bestEffort:
      return ["type": "BestEffort"]
    case .quantities(let requests, let limits):
      var requirements: Value = .object(Object())
      for (key, quantities) in [("requests", requests), ("limits", limits)]
      where !quantities.isEmpty {
        requirements[key] = .strings(quantities.sorted { $0.key < $1.key }.map { ($0, $1) })
      }
      return ["type": "ResourceRequirement", "resourceRequirements": requirements]
    }
  }
}
