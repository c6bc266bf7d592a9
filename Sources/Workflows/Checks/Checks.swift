import KubernetesClient

/// Looks at a hub from all sides; it writes nothing.
public struct HubChecks: Sendable {
  private let options: CheckOptions
  private let observe: @Sendable (CheckProgress) -> Void

  /// Prepares to look; `observe` is told how far it is, from several tasks.
  public init(
    options: CheckOptions = CheckOptions(),
    observe: @escaping @Sendable (CheckProgress) -> Void = { _ in }
  ) {
    self.options = options
    self.observe = observe
  }

  /// Makes the checks. Throws ``WorkflowError`` when the deadline passes before all are made.
  public func report(
    on hub: ClusterAccess, within deadline: Deadline = .none
  ) async throws(WorkflowError) -> CheckReport {
    do {
      return try await deadline.race(
        onlyReads: true, waitingFor: { BlockingFact(answersOf: Clusters(hub: hub)) }
      ) {
        let context = HubCheckContext(hub: hub, options: options)
        let runner = CheckRunner(
          checks: CheckCatalogue.hub, context: context, subject: nil, observe: observe)
        return CheckReport(results: try await runner.run())
      }
    } catch {
      throw WorkflowError(reading: hub, error)
    }
  }
}

/// Looks at clusters of a hub, and at one of them from inside when it is reached from here; it writes
/// nothing.
public struct ClusterChecks: Sendable {
  private let names: [String]
  private let options: CheckOptions
  private let observe: @Sendable (CheckProgress) -> Void

  /// Prepares to look at the clusters of these names.
  public init(
    names: [String], options: CheckOptions = CheckOptions(),
    observe: @escaping @Sendable (CheckProgress) -> Void = { _ in }
  ) {
    self.names = names
    self.options = options
    self.observe = observe
  }

  /// Makes the checks; the managed cluster of `clusters` is that of the only name.
  public func report(
    on clusters: Clusters, within deadline: Deadline = .none
  ) async throws(WorkflowError) -> CheckReport {
    do {
      return try await deadline.race(
        onlyReads: true, waitingFor: { BlockingFact(answersOf: clusters) }
      ) {
        let results = try await names.concurrentMap(limit: 4) { name in
          try await checks(of: name, clusters)
        }
        return CheckReport(results: results.flatMap(\.self))
      }
    } catch {
      throw WorkflowError(reading: clusters.hub, error)
    }
  }

  private func checks(of name: String, _ clusters: Clusters) async throws -> [CheckResult] {
    let context = ClusterCheckContext(
      name: name, hub: clusters.hub, managed: names.count == 1 ? clusters.managed : nil,
      options: options)
    return try await CheckRunner(
      checks: CheckCatalogue.cluster, context: context, subject: name, observe: observe
    ).run()
  }
}
