import KubernetesClient
import OpenClusterManagement

/// `agent.definitions`: the cluster serves the types that the agent works with.
struct AgentDefinitionsCheck: Check {
  typealias Context = ClusterCheckContext

  let article = CheckArticle(
    "agent.definitions", .agent, "the cluster serves the agent's types",
    meaning: """
      Looks whether the API server serves Klusterlets, and the AppliedManifestWorks and ClusterClaims whose definitions \
      the agent's operator brings. When there are no Klusterlets but the hub hears from the agent, that is hosted on another \
      cluster, and nothing of it is looked at here.
      """,
    warns: "the operator has not brought its definitions yet.", fails: "there are no Klusterlets.",
    remedies: [
      "mcctl import NAME installs the agent",
      "see whether the operator runs (agent.operator), which brings the others",
    ])

  var requires: [String] { ["agent.api"] }

  func run(_ context: ClusterCheckContext) async throws -> CheckVerdict {
    let types: [ResourceType] = [.klusterlets, .appliedManifestWorks, .clusterClaims]
    var missing: [String] = []
    for type in types {
      do {
        _ = try await context.cluster().list(type)
      } catch KubernetesError.resourceTypeMissing {
        missing.append(type.qualifiedName)
      } catch KubernetesError.forbidden {
        continue
      }
    }
    guard !missing.isEmpty else { return .pass("all \(types.count)") }
    let words = "the server does not serve \(missing.joined(separator: ", "))"
    guard missing.contains(ResourceType.klusterlets.qualifiedName) else { return .warn(words) }
    let condition = try await context.record()?.condition(Names.ConditionType.available)
    return condition?.isTrue == true
      ? .skip("there is no Klusterlet here, and the agent lives: it is hosted on another cluster")
      : .fail(words)
  }
}
