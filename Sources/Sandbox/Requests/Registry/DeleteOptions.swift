import Documents

/// What a DELETE asks for, from its body and query.
struct DeleteOptions: Sendable {
  /// What becomes of objects that belong to the deleted one.
  enum Propagation: String, Sendable {
    case orphan = "Orphan"
    case background = "Background"
    case foreground = "Foreground"
  }

  var propagation: Propagation?
  /// The object must have this uid.
  var uid: String?
  /// The object must be in this state.
  var resourceVersion: String?
  /// Seconds; nil for the kind's own.
  var gracePeriodSeconds: Int?

  init() {}

  /// Reads options; those in the body count before those in the query.
  init(body: Value?, query: Query) throws(APIFailure) {
    let stated = body?["propagationPolicy"]?.string ?? query["propagationPolicy"]
    if let stated, !stated.isEmpty {
      guard let policy = Propagation(rawValue: stated) else {
        throw .invalid(
          group: "meta.k8s.io", kind: "DeleteOptions", name: "",
          [
            .notSupported(
              "propagationPolicy", .string(stated), ["Foreground", "Background", "Orphan", "nil"])
          ])
      }
      propagation = policy
    } else if let orphans = body?["orphanDependents"]?.bool ?? query.flag("orphanDependents") {
      propagation = orphans ? .orphan : .background
    }
    uid = body?.at("preconditions", "uid")?.string
    resourceVersion = body?.at("preconditions", "resourceVersion")?.string
    gracePeriodSeconds =
      body?["gracePeriodSeconds"]?.int ?? query["gracePeriodSeconds"].flatMap { Int($0) }
  }
}
