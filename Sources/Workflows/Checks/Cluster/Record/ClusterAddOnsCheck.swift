import KubernetesClient
import OpenClusterManagement

/// `cluster.addons`: the cluster's addons work.
struct ClusterAddOnsCheck: Check {
  typealias Context = ClusterCheckContext

  let article = CheckArticle(
    "cluster.addons", .record, "the cluster's addons work",
    meaning:
      "Reads the ManagedClusterAddOns in the cluster's namespace, and what they complain of.",
    warns: "an addon is not available, degraded, or was not installed.",
    remedies: ["kubectl -n NAME get managedclusteraddons ADDON -o yaml"])

  func run(_ context: ClusterCheckContext) async throws -> CheckVerdict {
    let addOns = try await context.hubReads.list(.managedClusterAddOns, namespace: context.name)
      .map(ManagedClusterAddOn.init)
    let bad = addOns.compactMap { addOn in addOn.trouble.map { "\(addOn.name): \($0)" } }
    guard !bad.isEmpty else {
      return .pass(addOns.isEmpty ? "there are none" : "all \(addOns.count)")
    }
    return .warn("\(bad.count) of \(addOns.count) do not", details: bad)
  }
}
