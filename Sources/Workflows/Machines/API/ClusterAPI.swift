import KubernetesClient
import RemoteHosts

/// The API server of a cluster on its machines, as its administrator reaches it from here.
struct ClusterAPI: Sendable {
  let site: ClusterSite
  /// The first master, logged in to.
  let session: RemoteSession
  /// The way, once it was found.
  let connection = Shared<ConnectionConfig?>(nil)

  init(site: ClusterSite, session: RemoteSession) {
    self.site = site
    self.session = session
  }

  /// Fetches the admin kubeconfig and finds the way to the API server, which may have to come up yet.
  var accessStep: Step {
    .onMachines(
      id: "access", title: "reach the API server of \(site.name)",
      [.machine(site.specification.firstMaster, .wait, "File", MachinePaths.adminKubeconfig)]
    ) { [self] step in
      var failures: [AdminAccess.Failure] = []
      for _ in 0..<12 {
        switch try await AdminAccess(site).find(try await kubeconfig()) {
        case .found(let config):
          connection.set(config)
          let name = config.tls.serverName.map { " (tls-server-name \($0))" } ?? ""
          return StepResult(.done, message: "\(config.server)\(name)")
        case .none(let found): failures = found
        }
        try step.waiting(
          on: BlockingFact(
            goal: "the API server of \(site.name)",
            reason: failures.first.map { "\($0.server): \($0.reason)" } ?? "no address"))
        try await Task.sleep(for: .seconds(5))
      }
      throw EndpointUnreachable(
        name: site.name, reason: AdminAccess.reason(failures), command: site.command)
    }
  }

  private func kubeconfig() async throws -> ConnectionConfig {
    if let config = try await session.adminKubeconfig(site.machines.inputs) { return config }
    throw WorkflowError(
      id: .createUnreachable, category: .failed,
      what:
        "there is no \(MachinePaths.adminKubeconfig) on \(session.host.label), though sealer succeeded",
      next: ["see whether kubeadm has finished on that machine"])
  }

  /// Waits until every machine is a node that is ready.
  var healthStep: Step {
    let hosts = site.specification.hosts
    return .onMachines(
      id: "health", title: "every machine is a node that is ready",
      hosts.map { .machine($0, .wait, "Node", $0.address) }
    ) { [self] step in
      guard let config = connection.value else { return StepResult(.skipped) }
      let reader = try site.connect(config).reader
      try await step.wait(for: "every machine of \(site.name) to be a node that is ready", reader) {
        $0.complaint(of: hosts)
      }
      return StepResult(.done)
    }
  }
}

extension StepContext {
  /// Looks at a cluster's nodes until there is nothing to complain of; the command's deadline ends it.
  func wait(
    for goal: String, _ reader: APIReader, complaint: (ClusterNodes) -> String?
  ) async throws {
    var told: String?
    while true {
      let reason: String?
      do {
        reason = complaint(try await ClusterNodes.read(reader))
      } catch let error as KubernetesError where error.isTransient {
        reason = "\(error.reason)"
      }
      guard let reason else { return }
      if reason != told {
        try waiting(
          on: BlockingFact(goal: goal, reason: reason, inspect: "kubectl get nodes -o wide"))
      }
      told = reason
      try await Task.sleep(for: .seconds(2))
    }
  }
}
