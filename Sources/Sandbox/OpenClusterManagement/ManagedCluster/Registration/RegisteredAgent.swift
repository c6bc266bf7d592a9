import Documents
import Foundation

/// An agent with a client certificate of its hub: it renews lease and certificate and reports.
struct RegisteredAgent: Sendable {
  let agent: AgentContext
  let bootstrap: HubKubeconfig
  let kubeconfig: HubKubeconfig
  let certificate: AgentCertificate?

  /// Returns when the certificate was replaced, or has expired.
  func run() async throws {
    let hub = try agent.environment.connect(kubeconfig, "registration")
    let (replacements, replaced) = AsyncStream<Void>.makeStream()
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await LeaseRenewal(agent: agent, hub: hub).run() }
      for controller in statusReports(hub) {
        group.addTask { await controller.run() }
      }
      group.addTask { await rotation(hub, replaced).run() }
      group.addTask { await AddonLeases(agent: agent, hub: hub).controller().run() }
      group.addTask { await untilExpired() }
      group.addTask {
        for await _ in replacements { return }
      }
      await group.next()
      group.cancelAll()
    }
    hub.close()
    try Task.checkCancellation()
  }

  /// Reports whenever the cluster changes on the hub, and when nodes or claims change here.
  private func statusReports(_ hub: any HubClient) -> [Controller] {
    let report = ClusterStatusReport(agent: agent, hub: hub)
    let once: @Sendable (String, Value) -> [String] = { _, _ in [""] }
    let sources: [(name: String, client: any ResourceClient, source: Controller.Source)] = [
      ("status", hub, Controller.Source(.managedClusters, name: agent.cluster, keys: once)),
      ("nodes", agent.managed.changes, Controller.Source(.nodes, keys: once)),
      ("claims", agent.managed.changes, Controller.Source(.clusterClaims, keys: once)),
    ]
    return sources.map { entry in
      agent.controller(entry.name, entry.client, [entry.source]) { _ in
        try await report.report()
        return .settled
      }
    }
  }

  /// Asks for a new certificate in time, or when the Secret is changed or removed.
  private func rotation(
    _ hub: any HubClient, _ replaced: AsyncStream<Void>.Continuation
  ) -> Controller {
    let driver = CertificateDriver(agent: agent, bootstrap: bootstrap)
    let own = Controller.Source(.secrets, agent.namespace) { _, secret in
      secret.objectName == OCM.hubSecret ? [""] : []
    }
    return agent.controller("register", agent.changes, [own]) { _ in
      switch try await driver.step(hub) {
      case .valid(let until):
        let wait = min(max(1, until.timeIntervalSinceNow), 300)
        return .again(after: .seconds(Int(wait)))
      case .waiting:
        return .again(after: agent.pace.resync)
      case .renewed(let period):
        try await report(period, to: hub)
        replaced.yield()
        return .settled
      }
    }
  }

  private func report(_ period: ClosedRange<Date>, to hub: any HubClient) async throws {
    let message =
      "client certificate rotated starting from "
      + "\(KubernetesTime.seconds(period.lowerBound)) to "
      + KubernetesTime.seconds(period.upperBound)
    try await hub.modify(.managedClusters, agent.cluster, subresource: "status") { cluster in
      cluster.setCondition(
        StatusCondition(
          ClusterConditions.certificateRotated, .yes, "ClientCertificateUpdated", message))
    }
  }

  private func untilExpired() async {
    let end = certificate?.notAfter ?? .distantFuture
    while !Task.isCancelled, end > Date() {
      try? await Task.sleep(for: .seconds(min(end.timeIntervalSinceNow, 3600)))
    }
  }
}
