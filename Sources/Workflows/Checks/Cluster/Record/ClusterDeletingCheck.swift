import OpenClusterManagement

/// `cluster.deleting`: the cluster is not half deleted.
struct ClusterDeletingCheck: Check {
  typealias Context = ClusterCheckContext

  let article = CheckArticle(
    "cluster.deleting", .record, "the cluster is to stay",
    meaning:
      "Looks whether the deletion of the ManagedCluster was asked for, and which finalizers hold it.",
    warns: "it is being deleted.",
    remedies: ["mcctl delete NAME goes on with it, and shows what it waits for"])

  func run(_ context: ClusterCheckContext) async throws -> CheckVerdict {
    let record = try await context.requiredRecord()
    guard record.isBeingDeleted else { return .pass("it is not being deleted") }
    let since = record.deletionTimestamp.map { " for \(context.options.distance(to: $0))" } ?? ""
    return .warn(
      "it is being deleted\(since)", details: record.finalizers.map { "held by \($0)" },
      next: ["mcctl delete \(context.name) \(context.hubFlag)"])
  }
}
