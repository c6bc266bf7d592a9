import Documents
import KubernetesClient
import RemoteHosts

/// How a cluster is by the checks of its own distribution, ACK Distro's: the results of its tasks where it has some, else
/// what `trident health-check` says on the first master.
struct DistributionHealth: Sendable {
  private let site: ClusterSite
  /// The first master, logged in to.
  private let session: RemoteSession

  /// Nil for other images, and where the description leaves that out.
  init?(_ site: ClusterSite, _ session: RemoteSession) {
    let specification = site.specification
    guard specification.isACKDistro, specification.env["SkipHealthCheck"] != "true" else {
      return nil
    }
    self.site = site
    self.session = session
  }

  /// What `trident health-check` stands as among the checks, where it is all there is.
  private static let program = "trident health-check"

  /// The checks that fail by what was found last; nil when nothing tells. It has nothing checked.
  func failing(_ reader: APIReader) async throws -> [String]? {
    let tasks = try await tasks(reader)
    if !tasks.isEmpty { return ACKHealth(tasks: tasks).failures.map(\.name) }
    return switch try await lastTrident(within: .seconds(60)).exitCode {
    case 0: []
    case 127: nil
    default: [Self.program]
    }
  }

  /// Tells what does not pass, once the cluster is made. It stops nothing: the cluster runs.
  func step(_ reader: @escaping @Sendable () throws -> APIReader?) -> Step {
    step { step in
      guard let reader = try reader() else { return StepResult(.skipped) }
      if let health = try await tasksHealth(reader, step) { return try tell(health, step) }
      return try tell(try await lastTrident(within: .seconds(600)), step)
    }
  }

  /// Has everything checked anew after a change, and tells what does not pass, and whether it did before. It stops nothing.
  ///
  /// - Parameter before: what failed before the change; nil where nothing told.
  func step(after before: [String]?, _ reader: APIReader) -> Step {
    step { step in
      let former = ACKHealth.starts(of: try await tasks(reader))
      let run = try await tridentAnew(step)
      let since = run.exitCode == 127 ? [:] : former
      if let health = try await tasksHealth(reader, step, since: since) {
        return try tell(health, step, before: before)
      }
      return try tell(run, step, before: before)
    }
  }

  private func step(_ body: @escaping @Sendable (StepContext) async throws -> StepResult) -> Step {
    .onMachines(
      id: "distribution-health", title: "ACK Distro's own checks of \(site.name)",
      [
        .machine(
          site.specification.firstMaster, .wait, ACKHealth.type.kind, ACKHealth.namespace)
      ], body: body)
  }

  private func tasks(_ reader: APIReader) async throws -> [Value] {
    try await reader.presentList(ACKHealth.type, namespace: ACKHealth.namespace)
  }

  /// What the cluster's own objects say, once all checks have ended; nil when it has none. After two minutes, what there
  /// is: the image repeats its checks.
  private func tasksHealth(
    _ reader: APIReader, _ step: StepContext, since former: [String: String] = [:]
  ) async throws -> ACKHealth? {
    var health = ACKHealth(tasks: [])
    for _ in 0..<60 {
      let tasks = try await tasks(reader)
      guard !tasks.isEmpty else { return nil }
      health = ACKHealth(tasks: tasks, since: former)
      guard !health.unfinished.isEmpty else { return health }
      try step.waiting(
        on: BlockingFact(
          goal: "ACK Distro's checks to end", reason: health.unfinished.joined(separator: ", "),
          inspect: "kubectl get opstasks -n \(ACKHealth.namespace)"))
      try await Task.sleep(for: .seconds(2))
    }
    return health
  }

  private func tell(
    _ health: ACKHealth, _ step: StepContext, before: [String]? = nil
  ) throws -> StepResult {
    for failure in health.failures {
      try step.warn("check \(failure.text)\(Self.past(failure.name, before))")
    }
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

  /// What the image's program said. Its words follow no format, so the last of them are told.
  private func tell(
    _ result: RemoteResult, _ step: StepContext, before: [String]? = nil
  ) throws -> StepResult {
    switch result.exitCode {
    case 0: return StepResult(.done, message: "\(Self.program): healthy")
    case 127:
      return StepResult(.skipped, message: "the cluster has neither opstasks nor trident to ask")
    default:
      let lines = (result.text + "\n" + result.errorTail).split(separator: "\n")
        .map { String($0.filter { $0 != "\r" }) }.filter { !$0.isEmpty }
      for line in lines.suffix(10) { try step.warn("\(Self.program): \(line)") }
      return StepResult(
        .done,
        message: "\(Self.program) fails with exit status \(result.exitCode)"
          + Self.past(Self.program, before))
    }
  }

  /// Whether a check that fails did so before; empty where nothing told.
  private static func past(_ check: String, _ before: [String]?) -> String {
    guard let before else { return "" }
    return before.contains(check)
      ? "; it failed before the change, too" : "; it did not fail before"
  }

  /// The last results.
  private func lastTrident(within limit: Duration) async throws -> RemoteResult {
    try await session.tryLook(Self.look, timeout: limit)
  }

  /// Has everything checked anew.
  private func tridentAnew(_ step: StepContext) async throws -> RemoteResult {
    try await session.run(
      Self.anew, timeout: .seconds(600), by: step.changingMachines())
  }

  private static let look = LookScript(
    """
    export HOME=/root
    export PATH=/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin
    command -v trident >/dev/null || exit 127
    cd /root && exec trident health-check </dev/null
    """)

  private static let anew = """
    export HOME=/root
    export PATH=/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin
    command -v trident >/dev/null || exit 127
    cd /root && exec trident health-check --trigger-all </dev/null
    """
}
