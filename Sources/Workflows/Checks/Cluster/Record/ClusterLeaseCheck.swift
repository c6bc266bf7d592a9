import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// `cluster.lease`: the agent shows signs of life.
struct ClusterLeaseCheck: Check {
  typealias Context = ClusterCheckContext

  let article = CheckArticle(
    "cluster.lease", .record, "the agent renews its lease",
    meaning: """
      Looks when the agent renewed the Lease managed-cluster-lease last. It does so every leaseDurationSeconds of the \
      ManagedCluster (60 s); the hub calls the cluster unreachable after five times that.
      """,
    warns: "the last renewal is more than two periods ago.",
    fails: "the last renewal is more than five periods ago, or there has been none.",
    remedies: [
      "look whether the agent's pods run and reach the hub: mcctl check cluster NAME with the cluster's kubeconfig"
    ])

  func run(_ context: ClusterCheckContext) async throws -> CheckVerdict {
    let record = try await context.requiredRecord()
    guard record.isAcceptedByHub else {
      return .skip("a cluster that is not accepted has no lease")
    }
    let lease = try await context.hub.reader.getIfPresent(
      .leases, Names.Lease.managedCluster, namespace: context.name
    ).map(Lease.init)
    guard let lease else { return .fail("the hub has no lease for the cluster") }
    guard let last = lease.renewTime else { return .fail("the agent has never renewed it") }
    let age = context.options.now().timeIntervalSince(last)
    let period = Double(record.leaseDurationSeconds)
    let message =
      "renewed \(context.options.distance(to: last)) ago; due every \(record.leaseDurationSeconds)s"
    if age > period * 5 { return .fail(message) }
    return age > period * 2 ? .warn(message) : .pass(message)
  }
}
