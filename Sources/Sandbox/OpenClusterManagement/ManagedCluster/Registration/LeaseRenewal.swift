import Documents

/// Renews the cluster's lease on the hub while the cluster is accepted (OCM registration,
/// spoke/lease).
actor LeaseRenewal {
  private let agent: AgentContext
  private let hub: any HubClient
  private var interval: Int?
  private var due = ContinuousClock.now

  init(agent: AgentContext, hub: any HubClient) {
    self.agent = agent
    self.hub = hub
  }

  /// Runs until the task is cancelled.
  nonisolated func run() async {
    let own = Controller.Source(.managedClusters, name: agent.cluster) { _, _ in [""] }
    await agent.controller("lease", hub, [own]) { _ in try await self.renew() }.run()
  }

  /// Renews when it is time, and at once when the cluster was just accepted or its lease duration
  /// changed.
  private func renew() async throws -> Controller.Outcome {
    guard let cluster = try await hub.find(.managedClusters, agent.cluster),
      cluster.hasCondition(ClusterConditions.accepted, .yes)
    else {
      interval = nil
      return .settled
    }
    let duration = cluster.at("spec", "leaseDurationSeconds")?.int ?? 0
    let wanted = duration > 0 ? duration : 60
    if wanted != interval {
      interval = wanted
      due = .now
    }
    guard due <= .now else { return .again(after: due - .now) }
    let lease = try await hub.modify(.leases, OCM.leaseName, agent.cluster) { lease in
      lease.set(.string(KubernetesTime.microseconds()), at: "spec", "renewTime")
    }
    // A quarter of jitter, as agents of many clusters should not come all at once.
    let wait =
      lease == nil
      ? agent.pace.requeue
      : Duration.milliseconds(Int(Double(wanted) * 1000 * .random(in: 1...1.25)))
    due = .now + wait
    return .again(after: wait)
  }
}
