import Documents
import Logging

/// What the parts of an agent share.
struct AgentContext: Sendable {
  let environment: ClusterEnvironment
  let pod: RunningPod
  /// The cluster that the agent runs in, with the rights of its ServiceAccount.
  let spoke: RestrictedClient
  /// The cluster that it manages.
  let managed: ManagedSide
  let cluster: String
  let agentID: String

  var namespace: String { pod.template.namespace }
  var pace: Pace { environment.pace }
  var logger: Logger { pod.logger }

  /// The user name of the agent's client certificate.
  var commonName: String { "\(OCM.clusterGroup(cluster)):\(agentID)" }

  /// Privileged: delivers changes, never changes anything itself.
  var changes: any ResourceClient { environment.client("agent") }

  func controller(
    _ name: String, _ client: any ResourceClient, _ sources: [Controller.Source],
    _ reconcile: @escaping @Sendable (String) async throws -> Controller.Outcome
  ) -> Controller {
    Controller(
      name: "\(environment.name) \(name)", client: client, sources: sources, initialKeys: [""],
      pace: pace, logger: logger, reconcile: reconcile)
  }
}

/// The files in an agent's hub directory: what it once got for talking to the hub.
struct HubFiles: Sendable {
  let files: [String: [UInt8]]

  /// The kubeconfig with its certificate, when both are there and readable.
  var kubeconfig: HubKubeconfig? {
    files["kubeconfig"].flatMap { try? HubKubeconfig($0, files: files) }
  }

  /// Text of a small file such as `cluster-name`.
  func text(_ name: String) -> String? {
    files[name].map { String(decoding: $0, as: UTF8.self) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether an agent can go on with these files: same hub as the bootstrap kubeconfig, and a
  /// certificate in force for this very agent (OCM registration, `IsHubKubeConfigValid`).
  func isValid(for agent: AgentContext, bootstrap: HubKubeconfig) -> Bool {
    guard let kubeconfig, kubeconfig.isSameHub(as: bootstrap), files["tls.key"] != nil,
      let certificate = AgentCertificate(files["tls.crt"])
    else { return false }
    return certificate.commonName == agent.commonName && !certificate.isExpired
  }
}
