import KubernetesClient
import OpenClusterManagement

/// Lets a cluster in whose agent was installed elsewhere: verifies its certificate request, approves
/// it, sees on the cluster itself that its agent got the certificate where it can be reached, and accepts
/// the cluster. A cluster whose request was not approved is not accepted.
public struct Accept: Workflow {
  /// The command's word.
  public let operation = "accept"
  /// Which cluster is accepted, and how strictly.
  public let request: AcceptRequest

  /// The cluster's name.
  public var subject: String? { request.name }

  /// Prepares the operation.
  public init(_ request: AcceptRequest) { self.request = request }

  /// Reads the record and the requests, verifies them, and lists the steps.
  public func plan(_ context: PlanningContext) async throws -> Plan<AcceptReport> {
    try ClusterName.validate(request.name)
    let record = try await context.cluster(request.name)
    guard record != nil || request.waitsForRequest else {
      throw ClusterUnknown(name: request.name, hub: context.hubLocation)
    }
    let draft = try await AcceptDraft(request: request, record: record, context: context)
    let steps = try await draft.steps()
    let (name, hub) = (request.name, context.hub)
    return Plan(operation: operation, subject: name, warnings: draft.warnings, steps: steps) {
      run in
      let seen = try await hub.getIfPresent(.managedClusters, name).map {
        StatusRow(
          ManagedCluster($0), now: context.now())
      }
      let confirmation = run.results.first { $0.step.id == "certificate" }?.result.state
      return AcceptReport(
        name: name, approvedRequests: draft.approval.approved.value,
        isAccepted: seen?.isAccepted ?? false, isJoined: seen?.isJoined ?? false,
        isRegistered: seen?.isRegistered ?? false, isUnchanged: !run.wrote,
        isKeyConfirmed: confirmation.map { $0 != .skipped })
    }
  }
}

/// Why a cluster is not accepted.
enum AcceptRefusal: WorkflowFailure {
  /// There is nothing to approve.
  case noRequest(fact: BlockingFact)
  /// Several ask to be this cluster; each in one line.
  case ambiguous(name: String, requests: [String])
  /// The cluster's agent is connected, and somebody asks for another certificate in its name.
  case alreadyConnected(name: String, requests: [String])

  var id: ErrorID {
    switch self {
    case .noRequest: .noRequest
    case .ambiguous, .alreadyConnected: .ambiguousRequests
    }
  }
  var category: ExitCategory { .refused }
  var what: String {
    switch self {
    case .noRequest: "there is no certificate request that may be approved"
    case .ambiguous(let name, _): "several agents ask to be \(name)"
    case .alreadyConnected(let name, _):
      "\(name)'s agent is connected, and another one asks to be \(name)"
    }
  }
  var location: ClusterLocation? {
    if case .noRequest(let fact) = self { fact.location } else { nil }
  }
  var why: String? {
    switch self {
    case .noRequest(let fact): fact.reason
    case .ambiguous(_, let requests), .alreadyConnected(_, let requests):
      requests.joined(separator: "\n")
    }
  }
  var next: [String] {
    switch self {
    case .noRequest(let fact):
      (fact.inspect.map { [$0] } ?? []) + ["to wait for one: --wait-for-request"]
    case .ambiguous, .alreadyConnected:
      [
        "find out which is the right one, and name it with --request",
        "the key of the right one is the one its agent holds: --cluster-context compares them",
      ]
    }
  }
}
