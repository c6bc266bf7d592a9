import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// An acceptance whose decisions are made: it lists its steps.
struct AcceptDraft: Sendable {
  let request: AcceptRequest
  let record: ManagedCluster?
  let context: PlanningContext
  let approval: RequestApproval
  let warnings: [String]
  private let credentials: JoinCredentials
  private let picture: RequestApproval.Picture
  private let certificate: CertificateSource?

  /// Reads the requests and verifies them; throws what stands against accepting.
  init(request: AcceptRequest, record: ManagedCluster?, context: PlanningContext) async throws {
    let approval = RequestApproval(
      clusterName: request.name, requestNames: Set(request.requestNames),
      takesOneClaimant: request.requestNames.isEmpty)
    credentials = try await JoinCredentials.read(request.name, context.hub)
    let requests = try await approval.read(context.hub)
    try await Self.checkNamed(request, requests, context)
    picture = approval.picture(
      of: requests, expecting: Self.expectation(request, credentials))
    certificate = try await Self.certificate(request, context)
    self.request = request
    self.record = record
    self.context = context
    self.approval = approval
    warnings = Self.warnings(request, credentials, picture)
  }

  /// The steps, in order.
  func steps() async throws -> [Step] {
    let steps = registration
    var plan: [Step] = []
    let approves = try needsApproval()
    if approves { plan.append(steps.approve()) }
    if let certificate, approves || !isJoined { plan.append(steps.confirm(certificate)) }
    plan.append(steps.accept(record))
    guard request.waitsForRegistration else { return plan }
    plan.append(steps.awaitRegistered())
    return plan + (try await revocation())
  }

  private var isJoined: Bool { record?.condition(Names.ConditionType.joined)?.isTrue ?? false }

  private var isAvailable: Bool {
    record?.condition(Names.ConditionType.available)?.isTrue ?? false
  }

  private var registration: RegistrationSteps {
    let expectation = Self.expectation(request, credentials)
    return RegistrationSteps(
      clusterName: request.name, hub: context.hub, location: context.hubLocation,
      approval: approval, expectation: { expectation }, now: context.now, asksAnew: isJoined)
  }

  /// The used credential has done its work.
  private func revocation() async throws -> [Step] {
    guard !request.keepsCredential, !credentials.isEmpty, !credentials.areKept else { return [] }
    let revocation = CredentialRevocation(
      cluster: request.name, reader: context.hub, location: context.hubLocation)
    let found = try await revocation.found()
    return found.isEmpty ? [] : [revocation.step(found)]
  }
}

// MARK: - Deciding

extension AcceptDraft {
  /// A cluster that has a credential of its own joins with that; only without one may it be one of those
  /// that all clusters share.
  private static func expectation(
    _ request: AcceptRequest, _ credentials: JoinCredentials
  ) -> RegistrationExpectation {
    var expectation =
      credentials.expectation ?? .anyBootstrap(clusterName: request.name)
    guard !request.allowedRequesters.isEmpty else { return expectation }
    expectation.requesters += request.allowedRequesters.map { .user($0) }
    // What the operator vouches for may be older than the cluster's own credential.
    expectation.credentialMinted = nil
    return expectation
  }

  /// True when a request is to be approved, or waited for; throws when there is nothing to approve, or
  /// more than one claims the name.
  private func needsApproval() throws -> Bool {
    let isNamed = !request.requestNames.isEmpty
    if picture.claimants.count > 1, !isNamed, !(isJoined && picture.pending.isEmpty) {
      throw AcceptRefusal.ambiguous(name: request.name, requests: lines(picture.acceptable))
    }
    if !picture.pending.isEmpty {
      guard isNamed || !(isJoined && isAvailable) else {
        throw AcceptRefusal.alreadyConnected(
          name: request.name, requests: lines(picture.pending) + [connected])
      }
      return true
    }
    if isJoined || !picture.approved.isEmpty { return false }
    guard request.waitsForRequest else {
      throw AcceptRefusal.noRequest(
        fact: picture.blockingFact(cluster: request.name, hub: context.hubLocation))
    }
    return true
  }

  /// The agent that is connected, for comparing.
  private var connected: String {
    let since = record?.condition(Names.ConditionType.available)?.lastTransitionTime
    return "connected is the agent that joined before"
      + (since.map { ", available since \(Timestamp.text($0))" } ?? "")
  }

  private func lines(_ requests: [RequestApproval.Judged]) -> [String] {
    requests.map { $0.line }
  }

  /// A request that is named has to be one of the cluster's. When one is waited for, it may still come.
  private static func checkNamed(
    _ request: AcceptRequest, _ requests: [CertificateSigningRequest], _ context: PlanningContext
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

  private static func certificate(
    _ request: AcceptRequest, _ context: PlanningContext
  ) async throws -> CertificateSource? {
    guard let managed = context.managed, let location = context.managedLocation(request.name)
    else { return nil }
    let klusterlets = try await managed.presentList(.klusterlets).map(Klusterlet.init)
    let own = klusterlets.first { $0.clusterName == request.name }
    guard let own else {
      throw AgentMissing(cluster: request.name, location: location)
    }
    let now = context.now
    return CertificateSource(
      reader: managed, location: location, namespace: own.agentNamespace
    ) { known in known.certificateExpires.map { $0 > now() } ?? true }
  }

  private static func warnings(
    _ request: AcceptRequest, _ credentials: JoinCredentials, _ picture: RequestApproval.Picture
  ) -> [String] {
    var warnings: [String] = []
    if !picture.acceptable.isEmpty {
      let right = picture.acceptable.map { $0.line }.joined(separator: "; ")
      warnings += picture.refused.map { refused in
        "a second request in the name of \(request.name) is refused: \(refused.line);"
          + " \(refused.faults); the one that passed: \(right)"
      }
    }
    if credentials.isEmpty,
      let shared = picture.pending.map(\.request).first(where: {
        !request.allowedRequesters.contains($0.username)
      })
    {
      warnings.append(
        "\(shared.username) is a credential that all clusters share: whoever has it can ask in any"
          + " cluster's name; mcctl token create \(request.name) makes one for this cluster alone")
    }
    return warnings
  }
}

/// The cluster that was named has no agent that would be this cluster's.
struct AgentMissing: WorkflowFailure {
  let cluster: String
  let location: ClusterLocation?

  var id: ErrorID { .agentMissing }
  var category: ExitCategory { .refused }
  var what: String { "there is no agent of \(cluster) on the cluster that was named" }
  var next: [String] {
    ["name the cluster on which the agent runs with --cluster-kubeconfig and --cluster-context"]
  }
}
