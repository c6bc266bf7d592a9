import Documents
import KubernetesClient
import OpenClusterManagement

/// `agent.leftovers`: nothing of another hub is on the cluster.
struct AgentLeftoversCheck: Check {
  typealias Context = ClusterCheckContext

  let article = CheckArticle(
    "agent.leftovers", .agent, "nothing of another hub is on the cluster",
    meaning: """
      Looks whether the agent's certificate and bootstrap are of the hub that is checked, whether there is more than one \
      Klusterlet, and whether records of works (AppliedManifestWorks) of an agent that is gone are left, whose objects \
      nobody looks after.
      """,
    warns: "records of works of another agent are left, or there are several Klusterlets.",
    fails: "the agent serves another hub.",
    remedies: [
      "mcctl import NAME --move takes the cluster over from another hub",
      "delete AppliedManifestWorks that nobody looks after; their objects go with them",
    ])

  var requires: [String] { ["agent.definitions"] }

  func run(_ context: ClusterCheckContext) async throws -> CheckVerdict {
    let klusterlets = try await context.cluster().list(.klusterlets).map(Klusterlet.init)
      .filter { $0.isAgent(hostedFor: nil) }
    if let server = try await otherHub(context, klusterlets.first) {
      return .fail("its agent serves another hub: \(server)")
    }
    var doubts: [String] = []
    if klusterlets.count > 1 {
      doubts.append(
        "\(klusterlets.count) Klusterlets: \(klusterlets.map(\.name).joined(separator: ", "))")
    }
    let agents = Set(klusterlets.compactMap(\.uid))
    let records = try await works(context)
    let strange = records.filter { work in
      guard let agent = work.at("spec", "agentID")?.string, !agent.isEmpty else { return false }
      return !agents.contains(agent)
    }
    doubts += strange.map {
      "AppliedManifestWork \($0.at("metadata", "name")?.string ?? "") of an agent that is gone"
    }
    guard let first = doubts.first else { return .pass("nothing") }
    return .warn(doubts.count == 1 ? first : "\(doubts.count) things are left", details: doubts)
  }

  private func works(_ context: ClusterCheckContext) async throws -> [Value] {
    do {
      return try await context.cluster().list(.appliedManifestWorks)
    } catch KubernetesError.resourceTypeMissing {
      return []
    }
  }

  private func otherHub(
    _ context: ClusterCheckContext, _ klusterlet: Klusterlet?
  ) async throws -> String? {
    guard let managed = context.managed else { throw NoClusterAccess() }
    let agent = try await AgentSituation.read(of: managed.reader, on: managed.reader)
    let facts = try await context.hub.endpointFacts()
    let hub = try await context.hub.reader.clusterIdentity()
    let noted = try await context.record()?.annotations[Names.Annotation.clusterIdentity]
    let answer = HubOfAgent(
      agent: agent, hubUID: hub, hubEndpoints: (try? facts.candidates()) ?? [],
      isRecorded: noted == agent.clusterUID)
    guard case .other(let server, let evidence) = answer else { return nil }
    return "\(server), \(evidence)"
  }
}
