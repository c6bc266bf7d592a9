import Documents
import Foundation

/// Certificate signing requests: who asks is recorded, and what is asked never changes.
struct SigningRequestStrategy: ResourceStrategy {
  func prepareForCreate(_ object: inout Value, _ context: WriteContext) {
    let user = context.user
    object.set(.string(user.name), at: "spec", "username")
    object.set(user.uid.isEmpty ? nil : .string(user.uid), at: "spec", "uid")
    object.set(.array(user.groups.map(Value.string)), at: "spec", "groups")
    let extra = user.extra.sorted { $0.key < $1.key }.map { key, values in
      (key, Value.array(values.map(Value.string)))
    }
    object.set(extra.isEmpty ? nil : .object(Object(extra)), at: "spec", "extra")
    object["status"] = [:]
  }

  func prepareForUpdate(
    _ object: inout Value, old: Value, subresource: String?, _ context: WriteContext
  ) {
    object["spec"] = old["spec"]
    switch subresource {
    case "approval":
      var status = old["status"] ?? [:]
      status["conditions"] = stamped(object.at("status", "conditions"), context)
      object["status"] = status
    case "status":
      let decided = Self.decisions(old)
      let others = Self.conditions(object).filter { !Self.isDecision($0) }
      let conditions = decided + others
      if !conditions.isEmpty {
        object.set(stamped(.array(conditions), context), at: "status", "conditions")
      }
    default: object["status"] = old["status"]
    }
  }

  func problems(of object: Value) -> [FieldCause] {
    var causes: [FieldCause] = []
    let request = object.at("spec", "request")?.string ?? ""
    let pem = Data(base64Encoded: request).map { String(decoding: $0, as: UTF8.self) } ?? ""
    if !pem.contains("BEGIN CERTIFICATE REQUEST") {
      causes.append(
        .invalid(
          "spec.request", .string(request),
          "PEM block type must be CERTIFICATE REQUEST"))
    }
    if !(object.at("spec", "signerName")?.string ?? "").contains("/") {
      causes.append(.required("spec.signerName"))
    }
    if (object.at("spec", "usages")?.array ?? []).isEmpty {
      causes.append(.required("spec.usages"))
    }
    if let seconds = object.at("spec", "expirationSeconds")?.int, seconds < 600 {
      causes.append(
        .invalid(
          "spec.expirationSeconds", .integer(seconds),
          "may not specify a duration less than 600 seconds (10 minutes)"))
    }
    let types = Set(Self.decisions(object).compactMap { $0["type"]?.string })
    if types.count > 1 {
      causes.append(
        .invalid(
          "status.conditions", "Denied", "Approved and Denied conditions are mutually exclusive"))
    }
    return causes
  }

  func problems(of object: Value, old: Value, subresource: String?) -> [FieldCause] {
    let before = Self.decisions(old).compactMap { $0["type"]?.string }
    let after = Self.decisions(object).compactMap { $0["type"]?.string }
    return before.filter { !after.contains($0) }.map {
      .forbidden("status.conditions", "updates may not remove a condition of type \"\($0)\"")
    }
  }

  /// Gives conditions the times that clients left out.
  private func stamped(_ conditions: Value?, _ context: WriteContext) -> Value? {
    guard let conditions = conditions?.array else { return nil }
    return .array(
      conditions.map { condition in
        var condition = condition
        for field in ["lastUpdateTime", "lastTransitionTime"] where condition[field] == nil {
          condition[field] = .string(context.timestamp)
        }
        return condition
      })
  }

  private static func conditions(_ request: Value) -> [Value] {
    request.at("status", "conditions")?.array ?? []
  }

  private static func decisions(_ request: Value) -> [Value] {
    conditions(request).filter(isDecision)
  }

  private static func isDecision(_ condition: Value) -> Bool {
    ["Approved", "Denied"].contains(condition["type"]?.string)
  }
}
