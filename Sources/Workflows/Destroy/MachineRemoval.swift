import Documents
import KubernetesClient
import OpenClusterManagement
import RemoteHosts

/// How the machines of a cluster are cleaned: steps, and what stays.
struct MachineRemoval: Sendable {
  var steps: [Step] = []
  var warnings: [String] = []
  /// Addresses of the machines that are clean afterwards.
  var cleaned: [String] = []
  var staying: [MachineResidue] = []
}

/// Works out how the machines of a cluster are cleaned, by looking at all of them.
struct MachineRemovalDraft: Sendable {
  let site: ClusterSite
  let lostHosts: Set<String>
  let record: ManagedCluster?
  /// The change of the cluster that has been begun and is not through.
  let change: ClusterChange?
  let context: PlanningContext

  private var specification: ClusterSpecification { site.specification }
  private var name: String { site.name }
  private var hosts: [HostSpecification] { specification.hosts }
  /// Those that are called lost now, or were when they were to leave.
  private var lost: Set<String> { lostHosts.union(change?.lost ?? []) }
  private var present: [HostSpecification] { hosts.filter { !lost.contains($0.address) } }

  /// Logs in to every machine that is not lost, and refuses those of others.
  func removal() async throws -> MachineRemoval {
    try checkNames()
    let users = try await users()
    var removal = MachineRemoval()
    removal.staying = hosts.filter { lost.contains($0.address) }
      .map { MachineResidue(address: $0.address, what: Self.lost) }
    let hasFirst = !lost.contains(specification.firstMaster.address)
    if hasFirst {
      removal.steps = try await tearDown(users)
      removal.cleaned = present.map(\.address)
    } else {
      removal.steps =
        present.isEmpty ? [] : [keysStep]
      removal.staying += present.map { MachineResidue(address: $0.address, what: Self.unreset) }
    }
    if !removal.staying.isEmpty { removal.steps.insert(stayingStep(removal.staying), at: 0) }
    removal.warnings = unfinished + removal.staying.map { "stays on \($0.address): \($0.what)" }
    removal.steps.append(noteStep)
    return removal
  }

  private static let lost =
    "Kubernetes with its data and the cluster's key: the machine is lost, and is not contacted"
  private static let unreset =
    "Kubernetes with its data: sealer runs on the first master alone, which is lost; kubeadm reset on the machine"

  private var unfinished: [String] {
    guard let change else { return [] }
    return ["the \(change.kind.rawValue) of \(name) that is under way is not gone on with"]
  }

  private func checkNames() throws(DestroyRefusal) {
    let known = hosts.map(\.address)
    guard let unknown = lostHosts.subtracting(known).min() else { return }
    throw .unknownHost(name: name, address: unknown, hosts: known)
  }

  /// As whom each machine is logged in to. Machines that are not there stop it before anything is changed.
  private func users() async throws -> [String: String] {
    let machines = site.machines
    let results = await machines.connections.each(present) { host in
      let user = try await machines.present(host).look(
        "ask who logs in", LookScript("id -un"), asRoot: false, timeout: .seconds(60)
      ).text
      return (host.address, String(user.prefix { !$0.isNewline }))
    }
    return Dictionary(try results.map { try $0.get() }, uniquingKeysWith: { $1 })
  }

  private func tearDown(_ users: [String: String]) async throws -> [Step] {
    let situation = try await CreateSituation.read(site, context)
    guard let claim = situation.machine.claim else {
      try checkUnclaimed(situation)
      // An earlier run was done there, but for what this one has made: the lock.
      return [keysStep, tidyingStep(situation)]
    }
    guard claim.hub == situation.hub else {
      throw CreateRefusal.hostTaken(
        host: situation.session.host.label,
        by: "cluster \(claim.name) of another hub (\(claim.hub))")
    }
    let draft = CreateDraft(site: site, situation: situation, context: context)
    draft.sealer.users.set(users)
    let runs = try await draft.sealer.runsBesideDestruction()
    return TearDown(draft: draft, runs: runs, lost: lost).steps()
  }

  private var keysStep: Step {
    site.keyRemovalStep(present, title: "take the cluster's key off every machine")
  }

  private func tidyingStep(_ situation: CreateSituation) -> Step {
    let host = specification.firstMaster
    return .onMachines(
      id: "forget", title: "remove the lock on \(host.address)",
      [.machine(host, .delete, "Folder", MachinePaths.clusters)]
    ) { [session = situation.session] step in
      try await session.check(
        "tidy up", MachineScripts.tidying, timeout: .seconds(60), by: step.changingMachines())
      return StepResult(.done, writes: 1)
    }
  }

  /// A machine without a claim may have been given to somebody else.
  private func checkUnclaimed(_ situation: CreateSituation) throws(CreateRefusal) {
    let host = situation.session.host.label
    if let other = situation.machine.otherClaims.first {
      throw .hostTaken(host: host, by: "cluster \(other)")
    }
    if situation.machine.hasCluster { throw .clusterExists(host: host) }
  }

  /// Shows what stays; it does nothing.
  private func stayingStep(_ staying: [MachineResidue]) -> Step {
    let known = Dictionary(hosts.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
    let changes = staying.compactMap { residue in
      known[residue.address].map {
        PlannedChange.machine(
          $0, .unchanged, "Node", residue.address, note: "stays: \(residue.what)")
      }
    }
    return .onMachines(id: "lost", title: "leave what cannot be cleaned", changes) { _ in
      StepResult(
        .skipped, message: staying.map { "stays on \($0.address)" }.joined(separator: ", "))
    }
  }

  /// Notes on the record that the machines need not be looked at again.
  private var noteStep: Step {
    let reference = ObjectReference(type: .managedClusters, name: name)
    let change = PlannedChange(
      location: context.hubLocation, object: reference, action: record == nil ? .unchanged : .update
    )
    return Step(
      id: "machines-removed", title: "note that the machines of \(name) are clean",
      location: context.hubLocation, changes: record == nil ? [] : [change],
      needs: AccessNeed.needs(of: change, method: .merge),
      dryRun: .skip("a dry run changes no machine")
    ) { [context, name] step in
      guard try await context.cluster(name) != nil else { return StepResult(.unchanged) }
      let mark: Value = ["metadata": ["annotations": [Names.Annotation.machinesRemoved: "true"]]]
      _ = try await step.hub.patch(.managedClusters, name, .merge(mark))
      return StepResult(.done, writes: 1)
    }
  }
}
