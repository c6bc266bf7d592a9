import KubernetesClient
import OpenClusterManagement
import RemoteHosts
import Sealer

/// A creation whose decisions are made: it lists its steps.
struct CreateDraft: Sendable {
  let site: ClusterSite
  let situation: CreateSituation
  let context: PlanningContext
  /// Keep on the hub what the specification names of passwords and passphrases.
  let storesCredentials: Bool
  /// The first master, with its sealer.
  let sealer: SealerHost
  /// The way to the new cluster.
  let api: ClusterAPI

  init(
    site: ClusterSite, situation: CreateSituation, context: PlanningContext,
    storesCredentials: Bool = false
  ) {
    self.site = site
    self.storesCredentials = storesCredentials
    self.situation = situation
    self.context = context
    sealer = SealerHost(
      site: site, session: situation.session, release: situation.machine.release)
    api = ClusterAPI(site: site, session: situation.session)
  }

  var name: String { site.name }
  var specification: ClusterSpecification { site.specification }
  var host: HostSpecification { specification.firstMaster }

  /// What the operator should know before it begins.
  var warnings: [String] {
    var warnings: [String] = []
    if let number = situation.work.latest?.number, situation.needsCleaning {
      warnings.append(
        "attempt \(number) failed when the machines had been changed already; what it left is cleaned first"
      )
    }
    if specification.registry.local?.password != nil
      || specification.registry.external?.password != nil
    {
      warnings.append(
        "sealer stores the registry's password in clear: in /root/.sealer, and in ConfigMaps of kube-system"
      )
    }
    if storesCredentials {
      warnings.append(
        "whoever may read Secrets in namespace \(name) of the hub reads the passwords of its machines"
      )
    }
    if specification.isACKDistro,
      specification.hosts.contains(where: { $0.env["EtcdDevice"] != nil })
        || specification.env["EtcdDevice"] != nil
    {
      warnings.append("the disks that etcdDevice names are formatted")
    }
    return warnings
  }

  /// The steps that are still to be done, in order.
  func steps() async throws -> [Step] {
    var steps = [try await originStep()]
    if storesCredentials { steps.append(try await credentialsStep()) }
    steps.append(claimStep)
    if !situation.isCreated {
      if !situation.isUnderWay {
        if let install = sealer.installingStep { steps.append(install) }
        steps.append(sealer.keysStep(specification.hosts))
        if let image = sealer.imageStep(situation.machine) { steps.append(image) }
        if situation.needsCleaning { steps.append(cleaningStep) }
        steps.append(sealer.clusterfileStep)
      }
      steps.append(installationStep)
    }
    steps += [api.accessStep, api.healthStep]
    if let health = DistributionHealth(site, sealer.session) {
      steps.append(
        health.step { [api, site] in
          try api.connection.value.map { try site.connect($0).reader }
        })
    }
    // What a change makes of it is noted when that is through.
    if situation.origin?.change == nil {
      steps.append(
        OriginStep(name: name, origin: situation.origin, context: context)
          .created(specification.document))
    }
    if context.mode == .plan || context.mode == .planWithDiff { steps.append(registrationStep) }
    return steps
  }

  /// The specification goes to the hub first, so that anybody can go on from anywhere.
  private func originStep() async throws -> Step {
    var origin = ClusterOrigin(
      document: specification.document, folder: site.machines.inputs.folder,
      change: situation.origin?.change, changes: situation.origin?.changes ?? 0)
    origin.target = situation.origin?.target
    let isDeclared =
      situation.origin != nil
      && situation.record?.annotation(Names.Annotation.declared) == Names.Annotation.declaredValue
    // What somebody declares is theirs, to the letter.
    return try await .ensuring(
      id: "origin", title: "keep what \(name) is made of on the hub",
      objects: isDeclared ? [.namespace(of: name)] : origin.desired(name),
      reconciler: context.hubReconciler())
  }

  private func credentialsStep() async throws -> Step {
    let credentials = try StoredCredentials(of: specification, site.machines.inputs)
    return try await .ensuring(
      id: "credentials", title: "keep the passwords of \(name) on the hub",
      objects: [credentials.desired(name)], reconciler: context.hubReconciler())
  }

  private var claimStep: Step {
    let claim = MachineClaim(name: name, hub: situation.hub)
    let isThere = situation.machine.claim == claim
    return .onMachines(
      id: "claim", title: "claim \(host.address) for \(name)",
      [.machine(host, isThere ? .unchanged : .create, "File", site.paths.claim)]
    ) { [sealer] step in
      guard !isThere else { return StepResult(.unchanged) }
      try await sealer.session.writeFile(
        claim.bytes, to: sealer.paths.claim, by: step.changingMachines())
      return StepResult(.done, writes: 1)
    }
  }

  /// What is shown in a dry run of the operation that follows.
  private var registrationStep: Step {
    let change = PlannedChange(
      location: context.hubLocation,
      object: ObjectReference(type: .managedClusters, name: name),
      action: situation.record == nil ? .create : .unchanged,
      note: "then the cluster is imported, as mcctl import does")
    return .wait(
      id: "registration", title: "register \(name)", location: context.hubLocation,
      changes: [change]
    ) { _ in StepResult(.unchanged) }
  }
}
