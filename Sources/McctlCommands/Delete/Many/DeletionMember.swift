import KubernetesClient
import OpenClusterManagement
import Workflows

/// One of the clusters that are taken out together.
struct DeletionMember: Sendable {
  let name: String
  /// What a fleet file says about it.
  var cluster: FleetCluster?
}

/// Finds out which clusters are to be taken out.
struct DeletionMembers: Sendable {
  let command: DeleteClustersCommand
  let context: CommandContext
  let hub: ClusterAccess

  /// What was found.
  struct Found: Sendable {
    var members: [DeletionMember]
    /// Reads what the fleet file names.
    var inputs: FleetInputs
  }

  /// In the order of the command line, the file, or the alphabet. Each once.
  func find() async throws -> Found {
    if let file = command.source.file { return try await fromFile(file) }
    let here = FleetInputs(folder: ".", environment: context.invocation.environment)
    var names = command.names
    if let selector = command.source.selector {
      var request = ClustersRequest()
      request.selector = selector
      request.isConsistent = true
      names = try await ClusterList(request).names(on: hub)
    }
    var seen: Set<String> = []
    let members = names.filter { seen.insert($0).inserted }.map { DeletionMember(name: $0) }
    return Found(members: members, inputs: here)
  }

  private func fromFile(_ file: String) async throws -> Found {
    let opened = try await FleetFile(file, context)
    let wanted = Set(command.names)
    let known = Set(opened.fleet.clusters.map(\.name))
    if let unknown = wanted.subtracting(known).min() {
      throw UserFacingError(
        .usage, status: .usage, what: "the fleet has no cluster \(unknown)",
        location: .file(opened.source))
    }
    let clusters = opened.fleet.clusters.filter { wanted.isEmpty || wanted.contains($0.name) }
    return Found(
      members: clusters.map { DeletionMember(name: $0.name, cluster: $0) }, inputs: opened.inputs)
  }
}
