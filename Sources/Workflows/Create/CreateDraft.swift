import KubernetesClient
import OpenClusterManagement
import RemoteHosts
import Sealer

/// A creation whose decisions are made: it lists its steps.
struct CreateDraft: Sendable {
  let request: CreateRequest
  let situation: CreateSituation
  let context: PlanningContext
  /// The sealer that is there, or was installed by a step.
  let release: Shared<SealerRelease?>
  /// The user as whom each machine is logged in to, by address.
  let users = Shared<[String: String]>([:])
  /// The way to the new cluster.
  let connection = Shared<ConnectionConfig?>(nil)

  init(request: CreateRequest, situation: CreateSituation, context: PlanningContext) {
    self.request = request
    self.situation = situation
    self.context = context
    release = Shared(situation.machine.release)
  }

  var specification: ClusterSpecification { request.specification }
  var paths: MachinePaths { request.paths }
  var session: RemoteSession { situation.session }
  var host: HostSpecification { specification.firstMaster }

  /// What the operator should know before it begins.
  var warnings: [String] {
    var warnings: [String] = []
    if let number = situation.machine.attempt?.number, situation.needsCleaning {
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
    var steps = [try await originStep(), claimStep]
    if !situation.isCreated {
      if !situation.isUnderWay {
        if let install = sealerStep { steps.append(install) }
        steps.append(keysStep)
        if let image = imageStep { steps.append(image) }
        if situation.needsCleaning { steps.append(cleaningStep) }
        steps.append(clusterfileStep)
      }
      steps.append(installationStep)
    }
    steps += [accessStep, healthStep]
    if context.mode == .plan || context.mode == .planWithDiff { steps.append(registrationStep) }
    return steps
  }

  /// The specification goes to the hub first, so that anybody can go on from anywhere.
  private func originStep() async throws -> Step {
    let origin = ClusterOrigin(
      document: specification.document, folder: request.machines.inputs.folder)
    return try await .ensuring(
      id: "origin", title: "keep what \(request.name) is made of on the hub",
      objects: origin.desired(request.name), reconciler: context.hubReconciler())
  }

  private var claimStep: Step {
    let claim = MachineClaim(name: request.name, hub: situation.hub)
    let isThere = situation.machine.claim == claim
    return .onMachines(
      id: "claim", title: "claim \(host.address) for \(request.name)",
      [.machine(host, isThere ? .unchanged : .create, "File", paths.claim)]
    ) { [session, paths] _ in
      guard !isThere else { return StepResult(.unchanged) }
      try await session.writeFile(claim.bytes, to: paths.claim)
      return StepResult(.done, writes: 1)
    }
  }

  /// What is shown in a dry run of the operation that follows.
  private var registrationStep: Step {
    let change = PlannedChange(
      location: context.hubLocation,
      object: ObjectReference(type: .managedClusters, name: request.name),
      action: situation.record == nil ? .create : .unchanged,
      note: "then the cluster is imported, as mcctl import does")
    return .wait(
      id: "registration", title: "register \(request.name)", location: context.hubLocation,
      changes: [change]
    ) { _ in StepResult(.unchanged) }
  }
}
