import KubernetesClient

/// Asks both clusters, before anything is written, whether the caller may do what the steps need
/// (SelfSubjectAccessReview). A caller that may do everything is asked once a cluster.
struct PermissionCheck: Sendable {
  let clusters: Clusters

  /// The needs that are denied, in the order of the steps.
  func denied(_ needs: [AccessNeed]) async throws -> [AccessNeed] {
    var denied: [AccessNeed] = []
    for side in ClusterSide.allCases {
      var seen: Set<AccessNeed> = []
      let asked = needs.filter { $0.side == side && seen.insert($0).inserted }
      guard !asked.isEmpty, let reader = reader(side) else { continue }
      denied += try await self.denied(asked, reader)
    }
    return denied
  }

  private func denied(_ needs: [AccessNeed], _ reader: APIReader) async throws -> [AccessNeed] {
    let everything = AccessAttributes(verb: "*", group: "*", resource: "*")
    if try await reader.review(everything).isAllowed { return [] }
    let answers = try await needs.concurrentMap(limit: 8) {
      try await reader.review($0.attributes).isAllowed
    }
    return zip(needs, answers).filter { !$0.1 }.map(\.0)
  }

  private func reader(_ side: ClusterSide) -> APIReader? {
    switch side {
    case .hub: clusters.hub.reader
    case .managed: clusters.managed?.reader
    case .hosting: clusters.hosting?.reader
    case .machine: nil
    }
  }
}

/// The caller lacks rights that the plan needs; nothing was written.
struct NotPermitted: WorkflowFailure {
  let operation: String
  let denied: [AccessNeed]
  let location: ClusterLocation?

  var id: ErrorID { .notPermitted }
  var category: ExitCategory { .authentication }
  var what: String { "\(operation) needs rights that the user of this context does not have" }
  var why: String? {
    denied.map { "\($0.side.rawValue): may not \($0.attributes.spoken)" }
      .joined(separator: "\n")
  }
  var next: [String] { ["have these rights granted, or use a context whose user has them"] }
}
