import Documents
import Foundation
import Logging

/// `/registration agent`: registers the managed cluster with a hub and reports its state
/// (OCM registration, spoke).
struct RegistrationAgent: Program {
  let environment: ClusterEnvironment
  /// What else runs in the process once there is a connection to the hub: the work agent, when
  /// both are one program.
  var companion: (@Sendable (AgentContext, HubKubeconfig) async throws -> Void)?

  /// Returns when the bootstrap kubeconfig changes, or the certificate expires: then the process
  /// is started again.
  func run(in pod: RunningPod) async throws {
    let bootstrapName =
      pod.template.secret(mountedAt: AgentDeployments.bootstrapMount)
      ?? OCM.bootstrapSecret
    let mounted = environment.client("kubelet")
    guard
      let secret = await Self.first(
        mounted, bootstrapName, pod.template.namespace),
      let text = SecretFiles.contents(of: secret)["kubeconfig"]
    else { throw CancellationError() }
    let bootstrap = try HubKubeconfig(text, files: SecretFiles.contents(of: secret))
    try await dumpHubSecret(pod)
    let agent = try await context(pod)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        await Self.change(of: secret, mounted)
        if Task.isCancelled { return }
        agent.logger.info("\(pod.name): the bootstrap kubeconfig changed, the agent ends")
      }
      group.addTask { try await work(agent, bootstrap) }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func work(_ agent: AgentContext, _ bootstrap: HubKubeconfig) async throws {
    let stored = HubFiles(files: await agent.pod.scratch.files)
    if !stored.isValid(for: agent, bootstrap: bootstrap) {
      try await HubBootstrap(agent: agent, kubeconfig: bootstrap).run()
    }
    let files = HubFiles(files: await agent.pod.scratch.files)
    guard let kubeconfig = files.kubeconfig else { throw KubeconfigProblem.unreadable }
    agent.logger.info("\(agent.pod.name): client config for hub is ready")
    let registered = RegisteredAgent(
      agent: agent, bootstrap: bootstrap, kubeconfig: kubeconfig,
      certificate: AgentCertificate(files.files["tls.crt"]))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await registered.run() }
      if let companion {
        group.addTask { try await companion(agent, kubeconfig) }
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func dumpHubSecret(_ pod: RunningPod) async throws {
    let spoke = environment.client("registration", of: pod)
    if let secret = try await spoke.find(.secrets, OCM.hubSecret, pod.template.namespace) {
      await pod.scratch.write(SecretFiles.contents(of: secret))
    }
  }

  /// Names come from flags, else from an earlier registration, else they are made up.
  private func context(_ pod: RunningPod) async throws -> AgentContext {
    let files = HubFiles(files: await pod.scratch.files)
    func flag(_ name: String) -> String? {
      pod.argument(name).flatMap { $0.isEmpty ? nil : $0 }
    }
    return AgentContext(
      environment: environment, pod: pod, spoke: environment.client("registration", of: pod),
      managed: try await ManagedSide.of(
        pod, environment, manager: companion == nil ? "registration" : "work-agent"),
      cluster: flag("spoke-cluster-name") ?? files.text("cluster-name")
        ?? UUID().uuidString.lowercased(),
      agentID: flag("agent-id") ?? files.text("agent-name") ?? WorkloadObjects.suffix())
  }

  /// The Secret as soon as it is there; nil when cancelled.
  private static func first(
    _ client: any ResourceClient, _ name: String, _ namespace: String
  ) async -> Value? {
    for await event in client.watch(.secrets, namespace)
    where event.object.objectName == name && event.type != "DELETED" {
      return event.object
    }
    return nil
  }

  /// Returns when the Secret's contents are no longer these.
  private static func change(of secret: Value, _ client: any ResourceClient) async {
    for await event in client.watch(.secrets, secret.objectNamespace)
    where event.object.objectName == secret.objectName {
      if event.type == "DELETED" || event.object["data"] != secret["data"] { return }
    }
  }
}
