import FoundationEssentials
import KubernetesClient

/// The sources of a wait whose servers cannot be asked at the moment: what they last told is old.
struct WatchOutages: Sendable {
  private struct Outage: Sendable {
    let since: Date
    var last: WatchInterruption
  }

  private var outages: [String: Outage] = [:]

  /// A watch that ends once is resumed by itself; one that could not be resumed is an outage.
  private static let failures = 2

  /// Notes that the source of that key was interrupted.
  mutating func interrupt(_ key: String, _ interruption: WatchInterruption, at now: Date) {
    // A place that the server has forgotten is listed again, and no outage.
    if case .gone = interruption.error { return }
    outages[key, default: Outage(since: now, last: interruption)].last = interruption
  }

  /// Notes that the source of that key is answered again.
  mutating func resume(_ key: String) { outages[key] = nil }

  /// What keeps a wait for `goal` from seeing anything new; nil when all is seen.
  func fact(goal: String?) -> BlockingFact? {
    let lasting = outages.values.filter { $0.last.failures >= Self.failures }
    guard let oldest = lasting.min(by: { $0.since < $1.since }) else { return nil }
    let connection = oldest.last.error.context.connection
    return BlockingFact(
      goal: goal ?? "an answer of \(connection)",
      reason: "\(connection) cannot be asked: \(oldest.last.error.reason)", since: oldest.since,
      inspect: "kubectl \(connection.kubectlFlags) get --raw /readyz")
  }
}
