import Documents
import OpenClusterManagement
import Workflows

/// A cluster that mcctl created is moved to another image.
struct ClusterImageUpgrade: Sendable {
  let name: String
  let flags: ClusterUpgradeFlags
  /// The image to move to; nil for that of the file, or to go on with what is under way.
  let image: String?
  let forces: Bool
  let change: ChangeOptions
  let hub: HubOptions
  let context: CommandContext

  func run() async throws -> CommandOutcome {
    try ClusterName.validate(name)
    let clusters = Clusters(hub: try context.hub(hub))
    context.announce(clusters)
    let origin = try await ClusterOrigin.required(name, on: clusters.hub)
    let (file, upgrade) = try await wanted(origin)
    guard !upgrade.isNothing else {
      return outcome(.nothing(name, image: file.specification.image.name))
    }
    let cluster = CreatedCluster(
      name: name, command: "mcctl upgrade \(name)", file: file, context: context,
      clusters: clusters, hub: hub, change: change,
      sealer: flags.sealer)
    return try await cluster.carryOut(nil, names: [ResourceName.cluster(name)], \.sentence) {
      var request = UpgradeClusterRequest(site: $0, upgrade: upgrade)
      request.forces = forces
      return UpgradeCluster(request)
    }
  }

  /// The description with the image that the cluster shall be of, and the move.
  private func wanted(_ origin: ClusterOrigin) async throws -> (ClusterFile, ClusterUpgrade) {
    let imageFile = flags.imageFile.map(ClusterFile.absolute)
    if let path = flags.file {
      let file = try await ClusterFile(path, name: name, context) { document in
        var document = flags.overriding(document)
        if let imageFile { document.set(.string(imageFile), at: "spec", "image", "file") }
        return document
      }
      return (
        file,
        try ClusterUpgrade(describedBy: file.specification.document, of: name, from: origin)
      )
    }
    let upgrade = try ClusterUpgrade(image: image, file: imageFile, of: name, from: origin)
    let file = try ClusterFile(
      flags.overriding(upgrade.document),
      FleetInputs(folder: origin.folder, environment: context.invocation.environment), name: name)
    return (file, upgrade)
  }

  private func outcome(_ report: UpgradeClusterReport) -> CommandOutcome {
    CommandOutcome(
      document: report.document, human: .text(report.sentence + "\n"),
      names: [ResourceName.cluster(name)])
  }

}

extension UpgradeClusterReport {
  /// A line for people, and one for each node.
  var sentence: String {
    guard formerImage != image else { return "cluster \(name) unchanged: it is of image \(image)" }
    let nodes = nodes.map { "\n  \($0.name): \($0.from ?? "?") to \($0.to ?? "?")" }
    return "cluster \(name) upgraded to \(image)" + nodes.joined()
  }
}
