import Documents

/// A `metav1.Condition` about to be put into an object's status.
struct StatusCondition: Sendable, Hashable {
  /// `True`, `False` or `Unknown`.
  enum Status: String, Sendable { case yes = "True", no = "False", unknown = "Unknown" }

  var type: String
  var status: Status
  var reason: String
  var message: String
  /// The generation the condition speaks of; nil for controllers that do not record it.
  var observedGeneration: Int?

  init(
    _ type: String, _ status: Status, _ reason: String, _ message: String,
    observedGeneration: Int? = nil
  ) {
    self.type = type
    self.status = status
    self.reason = reason
    self.message = message
    self.observedGeneration = observedGeneration
  }

  /// The condition as a document, members in alphabetical order as custom resources store them.
  func document(lastTransitionTime: String) -> Value {
    var condition: Value = ["lastTransitionTime": .string(lastTransitionTime)]
    condition["message"] = .string(message)
    if let observedGeneration { condition["observedGeneration"] = .integer(observedGeneration) }
    condition["reason"] = .string(reason)
    condition["status"] = .string(status.rawValue)
    condition["type"] = .string(type)
    return condition
  }
}

extension Value {
  /// The condition of that type in `status.conditions`.
  func condition(_ type: String) -> Value? {
    at("status", "conditions")?.array?.first { $0["type"]?.string == type }
  }

  /// Whether `status.conditions` has that type with that status.
  func hasCondition(_ type: String, _ status: StatusCondition.Status) -> Bool {
    condition(type)?["status"]?.string == status.rawValue
  }

  /// Sets a condition in `status.conditions` as `meta.SetStatusCondition` does: the transition
  /// time changes only with the status.
  mutating func setCondition(_ condition: StatusCondition) {
    var conditions = at("status", "conditions")?.array ?? []
    Value.merge(condition, into: &conditions)
    set(.array(conditions), at: "status", "conditions")
  }

  /// Sets a condition in a list of conditions, wherever the list belongs.
  static func merge(_ condition: StatusCondition, into conditions: inout [Value]) {
    let index = conditions.firstIndex { $0["type"]?.string == condition.type }
    guard let index else {
      conditions.append(condition.document(lastTransitionTime: KubernetesTime.seconds()))
      return
    }
    let old = conditions[index]
    let unchanged = old["status"]?.string == condition.status.rawValue
    let time = unchanged ? old["lastTransitionTime"]?.string : nil
    conditions[index] = condition.document(
      lastTransitionTime: time ?? KubernetesTime.seconds())
  }
}
