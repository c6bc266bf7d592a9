import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Looks for a leader election that waits for a holder which is no more: a process that was killed does
/// not give its Lease back, and the next one does nothing until the Lease has expired.
struct ElectionDiagnosis: Sendable {
  let reader: APIReader
  let location: ClusterLocation
  /// What all this is waited for, for the message.
  let goal: String
  let now: @Sendable () -> Date

  /// A living holder renews well within that time (OpenShift's library-go: every 26 s).
  private static let renewal: TimeInterval = 40

  /// The first abandoned Lease of a namespace.
  func cause(in namespace: String, only name: String? = nil) async throws -> BlockingFact? {
    let leases = try await reader.presentList(.leases, namespace: namespace).map(Lease.init)
      .filter { name == nil || $0.name == name }
    guard !leases.isEmpty else { return nil }
    let pods = try await reader.presentList(.pods, namespace: namespace)
    for lease in leases {
      guard let expiry = lease.expiry, expiry > now(), isAbandoned(lease, pods) else { continue }
      return fact(lease, expiry)
    }
    return nil
  }

  /// True when no process that runs now can have renewed the Lease: all began later, or its holder, which
  /// is called by its pod's name, is no pod and has missed a renewal.
  private func isAbandoned(_ lease: Lease, _ pods: [Value]) -> Bool {
    guard let renewed = lease.renewTime, let holder = lease.holderName, !pods.isEmpty else {
      return false
    }
    if let pod = pods.first(where: { $0.at("metadata", "name")?.string == holder }) {
      return pod.containerStarts.min().map { $0 > renewed } ?? false
    }
    if now().timeIntervalSince(renewed) > Self.renewal { return true }
    let starts = pods.flatMap(\.containerStarts)
    return starts.min().map { $0 > renewed } ?? false
  }

  private func fact(_ lease: Lease, _ expiry: Date) -> BlockingFact {
    let reference = ObjectReference(type: .leases, namespace: lease.namespace, name: lease.name)
    return BlockingFact(
      goal: goal,
      reason: "\(reference) is still held by \(lease.holderName ?? "a process"), which is gone;"
        + " the agent begins when it expires at \(Timestamp.text(expiry))",
      object: reference, location: location, since: lease.renewTime,
      inspect: reference.inspectCommand(location.connection))
  }
}

extension Lease {
  /// When others may take it; nil when it is held by nobody.
  fileprivate var expiry: Date? {
    guard let renewTime, let seconds = value.at("spec", "leaseDurationSeconds")?.int else {
      return nil
    }
    return renewTime.addingTimeInterval(Double(seconds))
  }

  /// The host's name in the holder's identity, `HOST_UUID` (client-go, leaderelection); a pod's is its own.
  fileprivate var holderName: String? {
    guard let holderIdentity, !holderIdentity.isEmpty else { return nil }
    guard let end = holderIdentity.lastIndex(of: "_") else { return holderIdentity }
    return String(holderIdentity[..<end])
  }
}

extension Value {
  /// When the containers of a Pod began that run now.
  fileprivate var containerStarts: [Date] {
    (at("status", "containerStatuses")?.array ?? []).compactMap {
      Timestamp.date($0.at("state", "running", "startedAt"))
    }
  }
}
