import KubernetesClient
import OpenClusterManagement

/// An import by a bundle whose decisions are made: it lists its steps.
struct ManualDraft: Sendable {
  let request: ManualImportRequest
  let situation: ManualSituation
  /// How the agent reaches the hub.
  let hub: ClusterEndpoint
  let approval: RequestApproval
  let warnings: [String]
  /// The credential, once it is minted.
  let minted = Shared<JoinCredentialMint.Minted?>(nil)
  /// The manifests, when they go to no file.
  let stream = Shared<String?>(nil)
  private let recordUID = Shared<String?>(nil)
  private let context: PlanningContext

  private var cluster: ImportRequest { request.cluster }

  /// Decides; throws what stands against the import.
  init(
    request: ManualImportRequest, situation: ManualSituation, context: PlanningContext
  ) async throws {
    let address = HubAddress(request: request.cluster, facts: situation.hubFacts)
    hub = try address.endpoint()
    if let record = situation.record, record.isBeingDeleted {
      throw ImportRefusal.beingDeleted(name: record.name, finalizers: record.finalizers)
    }
    var warnings: [String] = []
    if situation.isJoined {
      warnings.append("\(request.cluster.name) has joined already; no bundle is made")
    } else {
      warnings += try await address.check(hub, context.clusters.hub)
      try request.target.check()
    }
    self.warnings = warnings
    self.request = request
    self.situation = situation
    self.context = context
    approval = RequestApproval(clusterName: request.cluster.name, takesOneClaimant: true)
  }

  /// The steps that are still to be done, in order.
  func steps() async throws -> [Step] {
    var steps: [Step] = []
    if situation.namespace?.isBeingDeleted == true {
      steps.append(.awaitNamespaceGone(cluster.name, context))
    }
    steps.append(try await recordStep.step(remembering: recordUID))
    if !situation.isJoined {
      steps.append(try await credentialStep())
      steps.append(try await publication.step(bundle: bundle))
      steps.append(bundleStep())
    }
    let addOns = AddOnStep(
      clusterName: cluster.name, addOns: cluster.addOns, reconciler: context.hubReconciler())
    if let enabling = try await addOns.step() { steps.append(enabling) }
    return steps + (cluster.waits ? registrationSteps : [])
  }

  /// How the import ended, going by what its steps did.
  func outcome(_ record: RunRecord) -> ManualImportReport.Outcome {
    if cluster.waits, cluster.accepts, record.mode.isPersistent {
      return situation.isJoined && !record.wrote ? .unchanged : .registered
    }
    return situation.isJoined ? .unchanged : .bundled
  }

  /// The path of the bundle; nil when none is made, or it goes to no file.
  var bundlePath: String? { situation.isJoined ? nil : request.target.path }
}

extension ManualDraft {
  private var recordStep: RecordStep {
    RecordStep(
      request: cluster, present: situation.record, clusterUID: nil,
      cluster: cluster.clusterURL.flatMap {
        try? ClusterEndpoint(
          url: $0, certificateAuthorities: cluster.clusterCABundle, source: .given)
      }, mode: .manual, reconciler: context.hubReconciler())
  }

  private func credentialStep() async throws -> Step {
    try await JoinCredentialMint(
      cluster: cluster.name, validity: cluster.credentialValidity, kind: cluster.credentialKind,
      isKept: cluster.keepsCredential, hub: context.clusters.hub,
      reconciler: context.hubReconciler()
    ).step(
      id: "credential", title: "make a credential for \(cluster.name) alone", into: minted)
  }

  private var publication: JoinManifestsStep {
    JoinManifestsStep(clusterName: cluster.name, reconciler: context.hubReconciler())
  }

  /// What stands for the token in a plan, before one is minted.
  private static let tokenToCome = Secret("minted when the plan is carried out")

  private func bundle() throws -> JoinBundle {
    let minted = minted.value
    let recordUID = recordUID.value ?? situation.record?.uid
    let agent = cluster.agent.options(
      clusterName: cluster.name,
      bootstrap: cluster.agent.bootstrap(
        hub, minted?.token ?? Self.tokenToCome, registration: recordUID),
      clusterURL: cluster.clusterURL,
      identities: Identities(hub: situation.hubUID, cluster: nil))
    return try JoinBundle(
      BundleSource(
        agent: agent, recordUID: recordUID, expires: minted?.expires,
        toolVersion: request.toolVersion))
  }

  private func bundleStep() -> Step {
    let target = request.target
    let title = target.path.map { "write the bundle \($0)" } ?? "hand the manifests over"
    return Step(
      id: "bundle", title: title, location: context.hubLocation, changes: [],
      dryRun: .skip("a dry run writes no bundle")
    ) { _ in
      let bundle = try bundle()
      if target.path == nil { stream.set(bundle.stream) } else { try target.write(bundle) }
      return StepResult(.done)
    }
  }

  private var registrationSteps: [Step] {
    let isRegistered = situation.record.map {
      RegistrationState.evaluate($0, now: context.now()).isRegistered
    }
    guard cluster.accepts, isRegistered != true else { return [] }
    let awaited = ManualRegistration(
      clusterName: cluster.name, record: situation.record, context: context, approval: approval)
    guard !cluster.keepsCredential else { return awaited.steps }
    let used = JoinCredential(clusterName: cluster.name).references + [publication.reference]
    let revocation = CredentialRevocation(
      cluster: cluster.name, reader: context.hub, location: context.hubLocation)
    return awaited.steps + [revocation.findingStep(used, and: [publication.reference])]
  }
}
