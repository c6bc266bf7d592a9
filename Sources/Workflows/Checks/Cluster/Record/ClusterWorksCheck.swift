import KubernetesClient
import OpenClusterManagement

/// `cluster.works`: what the hub hands to the cluster is there.
struct ClusterWorksCheck: Check {
  typealias Context = ClusterCheckContext

  let article = CheckArticle(
    "cluster.works", .record, "the works are applied and available",
    meaning: """
      Reads the ManifestWorks in the cluster's namespace: whether the agent applied them in their present form, and \
      whether every object is there.
      """,
    warns: "a work is not applied or not available.",
    remedies: ["mcctl get works --cluster NAME", "kubectl -n NAME get manifestworks WORK -o yaml"])

  func run(_ context: ClusterCheckContext) async throws -> CheckVerdict {
    let works = try await context.hubReads.list(.manifestWorks, namespace: context.name)
      .map(ManifestWork.init)
    let bad = works.filter { !$0.isApplied || !$0.isAvailable }
    guard !bad.isEmpty else {
      return .pass(works.isEmpty ? "there are none" : "all \(works.count)")
    }
    return .warn(
      "\(bad.count) of \(works.count) are not",
      details: bad.map { "\($0.name): \($0.isApplied ? "not available" : "not applied")" },
      next: ["mcctl get works --cluster \(context.name) \(context.hubFlag)"])
  }
}
