import KubernetesClient
public import OpenClusterManagement

/// `cluster.registered`: the cluster is accepted, joined, available, and its gates are True.
struct ClusterRegisteredCheck: Check {
  typealias Context = ClusterCheckContext

  let article = CheckArticle(
    "cluster.registered", .record, "the cluster is registered",
    meaning: """
      Registered means accepted by the hub, joined, available, and every readiness gate True. The first of these that \
      does not hold is shown, with the command to go on with.
      """,
    fails: "one of them does not hold.",
    remedies: ["mcctl status NAME shows each of them with its age"])

  func run(_ context: ClusterCheckContext) async throws -> CheckVerdict {
    let record = try await context.requiredRecord()
    let state = RegistrationState.evaluate(record, now: context.options.now())
    guard let blocker = state.blocker else { return .pass("accepted, joined and available") }
    let since = blocker.since.map { ", since \(context.options.distance(to: $0))" } ?? ""
    return .fail(
      "\(blocker.reason.rawValue): \(blocker.message)\(since)",
      next: blocker.nextCommands(cluster: context.name, hubFlag: context.hubFlag))
  }
}

extension RegistrationState.Blocker {
  /// The commands to go on with.
  public func nextCommands(cluster: String, hubFlag: String) -> [String] {
    switch reason {
    case .notAccepted: ["mcctl accept \(cluster) \(hubFlag)"]
    case .acceptancePending: ["mcctl check hub \(hubFlag)"]
    case .notJoined, .neverAvailable, .unavailable, .unreachable:
      ["mcctl check cluster \(cluster) --cluster-kubeconfig FILE \(hubFlag)"]
    case .gateNotReported, .gateClosed: ["mcctl gate list \(cluster) \(hubFlag)"]
    }
  }
}
