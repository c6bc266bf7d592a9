import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// An import whose decisions are made: it lists its steps.
struct ImportDraft: Sendable {
  let request: ImportRequest
  let situation: ImportSituation
  let endpoints: EndpointDecision
  let credential: CredentialDecision
  let approval: RequestApproval
  let warnings: [String]
  private let context: PlanningContext
  private let cluster: ClusterLocation
  private let managed: APIReader
  private let minted = Shared<JoinCredentialMint.Minted?>(nil)
  private let recordUID = Shared<String?>(nil)
  /// How long the agent keeps what works that are gone have applied.
  private let evictionPeriod: String?

  /// Decides; throws what stands against the import.
  init(
    request: ImportRequest, situation: ImportSituation, context: PlanningContext,
    cluster: ClusterLocation
  ) async throws {
    guard let managed = context.managed else { throw ManagedClusterUnreached(step: "import") }
    let identity = IdentityDecision(
      request: request, situation: situation,
      hubEndpoints: (try? situation.hubFacts.candidates()) ?? [], cluster: cluster)
    try identity.check()
    endpoints = try EndpointDecision(
      request: request, situation: situation, hubOfAgent: identity.hubOfAgent)
    credential = CredentialDecision(
      situation: situation, hub: endpoints.hub, hubOfAgent: identity.hubOfAgent,
      now: context.now(), rejoins: request.rejoins)
    try Self.checkRejoin(request, situation)
    let eviction = EvictionDecision(
      request: request, situation: situation, hubOfAgent: identity.hubOfAgent)
    evictionPeriod = eviction.period
    var warnings = endpoints.warnings + identity.warnings + eviction.warnings
    if credential.needsCredential {
      let address = HubAddress(
        request: request, facts: situation.hubFacts, clusterURL: endpoints.cluster.url)
      warnings += try await address.check(endpoints.hub, context.clusters.hub)
    }
    self.warnings = warnings
    self.request = request
    self.situation = situation
    self.context = context
    self.cluster = cluster
    self.managed = managed
    approval = RequestApproval(clusterName: request.name)
  }

  private static func checkRejoin(
    _ request: ImportRequest, _ situation: ImportSituation
  ) throws(ImportRefusal) {
    guard request.rejoins else { return }
    if situation.record == nil {
      throw .nothingToRejoin(
        name: request.name, missing: "the hub has no record of a cluster \(request.name)")
    }
    if situation.agent.klusterlet == nil {
      throw .nothingToRejoin(name: request.name, missing: "the cluster has no agent")
    }
  }

  /// The steps that are still to be done, in order.
  func steps() async throws -> [Step] {
    var steps: [Step] = []
    if situation.namespace?.isBeingDeleted == true {
      steps.append(.awaitNamespaceGone(request.name, context))
    }
    if request.probes { steps.append(probeStep) }
    let record = recordStep
    steps.append(try await record.step(remembering: recordUID))
    if credential.needsCredential { steps.append(try await credentialStep()) }
    let installation = try await agentInstallation()
    steps += installation
    steps += registrationSteps
    if let addOns = try await addOnStep.step() { steps.append(addOns) }
    guard request.accepts, request.waits else { return steps }
    if !isRegistered {
      steps.append(connectionStep(record))
    } else if try await isRollingOut(installation) {
      steps.append(rollout.step())
    }
    if let revocation = try await revocationStep() { steps.append(revocation) }
    if let secret = request.accessSecret { steps.append(removal(of: secret)) }
    return steps
  }

  /// The agent will not run as it should at once: it is changed now, or was by a run that ended before it was seen.
  private func isRollingOut(_ installation: [Step]) async throws -> Bool {
    guard !installation.contains(where: \.summary.writes) else { return true }
    return leavesAgent ? false : try await rollout.remainder() != nil
  }

  /// An agent that is there for an earlier registration begins anew.
  private func agentInstallation() async throws -> [Step] {
    guard !leavesAgent else { return [] }
    let former = agentSteps.removeFormer()
    let stale = credential.hasStaleKubeconfig ? agentSteps.removeStaleKubeconfig() : nil
    let operatorStep = try await agentSteps.installOperator()
    let agent = try await agentSteps.installAgent()
    let restarts = former == nil && !credential.isSettled
    let restart = restarts ? try await agentSteps.restart() : nil
    return [former ?? stale, operatorStep, agent, restart].compactMap(\.self)
  }

  /// How the import ended, going by what its steps did.
  func outcome(_ record: RunRecord) -> ImportReport.Outcome {
    let stays = isRegistered && !credential.needsCredential
    if stays, !record.wrote { return .unchanged }
    let wasSeen = request.accepts && request.waits && record.mode.isPersistent
    return stays || wasSeen ? .registered : .applied
  }
}

extension ImportDraft {
  private var isRegistered: Bool {
    guard credential.isSettled, let record = situation.record else { return false }
    return RegistrationState.evaluate(record, now: context.now()).isRegistered
  }

  /// An agent that works and that another tool installed stays as it is, unless it is taken over.
  private var leavesAgent: Bool {
    guard credential.isSettled, !request.forcesConflicts,
      let klusterlet = situation.agent.klusterlet
    else { return false }
    return klusterlet.labels[Names.Label.managedBy] != Names.Label.managedByValue
  }

  private var recordStep: RecordStep {
    RecordStep(
      request: request, present: situation.record, clusterUID: situation.agent.clusterUID,
      cluster: endpoints.cluster, reconciler: context.hubReconciler())
  }

