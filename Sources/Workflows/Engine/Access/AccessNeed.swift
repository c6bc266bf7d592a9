import KubernetesClient

/// One right that a step needs on one of the clusters.
struct AccessNeed: Sendable, Hashable {
  let side: ClusterSide
  let attributes: AccessAttributes

  init(_ side: ClusterSide, _ attributes: AccessAttributes) {
    self.side = side
    self.attributes = attributes
  }

  /// The rights that a planned change takes.
  static func needs(of change: PlannedChange, method: DesiredObject.Method) -> [AccessNeed] {
    let verbs: [String] =
      switch change.action {
      case .create: method == .apply ? ["create", "patch"] : ["create"]
      case .update: ["patch"]
      case .delete: ["delete"]
      case .unchanged, .notPermitted, .wait: []
      }
    return verbs.map { verb in
      AccessNeed(
        change.location.side,
        AccessAttributes(
          verb, change.object.type, namespace: change.object.namespace,
          name: verb == "create" ? nil : change.object.name))
    }
  }
}

extension AccessAttributes {
  /// For people: `patch managedclusters.cluster.open-cluster-management.io "c1"`.
  var spoken: String {
    let qualified = group.isEmpty ? resource : "\(resource).\(group)"
    let part = subresource.map { "/\($0)" } ?? ""
    let object = name.map { " \"\($0)\"" } ?? ""
    let place = namespace.map { " in namespace \($0)" } ?? ""
    return "\(verb) \(qualified)\(part)\(object)\(place)"
  }
}
