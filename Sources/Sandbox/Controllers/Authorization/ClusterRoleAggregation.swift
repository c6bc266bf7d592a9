import Documents
import Logging

/// Fills the rules of ClusterRoles that have an `aggregationRule` from the roles it selects
/// (kube-controller-manager, clusterrole-aggregation controller).
struct ClusterRoleAggregation: Sendable {
  private let client: any ResourceClient
  private let pace: Pace

  init(client: any ResourceClient, pace: Pace) {
    self.client = client
    self.pace = pace
  }

  /// The controller that does this for every aggregated role; any change of a role concerns all.
  func controller(logger: Logger) -> Controller {
    Controller(
      name: "clusterrole-aggregation", client: client,
      sources: [Controller.Source(.clusterRoles, keys: { _, _ in ["all"] })],
      pace: pace, logger: logger, reconcile: reconcile)
  }

  /// Brings every aggregated role up to date.
  func reconcile(_: String) async throws -> Controller.Outcome {
    let roles = try await client.list(.clusterRoles, nil, labelSelector: nil)
      .sorted { $0.objectName < $1.objectName }
    for role in roles {
      guard let selectors = role.at("aggregationRule", "clusterRoleSelectors")?.array else {
        continue
      }
      var rules: [Value] = []
      for source in roles where source.objectName != role.objectName {
        guard selectors.contains(where: { LabelSelection($0).matches(source.objectLabels) }) else {
          continue
        }
        for rule in source["rules"]?.array ?? [] where !rules.contains(rule) { rules.append(rule) }
      }
      try await client.modify(.clusterRoles, role.objectName) { current in
        if (current["rules"]?.array ?? []) != rules { current["rules"] = .array(rules) }
      }
    }
    return .settled
  }
}

/// A `metav1.LabelSelector` in an object; an empty one selects everything.
struct LabelSelection: Sendable {
  private let matchLabels: Object
  private let expressions: [Value]

  init(_ selector: Value) {
    matchLabels = selector["matchLabels"]?.object ?? Object()
    expressions = selector["matchExpressions"]?.array ?? []
  }

  /// Whether labels satisfy every requirement.
  func matches(_ labels: [String: String]) -> Bool {
    for (key, value) in matchLabels where labels[key] != value.string { return false }
    return expressions.allSatisfy { expression in
      let value = labels[expression["key"]?.string ?? ""]
      let wanted = expression["values"]?.strings ?? []
      switch expression["operator"]?.string {
      case "In": return value.map(wanted.contains) ?? false
      case "NotIn": return value.map { !wanted.contains($0) } ?? true
      case "Exists": return value != nil
      case "DoesNotExist": return value == nil
      default: return false
      }
    }
  }
}
