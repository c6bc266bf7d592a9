import Documents
import KubernetesClient
import RemoteHosts

extension CreateDraft {
  /// Has ACK Distro check the cluster as its image does it; nil for other images, and where the description leaves that
  /// out. A check that fails is told and stops nothing: the cluster runs.
  var distributionHealthStep: Step? {
    guard specification.isACKDistro, specification.env["SkipHealthCheck"] != "true" else {
      return nil
    }
    return .onMachines(
      id: "distribution-health", title: "ACK Distro's own checks of \(name)",
      [.machine(host, .wait, ACKHealth.type.kind, ACKHealth.namespace)]
    ) { [self] step in
      guard let config = api.connection.value else { return StepResult(.skipped) }
      let reader = try site.connect(config).reader
      if let health = try await tasksHealth(reader, step) { return try tell(health, step) }
      return try await tridentHealth(step)
    }
  }

  /// What the cluster's own objects say, once all checks have ended; nil when it has none. After two minutes, what there
  /// is: the image repeats its checks.
  private func tasksHealth(_ reader: APIReader, _ step: StepContext) async throws -> ACKHealth? {
    var health = ACKHealth(tasks: [])
    for _ in 0..<60 {
      let tasks = try await reader.presentList(ACKHealth.type, namespace: ACKHealth.namespace)
      guard !tasks.isEmpty else { return nil }
      health = ACKHealth(tasks: tasks)
      guard !health.unfinished.isEmpty else { return health }
      try step.waiting(
        on: BlockingFact(
          goal: "ACK Distro's checks to end", reason: health.unfinished.joined(separator: ", "),
          inspect: "kubectl get opstasks -n \(ACKHealth.namespace)"))
      try await Task.sleep(for: .seconds(2))
    }
    return health
  }

  private func tell(_ health: ACKHealth, _ step: StepContext) throws -> StepResult {
    for failure in health.failures { try step.warn("check \(failure.text)") }
    if !health.unfinished.isEmpty {
      try step.warn("checks that have not ended: \(health.unfinished.joined(separator: ", "))")
    }
    guard !health.failures.isEmpty else {
      return StepResult(.done, message: "\(health.total) checks, none fails")
    }
    let names = health.failures.map(\.name).joined(separator: ", ")
    return StepResult(
      .done, message: "\(health.failures.count) of \(health.total) checks fail: \(names)")
  }

  /// What the image's program says on the first master. Its words follow no format, so the last of them are told.
  private func tridentHealth(_ step: StepContext) async throws -> StepResult {
    let result = try await sealer.session.run(
      Self.trident, timeout: .seconds(600), by: step.changingMachines())
    switch result.exitCode {
    case 0: return StepResult(.done, message: "trident health-check: healthy")
    case 127:
      return StepResult(.skipped, message: "the cluster has neither opstasks nor trident to ask")
    default:
      let lines = (result.text + "\n" + result.errorTail).split(separator: "\n")
        .map { String($0.filter { $0 != "\r" }) }.filter { !$0.isEmpty }
      for line in lines.suffix(10) { try step.warn("trident health-check: \(line)") }
      return StepResult(
        .done, message: "trident health-check fails with exit status \(result.exitCode)")
    }
  }

  private static let trident = """
    export HOME=/root
    export PATH=/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin
    command -v trident >/dev/null || exit 127
    cd /root && exec trident health-check </dev/null
    """
}
