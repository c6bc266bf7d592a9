import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// `agent.operator`: the operator of the agent runs.
struct AgentOperatorCheck: Check {
  typealias Context = ClusterCheckContext

  let article = CheckArticle(
    "agent.operator", .agent, "the agent's operator runs",
    meaning: """
      Looks whether the Deployment klusterlet in open-cluster-management has pods that work. It makes the agent out of \
      the Klusterlet, and takes it away again.
      """,
    fails: "the Deployment is missing, or none of its pods works.",
    remedies: [
      "look why the pods do not run: image, registry, node or quota",
      "mcctl import NAME makes the Deployment again",
    ])

  var requires: [String] { ["agent.definitions"] }

  func run(_ context: ClusterCheckContext) async throws -> CheckVerdict {
    let namespace = Names.Namespace.openClusterManagement
    let name = Names.ServiceAccount.klusterlet
    let deployments = try await context.cluster().list(.deployments, namespace: namespace)
    guard let found = deployments.first(where: { $0.at("metadata", "name")?.string == name }) else {
      return .fail("there is no Deployment \(namespace)/\(name)")
    }
    let state = DeploymentState(found)
    guard !state.isDown else {
      return try await AgentDeploymentDiagnosis(context).failure(in: namespace, state)
    }
    return .pass("\(state.words), \(state.images.first.flatMap(ImageTag.tag) ?? "no tag")")
  }
}

/// Says why a Deployment of the agent has no pods that work.
struct AgentDeploymentDiagnosis: Sendable {
  let context: ClusterCheckContext

  init(_ context: ClusterCheckContext) { self.context = context }

  func failure(in namespace: String, _ state: DeploymentState) async throws -> CheckVerdict {
    guard let location = context.location else { return .fail("\(state.name): \(state.words)") }
    let diagnosis = DeploymentDiagnosis(
      reader: try context.cluster().reader, location: location, goal: "the agent")
    let fact = try await diagnosis.cause(in: namespace, only: state.name)
    return .fail(
      fact?.reason ?? "\(state.name): \(state.words)", next: fact?.inspect.map { [$0] } ?? [])
  }
}
