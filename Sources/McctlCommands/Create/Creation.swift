import Documents
import KubernetesClient
import OpenClusterManagement
import RemoteHosts
import Workflows

/// A cluster is made of machines and registered: two operations with one deadline, and one lock on the first master.
struct Creation: Sendable {
  /// How long it may take where nobody says: an image is large, and machines are slow.
  static let standardTime: Duration = .seconds(3600)

  let name: String
  let file: ClusterFile
  let context: CommandContext
  let clusters: Clusters
  let hub: HubOptions
  let change: ChangeOptions
  let address: HubAddressOptions
  let storesCredentials: Bool
  let sealer: SealerOptions

  /// Creates and registers.
  func run() async throws -> CommandOutcome {
    let runner = try context.runner(change, standard: Self.standardTime)
    return try await context.withMachines(file) { machines in
      let create = Create(site(machines), storesCredentials: storesCredentials)
      guard runner.mode.isPersistent else {
        let planned = try await runner.run(create, on: clusters)
        return CommandOutcome(planned, mode: runner.mode, names: names, sentence: sentence)
      }
      return try await machines.exclusively("create \(name)", lost: { context.reporter.note($0) }) {
        let created = try await runner.run(create, on: clusters)
        guard let report = created.report, let connection = report.connection else {
          return CommandOutcome(created, mode: runner.mode, names: names, sentence: sentence)
        }
        let imported = try await runner.run(
          Import(try importRequest()),
          on: Clusters(hub: clusters.hub, managed: try context.access(connection, hub)))
        return outcome(report, imported.report)
      }
    }
  }

  /// Takes away what a creation left that did not come to its end.
  func undo() async throws -> CommandOutcome {
    let deletion = ConfirmedDeletion(context: context, clusters: clusters, change: change)
    try deletion.begin(announcing: false)
    let isPersistent = try change.dryRun.mode.isPersistent
    return try await context.withMachines(file) { machines in
      let workflow = UndoCreate(site(machines))
      guard isPersistent else { return try await ask(deletion, workflow) }
      return try await machines.exclusively(
        "create \(name) --undo", lost: { context.reporter.note($0) }
      ) {
        try await ask(deletion, workflow)
      }
    }
  }

  private func ask(_ deletion: ConfirmedDeletion, _ workflow: UndoCreate) async throws
    -> CommandOutcome
  {
    try await deletion.run(workflow, asking: name, names: names) { report in
      "the creation of \(report.name) is undone"
    }
  }

  private func site(_ machines: Machines) -> ClusterSite {
    sealer.site(name, machines, command: "mcctl create \(name)", context, hub)
  }

  /// What the description says of the registration, the flags over it.
  private func importRequest() throws -> ImportRequest {
    let specification = file.specification
    var request = try specification.registration(as: name)
      .importRequest(specification.hub, file.inputs)
    request.labels[Names.Label.created] = "true"
    request.hubURL = address.hubURL ?? request.hubURL
    request.hubCABundle =
      try address.hubCaFile.map { try InputFile.read($0, flag: "--hub-ca-file") }
      ?? request.hubCABundle
    request.hubCAPin = address.hubCAPin ?? request.hubCAPin
    request.allowsLoopback = request.allowsLoopback || address.allowLoopback
    request.probes = address.probe
    request.probeImage = address.probeImage
    return request
  }

  private var names: [String] { [ResourceName.cluster(name)] }

  private func sentence(_ report: CreateReport) -> String { "cluster \(report.name) created" }

  private func outcome(_ created: CreateReport, _ imported: ImportReport?) -> CommandOutcome {
    let state = imported?.outcome ?? .applied
    let words =
      switch (state, created.changed.isEmpty) {
      case (.unchanged, true): "unchanged"
      case (.applied, _): "created, not registered yet"
      default: "created and registered"
      }
    var document = created.document
    document["outcome"] = .string(state.rawValue)
    document["transcript"] = .string(sealer.kept(name, context).path)
    document["import"] = imported?.document
    return CommandOutcome(
      document: document, human: .text("cluster \(name) \(words)\n"), names: names)
  }
}
