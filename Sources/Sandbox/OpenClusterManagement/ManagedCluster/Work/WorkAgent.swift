import Documents
import Logging

/// `/work agent`: applies the works of its cluster (OCM work, spoke).
struct WorkAgent: Program {
  let environment: ClusterEnvironment

  /// Returns when the hub kubeconfig changes: then the process is started again.
  func run(in pod: RunningPod) async throws {
    let mounted = environment.client("kubelet")
    let name = pod.template.secret(mountedAt: AgentDeployments.hubMount) ?? OCM.hubSecret
    guard let secret = try await mounted.find(.secrets, name, pod.template.namespace) else {
      return
    }
    let files = SecretFiles.contents(of: secret)
    guard let text = files["kubeconfig"] else { return }
    let kubeconfig = try HubKubeconfig(text, files: files)
    let agent = AgentContext(
      environment: environment, pod: pod, spoke: environment.client("work-agent", of: pod),
      managed: try await ManagedSide.of(pod, environment, manager: "work-agent"),
      cluster: pod.argument("spoke-cluster-name") ?? "",
      agentID: pod.argument("agent-id") ?? "")
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for await event in mounted.watch(.secrets, pod.template.namespace)
        where event.object.objectName == name {
          if event.type == "DELETED" { continue }
          if event.object["data"] != secret["data"] { return }
        }
      }
      group.addTask { try await Self.work(agent, kubeconfig) }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  /// Applies works until the task is cancelled.
  @Sendable
  static func work(_ agent: AgentContext, _ kubeconfig: HubKubeconfig) async throws {
    let hub = try agent.environment.connect(kubeconfig, "work")
    let spoke = agent.managed.client
    let works = WorkReconciler(
      agent: agent, hub: hub, hubHash: WorkReconciler.hash(of: kubeconfig.server),
      agentID: agent.agentID, spoke: spoke)
    let records = RecordFinalizer(agent: agent, agentID: agent.agentID, spoke: spoke)
    let eviction = RecordEviction(
      agent: agent, hub: hub, hubHash: WorkReconciler.hash(of: kubeconfig.server),
      agentID: agent.agentID, spoke: spoke)
    let controllers = [
      Controller(
        name: "\(agent.environment.name) evictions", client: agent.managed.changes,
        sources: [Controller.Source(.appliedManifestWorks)], pace: agent.pace,
        logger: agent.logger, reconcile: eviction.reconcile),
      Controller(
        name: "\(agent.environment.name) works", client: hub,
        sources: [Controller.Source(.manifestWorks, agent.cluster)], pace: agent.pace,
        logger: agent.logger, reconcile: works.reconcile),
      Controller(
        name: "\(agent.environment.name) records", client: agent.managed.changes,
        sources: [Controller.Source(.appliedManifestWorks)], pace: agent.pace,
        logger: agent.logger, reconcile: records.reconcile),
      Controller(
        name: "\(agent.environment.name) finished works", client: agent.managed.changes,
        sources: [
          Controller.Source(.appliedManifestWorks) { type, record in
            let name = record.at("spec", "manifestWorkName")?.string
            return type == "DELETED" ? name.map { [$0] } ?? [] : []
          }
        ],
        pace: agent.pace, logger: agent.logger, reconcile: works.reconcile),
    ]
    await withDiscardingTaskGroup { group in
      for controller in controllers {
        group.addTask { await controller.run() }
      }
    }
    hub.close()
    try Task.checkCancellation()
  }
}
