import KubernetesClient
import OpenClusterManagement

/// Lets a cluster in whose agent was installed elsewhere: verifies its certificate request, approves
/// it, and accepts the cluster. A cluster whose request was not approved is not accepted.
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
    let approval = RequestApproval(
      clusterName: request.name, requestNames: Set(request.requestNames))
    let isJoined = record?.condition(Names.ConditionType.joined)?.isTrue ?? false
    let steps = RegistrationSteps(
      clusterName: request.name, hub: context.hub, location: context.hubLocation,
      approval: approval, expectation: { expectation }, now: context.now)
    var plan: [Step] = []
    if !isJoined, try await needsApproval(approval, context) { plan.append(steps.approve()) }
    plan.append(steps.accept(record))
    if request.waitsForRegistration { plan.append(steps.awaitRegistered()) }
    let (name, hub) = (request.name, context.hub)
    return Plan(operation: operation, subject: name, steps: plan) { run in
      let seen = try await hub.getIfPresent(.managedClusters, name).map {
        StatusRow(
          ManagedCluster($0), now: context.now())
      }
      return AcceptReport(
        name: name, approvedRequests: approval.approved.value,
        isAccepted: seen?.isAccepted ?? false, isJoined: seen?.isJoined ?? false,
        isRegistered: seen?.isRegistered ?? false, isUnchanged: !run.wrote)
    }
  }

  private var expectation: RegistrationExpectation {
    var expectation = RegistrationExpectation.anyBootstrap(clusterName: request.name)
    expectation.requesters += request.allowedRequesters.map { .user($0) }
    return expectation
  }

  /// True when a request is to be approved, or waited for; throws when there is nothing to approve.
  private func needsApproval(
    _ approval: RequestApproval, _ context: PlanningContext
  ) async throws -> Bool {
    let requests = try await approval.read(context.hub)
    try await checkNamed(requests, context)
    let picture = approval.picture(of: requests, expecting: expectation)
    guard picture.agents.count < 2 || !request.requestNames.isEmpty else {
      throw AcceptRefusal.ambiguous(
        name: request.name, requests: picture.pending.map { "\($0.name) by \($0.username)" })
    }
    if !picture.pending.isEmpty { return true }
    if !picture.approved.isEmpty { return false }
    guard request.waitsForRequest else {
      throw AcceptRefusal.noRequest(
        fact: picture.blockingFact(cluster: request.name, hub: context.hubLocation))
    }
    return true
  }

  /// A request that is named has to be one of the cluster's. When one is waited for, it may still come.
  private func checkNamed(
    _ requests: [CertificateSigningRequest], _ context: PlanningContext
  ) async throws {
    for named in request.requestNames where !requests.contains(where: { $0.name == named }) {
      let other = try await context.hub.getIfPresent(.certificateSigningRequests, named)
        .map(CertificateSigningRequest.init)
      guard other != nil || !request.waitsForRequest else { continue }
      throw RequestUnknown(
        requestName: named, clusterName: request.name, other: other,
        pending: requests.filter { $0.isPending && $0.addOn == nil }.map(\.name).sorted(),
        hub: context.hubLocation)
    }
  }
}

/// Why a cluster is not accepted.
enum AcceptRefusal: WorkflowFailure {
  /// There is nothing to approve.
  case noRequest(fact: BlockingFact)
  /// Several agents ask to be this cluster.
  case ambiguous(name: String, requests: [String])

  var id: ErrorID {
    switch self {
    case .noRequest: .noRequest
    case .ambiguous: .ambiguousRequests
    }
  }
  var category: ExitCategory { .refused }
  var what: String {
    switch self {
    case .noRequest: "there is no certificate request that may be approved"
    case .ambiguous(let name, _): "several agents ask to be \(name)"
    }
  }
  var location: ClusterLocation? {
    if case .noRequest(let fact) = self { fact.location } else { nil }
  }
  var why: String? {
    switch self {
    case .noRequest(let fact): fact.reason
    case .ambiguous(_, let requests): requests.joined(separator: "; ")
    }
  }
  var next: [String] {
    switch self {
    case .noRequest(let fact):
      (fact.inspect.map { [$0] } ?? []) + ["to wait for one: --wait-for-request"]
    case .ambiguous: ["find out which is the right one, and name it with --request"]
    }
  }
}
