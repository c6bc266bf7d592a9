import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

extension RegistrationSteps {
  /// How long an agent may hold another key after its certificate was issued: one that was restarted
  /// still has what an earlier process of it got, until it has stored the new one.
  private static let tolerance: Duration = .seconds(45)

  /// Waits until the agent holds the key that a certificate was issued for, before the cluster is
  /// accepted. Throws ``CertificateMisdelivered`` when it keeps holding another.
  func confirm(_ source: CertificateSource) -> Step {
    let change = PlannedChange(
      location: source.location, object: source.reference, action: .wait,
      note: "its key is compared with that of the approved request")
    return .wait(
      id: "certificate", title: "\(clusterName)'s agent itself got the certificate",
      location: source.location, changes: [change]
    ) { context in
      let count = Shared(0)
      let since = Shared<ContinuousClock.Instant?>(nil)
      let request = try await Wait<String?>(
        sources: [approval.source(hub), recordSource, source.source], explain: diagnosis
      ) { objects in
        let seen = try await approvePending(objects, context)
        count.update { $0 += seen.count }
        if seen.picture.approved.isEmpty, isJoined(objects), !asksAnew { return .satisfied(nil) }
        return try verdict(source, objects, seen.picture, since)
      }.run(context)
      guard let request else {
        return StepResult(
          .skipped, message: "the request of its certificate is gone; there is nothing to compare")
      }
      try context.progress("the agent holds the key of \(request)")
      return StepResult(count.value > 0 ? .done : .unchanged, writes: count.value)
    }
  }

  private func verdict(
    _ source: CertificateSource, _ objects: WatchedObjects, _ picture: RequestApproval.Picture,
    _ since: Shared<ContinuousClock.Instant?>
  ) throws -> WaitVerdict<String?> {
    let confirmation = KeyConfirmation(
      cluster: clusterName, held: source.usable(objects), approved: picture.approvedRequests)
    switch confirmation.outcome {
    case .confirmed(let request):
      return .satisfied(request)
    case .waiting(let reason):
      since.set(nil)
      return .waiting(fact(source, reason))
    case .mismatch(let held, let issued):
      let now = ContinuousClock.now
      let first = since.value ?? now
      since.set(first)
      guard now - first < Self.tolerance else {
        throw CertificateMisdelivered(
          cluster: clusterName, held: held, issued: issued, hub: location)
      }
      return .waiting(
        fact(source, "the agent holds key \(held); issued: \(issued.joined(separator: "; "))"))
    }
  }

  private func fact(_ source: CertificateSource, _ reason: String) -> BlockingFact {
    BlockingFact(
      goal: "\(clusterName)'s agent to have its certificate", reason: reason,
      object: source.reference, location: source.location,
      inspect:
        "kubectl \(location.connection.kubectlFlags) get csr -l"
        + " \(Names.Label.clusterName)=\(clusterName)")
  }
}
