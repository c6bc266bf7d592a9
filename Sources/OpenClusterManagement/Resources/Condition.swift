public import Documents
public import FoundationEssentials

/// One entry of `status.conditions` (`metav1.Condition`), of any kind of object.
public struct Condition: Sendable, Hashable {
  /// The three answers a condition can give.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    case isTrue = "True"
    case isFalse = "False"
    case unknown = "Unknown"
  }

  /// What the condition is about, for example `ManagedClusterJoined`.
  public var type: String
  /// The answer; anything a server says that is neither True nor False counts as unknown.
  public var status: Status
  /// One CamelCase word for programs.
  public var reason: String
  /// A sentence for people.
  public var message: String
  /// Since when `status` has its value.
  public var lastTransitionTime: Date?
  /// The `metadata.generation` this was found out for; OCM leaves it out on ManagedClusters.
  public var observedGeneration: Int?

  /// A condition to be set.
  public init(
    type: String, status: Status, reason: String, message: String,
    lastTransitionTime: Date? = nil, observedGeneration: Int? = nil
  ) {
    self.type = type
    self.status = status
    self.reason = reason
    self.message = message
    self.lastTransitionTime = lastTransitionTime
    self.observedGeneration = observedGeneration
  }

  /// Reads an entry of `status.conditions`; nil when it names no type.
  public init?(_ value: Value) {
    guard let type = value["type"]?.string, !type.isEmpty else { return nil }
    self.init(
      type: type,
      status: value["status"]?.string.flatMap(Status.init(rawValue:)) ?? .unknown,
      reason: value["reason"]?.string ?? "",
      message: value["message"]?.string ?? "",
      lastTransitionTime: Timestamp.date(value["lastTransitionTime"]),
      observedGeneration: value["observedGeneration"]?.int)
  }

  /// Whether the answer is yes.
  public var isTrue: Bool { status == .isTrue }

  /// Whether this was found out for that generation of the object. Controllers that do not say
  /// which generation they saw are believed.
  public func isCurrent(for generation: Int?) -> Bool {
    guard let observedGeneration, let generation else { return true }
    return observedGeneration >= generation
  }

  /// The entry for `status.conditions`.
  public var document: Value {
    var value: Value = [
      "type": .string(type), "status": .string(status.rawValue),
      "reason": .string(reason), "message": .string(message),
    ]
    if let lastTransitionTime {
      value["lastTransitionTime"] = .string(Timestamp.text(lastTransitionTime))
    }
    if let observedGeneration {
      value["observedGeneration"] = .integer(observedGeneration)
    }
    return value
  }
}
