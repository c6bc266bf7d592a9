import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// `hub.ocm.operator`: the operator of the hub's components runs.
struct OCMOperatorCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "hub.ocm.operator", .installation, "the hub's operator runs",
    meaning: """
      Looks whether the Deployment cluster-manager in open-cluster-management has pods that work. Without it nothing of \
      the hub's components is repaired or upgraded.
      """,
    fails: "the Deployment is missing, or none of its pods is available.",
    remedies: [
      "look why the pods do not run: image, registry, node or quota",
      "mcctl init makes the Deployment again",
    ])

  var requires: [String] { ["hub.ocm.installed"] }

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    let namespace = Names.Namespace.openClusterManagement
    let name = Names.ServiceAccount.clusterManager
    let deployments = try await context.reads.list(.deployments, namespace: namespace)
    guard let deployment = deployments.first(where: { $0.at("metadata", "name")?.string == name })
    else {
      return .fail(
        "there is no Deployment \(namespace)/\(name)",
        next: ["mcctl init --context \(context.contextName)"])
    }
    let state = DeploymentState(deployment)
    let image = state.images.first.flatMap(ImageTag.tag) ?? "no tag"
    guard !state.isDown else {
      let diagnosis = DeploymentDiagnosis(
        reader: context.reader, location: context.location, goal: "the operator")
      let fact = try await diagnosis.cause(in: namespace, only: name)
      return .fail(fact?.reason ?? state.words, next: fact?.inspect.map { [$0] } ?? [])
    }
    return .pass("\(state.words), \(image)")
  }
}
