import KubernetesClient

/// Whether the hub's API server takes requests, asked before anything else is.
enum HubReadiness {
  /// Throws when the server says that it is not ready. A caller that may not ask goes on.
  static func check(_ context: PlanningContext) async throws {
    do {
      let readiness = try await context.hub.ready()
      guard !readiness.isReady else { return }
      throw HubNotReady(checks: readiness.failures.map(\.name), hub: context.hubLocation)
    } catch KubernetesError.forbidden, KubernetesError.notFound {
      return
    }
  }
}

/// The hub's API server does not take requests.
struct HubNotReady: WorkflowFailure {
  let checks: [String]
  let hub: ClusterLocation

  var id: ErrorID { .notReady }
  var category: ExitCategory { .failed }
  var what: String { "the hub's API server is not ready" }
  var location: ClusterLocation? { hub }
  var why: String? { checks.isEmpty ? nil : "failing: \(checks.joined(separator: ", "))" }
  var next: [String] { ["run it again when the hub is healthy"] }
}
