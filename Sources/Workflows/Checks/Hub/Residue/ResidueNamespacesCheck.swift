import Documents
import KubernetesClient
import OpenClusterManagement

/// `residue.namespaces`: no namespace of a cluster is left whose cluster is gone.
struct ResidueNamespacesCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "residue.namespaces", .residue, "no namespace is left of a cluster that is gone",
    meaning: """
      OCM never deletes the namespace of a cluster, nor what is in it. Looks for namespaces that carry the name of a \
      cluster (label open-cluster-management.io/cluster-name) that the hub does not know.
      """,
    warns: "some are left.",
    remedies: [
      "look into the namespace; mcctl delete NAME --hub-only removes what is left of the cluster, or kubectl delete namespace NAME"
    ])

  var requires: [String] { ["hub.ocm.installed"] }

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    let label = Names.Label.clusterName
    let namespaces = try await context.reads.metadata(
      .namespaces, ListOptions(labelSelector: label, fromCache: true))
    let known = Set(try await context.clusters().map(\.name))
    let left = namespaces.compactMap { namespace -> String? in
      guard let name = namespace.at("metadata", "name")?.string,
        namespace.at("metadata", "labels", label)?.string == name, !known.contains(name)
      else { return nil }
      return name
    }.sorted()
    guard let first = left.first else { return .pass("none") }
    return .warn(
      "\(left.count) \(left.count == 1 ? "is" : "are") left", details: left,
      next: [
        "kubectl --context \(context.contextName) -n \(first) get all,secrets,configmaps,manifestworks"
      ])
  }
}
