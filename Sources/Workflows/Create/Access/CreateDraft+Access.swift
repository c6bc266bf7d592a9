import Documents
import KubernetesClient
import OpenClusterManagement
import RemoteHosts

extension CreateDraft {
  /// Fetches the admin kubeconfig and finds the way to the API server from here.
  var accessStep: Step {
    .onMachines(
      id: "access", title: "reach the API server of \(request.name)",
      [.machine(host, .wait, "File", MachinePaths.adminKubeconfig)]
    ) { [self] step in
      let finding = AdminAccess(specification: specification, connect: request.connect)
      var failures: [AdminAccess.Failure] = []
      for _ in 0..<12 {
        switch try await finding.find(try await kubeconfig()) {
        case .found(let config):
          connection.set(config)
          let name = config.tls.serverName.map { " (tls-server-name \($0))" } ?? ""
          return StepResult(.done, message: "\(config.server)\(name)")
        case .none(let found): failures = found
        }
        try step.waiting(
          on: BlockingFact(
            goal: "the API server of \(request.name)",
            reason: failures.first.map { "\($0.server): \($0.reason)" } ?? "no address"))
        try await Task.sleep(for: .seconds(5))
      }
      throw EndpointUnreachable(name: request.name, failures: failures)
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
      environment: request.machines.inputs.environment
    ).resolve(context: nil)
  }

  /// Waits until every machine is a node that is ready.
  var healthStep: Step {
    let changes = specification.hosts.map { PlannedChange.machine($0, .wait, "Node", $0.address) }
    return .onMachines(
      id: "health", title: "every machine is a node that is ready", changes
    ) { [self] step in
      guard let config = connection.value else { return StepResult(.skipped) }
      let reader = try request.connect(config).reader
      var told: String?
      while true {
        let missing = try await missingNodes(reader)
        guard let missing else { return StepResult(.done) }
        if missing != told {
          try step.waiting(
            on: BlockingFact(
              goal: "every machine of \(request.name) to be a node that is ready",
              reason: missing, inspect: "kubectl get nodes -o wide"))
        }
        told = missing
        try await Task.sleep(for: .seconds(2))
      }
    }
  }

  /// What is not ready yet; nil when all is.
  private func missingNodes(_ reader: APIReader) async throws -> String? {
    let nodes: [Value]
    do {
      nodes = try await reader.list(.nodes).items
    } catch let error as KubernetesError where error.isTransient {
      return "\(error.reason)"
    }
    for host in specification.hosts {
      let node = nodes.first { node in
        (node.at("status", "addresses")?.array ?? []).contains {
          $0["address"]?.string == host.address
        }
      }
      guard let node else { return "\(host.address) is no node yet" }
      let ready = (node.at("status", "conditions")?.array ?? [])
        .first { $0["type"]?.string == "Ready" }
      guard ready?["status"]?.string != "True" else { continue }
      return "node of \(host.address): \(ready?["message"]?.string ?? "not ready")"
    }
    return nil
  }
}