  /// The cluster that the agent runs on: its own, or in the hosted modes another, which is the hub unless one is
  /// named.
  private var host: (reader: APIReader, location: ClusterLocation) {
    request.agent.mode.isHosted ? context.host(of: request.name) : (managed, cluster)
  }

  private var addOnStep: AddOnStep {
    AddOnStep(
      clusterName: request.name, addOns: request.addOns, reconciler: context.hubReconciler())
  }

  /// What led to the cluster goes once it is registered; a run that ends before finds it still there.
  private func removal(of secret: ObjectReference) -> Step {
    DeletionSteps(reader: context.hub, location: context.hubLocation).step(
      id: "access", title: "remove the Secret that led to \(request.name)", [secret], waits: false)
  }

  private var agentSteps: AgentSteps {
    AgentSteps(
      request: request, situation: situation, endpoints: endpoints, credential: credential,
      reconciler: ObjectReconciler(
        reader: host.reader, location: host.location, forcesConflicts: request.forcesConflicts,
        showsDifference: context.mode == .planWithDiff),
      evictionPeriod: evictionPeriod, minted: minted, recordUID: recordUID)
  }

  /// Of an agent that is registered, the hub cannot tell whether it runs as it was changed.
  private var rollout: AgentRollout {
    let names = AgentNames(clusterName: request.name, mode: request.agent.mode)
    return AgentRollout(
      clusterName: request.name, klusterlet: names.klusterlet, namespace: names.agentNamespace,
      reader: host.reader, location: host.location)
  }

  private var probeStep: Step {
    let image =
      request.probeImage ?? request.agent.operatorOptions.images.image(.registrationOperator)
    return HubProbeStep(
      probe: HubProbe(
        cluster: request.name, hub: endpoints.hub, image: image, agent: request.agent),
      reader: host.reader, location: host.location
    ).step()
  }

  private func credentialStep() async throws -> Step {
    try await JoinCredentialMint(
      cluster: request.name, validity: request.credentialValidity, kind: request.credentialKind,
      isKept: request.keepsCredential, hub: context.clusters.hub,
      reconciler: context.hubReconciler()
    ).step(
      id: "credential", title: "make a credential for \(request.name) alone", into: minted)
  }

  private var registrationSteps: [Step] {
    guard request.accepts, !isRegistered else { return [] }
    let isJoined = situation.record?.condition(Names.ConditionType.joined)?.isTrue ?? false
    let steps = registration
    guard request.waits else {
      return [steps.approveWhatIsThere(), steps.acceptIfApproved(situation.record)]
    }
    let approving =
      isJoined && !credential.asksAnew ? [] : [steps.approve(), steps.confirm(certificate)]
    return approving + [steps.accept(situation.record), steps.awaitRegistered()]
  }

  private var registration: RegistrationSteps {
    let diagnosis = AgentDiagnosis(
      reader: host.reader, location: host.location, goal: "\(request.name) to be registered",
      hostedFor: request.agent.mode.isHosted ? request.name : nil, now: context.now)
    return RegistrationSteps(
      clusterName: request.name, hub: context.hub, location: context.hubLocation,
      approval: approval, expectation: { expectation() },
      diagnosis: { try await diagnosis.cause() },
      now: context.now, certificate: credential.asksAnew ? certificate : nil,
      asksAnew: credential.asksAnew)
  }

  /// Where the agent keeps the certificate that it gets.
  private var certificate: CertificateSource {
    let names = AgentNames(clusterName: request.name, mode: request.agent.mode)
    let (hub, now) = (endpoints.hub, context.now)
    return CertificateSource(
      reader: host.reader, location: host.location, namespace: names.agentNamespace
    ) { CredentialDecision.isUsable($0, at: hub, now()) }
  }

  /// A request must come from the credential of this cluster alone: from the token minted in this
  /// run, or from the one that an interrupted run left to be used.
  private func expectation() -> RegistrationExpectation {
    if let minted = minted.value { return minted.expectation }
    return RegistrationExpectation(
      clusterName: request.name, requesters: [.joinCredential],
      tokenIdentifiers: situation.joinAccount?.mintedTokens ?? [])
  }

  /// The agent reports URL and certificates when it creates the record, which mcctl did; so that they
  /// are there is checked, and repaired, once the agent has had its say.
  private func connectionStep(_ record: RecordStep) -> Step {
    let change = PlannedChange(
      location: context.hubLocation, object: record.desired.reference, action: .wait,
      note: "URL and certificates of the cluster are checked, and repaired")
    let reconciler = context.hubReconciler()
    return Step(
      id: "connection", title: "the hub knows how to reach \(request.name)",
      location: context.hubLocation, changes: [change],
      dryRun: .skip("a dry run registers nothing")
    ) { step in
      try await step.ensure([record.desired], reconciler)
    }
  }

  private func revocationStep() async throws -> Step? {
    guard !request.keepsCredential else { return nil }
    let revocation = CredentialRevocation(
      cluster: request.name, reader: context.hub, location: context.hubLocation)
    let found = try await revocation.found()
    guard credential.needsCredential else { return found.isEmpty ? nil : revocation.step(found) }
    let made = JoinCredential(clusterName: request.name).references
    return revocation.findingStep(request.credentialKind == .serviceAccount ? made : found)
  }
}
