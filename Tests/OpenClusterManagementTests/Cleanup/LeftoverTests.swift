import Documents
import KubernetesClient
import Testing

@testable import OpenClusterManagement

@Suite("What is left when a cluster goes")
struct LeftoverTests {
  let hub = HubLeftovers(clusterName: "c1")

  @Test("what a real hub left behind is found")
  func recorded() throws {
    let requests = try Recording.items("25-csr-left-behind").map(CertificateSigningRequest.init)
    let search = try #require(
      hub.searches.first { $0.type == .certificateSigningRequests })
    #expect(requests.count == 2)
    for request in requests {
      #expect(search.labelSelector == "\(Names.Label.clusterName)=\(request.clusterName ?? "")")
    }
    let namespace = try Recording.body("24-namespace-left-behind")
    let labels = namespace.at("metadata", "labels", Names.Label.clusterName)?.string ?? ""
    #expect(hub.owns(namespaceWithLabels: [Names.Label.clusterName: labels]))
    #expect(hub.namespace.name == namespace.at("metadata", "name")?.string)
  }

  @Test("every object of the join credential is found by its label")
  func credential() {
    for object in JoinCredential(clusterName: "c1").objects() {
      let label = object.value.at("metadata", "labels", Names.Label.joinCredential)?.string ?? ""
      let found = hub.searches.contains {
        $0.type == object.type && $0.namespace == object.namespace
          && $0.labelSelector == "\(Names.Label.joinCredential)=\(label)"
      }
      #expect(found, "\(object.reference)")
    }
  }

  @Test("a namespace that was not made for the cluster is not its own")
  func foreignNamespace() {
    #expect(!hub.owns(namespaceWithLabels: [:]))
    #expect(!hub.owns(namespaceWithLabels: [Names.Label.clusterName: "c2"]))
  }

  @Test("all that the agent's manifests bring is removed again")
  func agent() throws {
    let manifests = try AgentManifests(GoldenManifestTests.plain)
    let klusterlet = Klusterlet(manifests.klusterlet().value)
    let leftovers = AgentLeftovers(klusterlet: klusterlet)
    let removed =
      [klusterlet.reference] + leftovers.agentNamespaces + AgentLeftovers.operatorReferences
      + [AgentLeftovers.operatorNamespace] + AgentLeftovers.definitions
    for object in manifests.objects() {
      let goesWithNamespace = object.namespace.map { namespace in
        removed.contains(ObjectReference(type: .namespaces, name: namespace))
      }
      #expect(
        removed.contains(object.reference) || goesWithNamespace == true, "\(object.reference)")
    }
    #expect(
      leftovers.labelSelector == "open-cluster-management.io/created-by-klusterlet=klusterlet")
  }

  @Test("the record goes last")
  func order() {
    #expect(UnregisterPhase.allCases.last == .removeRecord)
    #expect(UnregisterPhase.keepAgentRights < .markDeleted)
    #expect(UnregisterPhase.awaitUsers < .removeAgent)
    #expect(UnregisterPhase.heldPriority < UnregisterPhase.laterPriority)
  }
}
