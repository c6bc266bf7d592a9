import Documents

/// What PodDisruptionBudgets say to the eviction of a pod. Budgets are counted when they are asked, over the pods that are
/// there (`registry/core/pod/storage/eviction.go` asks what the disruption controller has counted).
struct DisruptionBudgets: Sendable {
  let registry: Registry

  private static let kind = Kind(
    "policy", "v1", "poddisruptionbudgets", "PodDisruptionBudget", namespaced: true)
  private static let pods = Kind("", "v1", "pods", "Pod", namespaced: true)

  /// Refuses the eviction that would violate a budget.
  func check(_ pod: Value) throws(APIFailure) {
    let namespace = pod.at("metadata", "namespace")?.string
    guard Self.isReady(pod) else { return }
    for budget in objects(Self.kind, namespace) {
      let selector = LabelSelector(object: budget.at("spec", "selector") ?? .null)
      guard !selector.isEmpty, selector.matches(pod) else { continue }
      let covered = objects(Self.pods, namespace).filter { selector.matches($0) }
      let healthy = covered.filter(Self.isReady).count
      let needed = Self.needed(budget, of: covered.count)
      guard healthy - 1 < needed else { continue }
      let name = budget.at("metadata", "name")?.string ?? ""
      throw APIFailure(
        429, "TooManyRequests",
        "Cannot evict pod as it would violate the pod's disruption budget.",
        details: [
          "causes": [
            [
              "reason": "DisruptionBudget",
              "message": .string(
                "The disruption budget \(name) needs \(needed) healthy pods and has \(healthy) currently"
              ),
            ]
          ]
        ])
    }
  }

  private func objects(_ kind: Kind, _ namespace: String?) -> [Value] {
    guard let definition = registry.cluster.catalog.definition(kind) else { return [] }
    return registry.store.list(definition.storage, namespace: namespace).objects.map(\.value)
  }

  /// A pod that runs, and is not on its way out.
  private static func isReady(_ pod: Value) -> Bool {
    guard pod.at("metadata", "deletionTimestamp") == nil else { return false }
    return pod.at("status", "phase")?.string == "Running"
  }

  /// How many have to stay: `minAvailable`, or all but `maxUnavailable`; numbers, or parts of a hundred, rounded up.
  private static func needed(_ budget: Value, of count: Int) -> Int {
    func number(_ value: Value) -> Int {
      if let number = value.int { return number }
      let percent = value.string.flatMap { Int($0.prefix(while: \.isNumber)) } ?? 0
      return (count * percent + 99) / 100
    }
    if let minimum = budget.at("spec", "minAvailable") { return number(minimum) }
    return count - (budget.at("spec", "maxUnavailable").map(number) ?? 0)
  }
}
