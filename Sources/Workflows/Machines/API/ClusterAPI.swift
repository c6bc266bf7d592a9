public import KubernetesClient
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

  /// Fetches the admin kubeconfig, and tries every address once.
  func find() async throws -> AdminAccess.Outcome {
    let finding = AdminAccess(specification: site.specification, connect: site.connect)
    return try await finding.find(try await kubeconfig())
  }

  /// Fetches the admin kubeconfig and finds the way to the API server, which may have to come up yet.
  var accessStep: Step {
    .onMachines(
      id: "access", title: "reach the API server of \(site.name)",
      [.machine(site.specification.firstMaster, .wait, "File", MachinePaths.adminKubeconfig)]
    ) { [self] step in
      var failures: [AdminAccess.Failure] = []
      for _ in 0..<12 {
        switch try await find() {
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
      throw EndpointUnreachable(name: site.name, failures: failures, command: site.command)
    }
  }

  private func kubeconfig() async throws -> ConnectionConfig {
    let path = MachinePaths.adminKubeconfig
    guard let bytes = try await session.readFile(path) else {
      throw WorkflowError(
        id: .createUnreachable, category: .failed,
        what: "there is no \(path) on \(session.host.label), though sealer succeeded",
        next: ["see whether kubeadm has finished on that machine"])
    }
    return try Kubeconfig.fromText(
      String(decoding: bytes, as: UTF8.self), source: "\(session.host.label):\(path)",
      environment: site.machines.inputs.environment
    ).resolve(context: nil)
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

extension ClusterSite {
  /// The way to the API server of a cluster that stands, as its administrator. It holds secrets.
  ///
  /// - Throws: ``WorkflowError``, `RemoteHostError`: the first master or the API server is not reached.
  public func administrator() async throws -> ConnectionConfig {
    switch try await ClusterAPI(site: self, session: try await machines.first()).find() {
    case .found(let config): return config
    case .none(let failures):
      throw WorkflowError(
        mapping: EndpointUnreachable(name: name, failures: failures, command: command))
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
