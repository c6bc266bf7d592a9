import Documents
import Foundation

/// Removes what works of a hub applied that the hub no longer has, or that another hub had, after a grace
/// period (OCM work, spoke/controllers/appliedmanifestcontroller and unmanaged_appliedmanifestwork).
struct RecordEviction: Sendable {
  let agent: AgentContext
  let hub: any HubClient
  let hubHash: String
  let agentID: String
  let spoke: RestrictedClient

  /// OCM's default; a hundred years and more switch it off.
  private static let standard: TimeInterval = 3600
  private static let never: TimeInterval = 100 * 365 * 86_400

  private var grace: TimeInterval {
    agent.pod.argument("appliedmanifestwork-eviction-grace-period").flatMap(Self.seconds)
      ?? Self.standard
  }

  func reconcile(_ name: String) async throws -> Controller.Outcome {
    guard grace < Self.never,
      let record = try await spoke.find(.appliedManifestWorks, name), !record.isTerminating,
      record.at("spec", "agentID")?.string == agentID
    else { return .settled }
    guard try await isAbandoned(record) else {
      try await spoke.modify(.appliedManifestWorks, name, subresource: "status") { object in
        object.set(nil, at: "status", "evictionStartTime")
      }
      return .settled
    }
    if let text = record.at("status", "evictionStartTime")?.string,
      let start = Timestamp.date(text)
    {
      let left = grace - Date().timeIntervalSince(start)
      guard left <= 0 else { return .again(after: .milliseconds(Int(left * 1000) + 100)) }
      try await spoke.ensureAbsent(.appliedManifestWorks, name)
      return .settled
    }
    try await spoke.modify(.appliedManifestWorks, name, subresource: "status") { object in
      object.set(.string(KubernetesTime.seconds()), at: "status", "evictionStartTime")
    }
    return .settled
  }

  private func isAbandoned(_ record: Value) async throws -> Bool {
    guard record.at("spec", "hubHash")?.string == hubHash else { return true }
    let work = record.at("spec", "manifestWorkName")?.string ?? ""
    return try await hub.find(.manifestWorks, work, agent.cluster) == nil
  }

  /// Reads Go's durations in hours, minutes and whole seconds, such as `1h30m`.
  static func seconds(_ text: String) -> TimeInterval? {
    var total: TimeInterval = 0
    var digits = ""
    for character in text {
      switch character {
      case "0"..."9": digits.append(character)
      case "h", "m", "s":
        guard let number = TimeInterval(digits) else { return nil }
        total += number * (character == "h" ? 3600 : character == "m" ? 60 : 1)
        digits = ""
      default: return nil
      }
    }
    return digits.isEmpty && !text.isEmpty ? total : nil
  }
}
