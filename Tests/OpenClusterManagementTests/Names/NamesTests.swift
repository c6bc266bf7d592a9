import Documents
import Testing

@testable import OpenClusterManagement

@Suite("Names")
struct NamesTests {
  @Test(
    "whose a finalizer is",
    arguments: [
      ("cluster.open-cluster-management.io/api-resource-cleanup", false),
      ("open-cluster-management.io/anything", false),
      ("agent.open-cluster-management.io/klusterletaddonconfig-cleanup", false),
      ("managedclusterinfo.finalizers.open-cluster-management.io", false),
      ("mcctl.dev/unregister", false),
      ("gate.mcctl.dev/x", false),
      ("foregroundDeletion", false),
      ("example.com/user-cleanup", true),
      ("notopen-cluster-management.io/x", true),
      ("open-cluster-management.io.example.com/x", true),
      ("example.com/open-cluster-management.io", true),
      ("evilmcctl.dev/x", true),
      ("cleanup", true),
    ])
  func finalizers(name: String, isUsers: Bool) {
    #expect(Names.Finalizer.isUserFinalizer(name) == isUsers)
  }

  @Test("OCM's finalizers are told from mcctl's")
  func finalizersOfOCM() {
    #expect(Names.Finalizer.isOpenClusterManagement(Names.Finalizer.manifestWork))
    #expect(!Names.Finalizer.isOpenClusterManagement(Names.Finalizer.unregister))
    #expect(!Names.Finalizer.isOpenClusterManagement("example.com/x"))
    #expect(Names.Finalizer.addOn.allSatisfy(Names.Finalizer.isOpenClusterManagement))
  }

  @Test("names of RBAC are those that a real hub made")
  func recordedRBAC() throws {
    let bindings = try Recording.items("09-rolebindings")
    #expect(
      bindings.map { $0.at("metadata", "name")?.string } == [
        Names.RoleBinding.registration("c1"), Names.RoleBinding.work("c1"),
      ])
    #expect(
      bindings.map { $0.at("roleRef", "name")?.string } == [
        Names.ClusterRole.registration, Names.ClusterRole.work,
      ])
    #expect(
      bindings[0]["subjects"]?.array?.map { $0["name"]?.string } == [
        Names.Group.agents(of: "c1"), Names.Group.agentsWithoutCertificates(of: "c1"),
      ])
    #expect(
      bindings[1].at("metadata", "finalizers")?[0]?.string == Names.Finalizer.manifestWork)
    let role = try Recording.body("10-clusterrole")
    #expect(role.at("metadata", "name")?.string == Names.ClusterRole.managedCluster("c1"))
    #expect(role.at("metadata", "labels", Names.Label.clusterName)?.string == "c1")
    let lease = Lease(try Recording.body("08-lease"))
    #expect(lease.name == Names.Lease.managedCluster)
  }

  @Test(
    "cluster names that are possible",
    arguments: [
      "c1", "1", "a-b", "0-9", String(repeating: "x", count: 63), "openshift-prod", "kube",
    ])
  func goodNames(_ name: String) throws {
    try ClusterName.validate(name)
  }

  @Test(
    "cluster names that are not, and why",
    arguments: [
      ("", ClusterNameError.empty),
      (
        String(repeating: "x", count: 64),
        .tooLong(name: String(repeating: "x", count: 64), length: 64)
      ),
      ("C1", .badCharacter(name: "C1", character: "C")),
      ("a.b", .badCharacter(name: "a.b", character: ".")),
      ("a_b", .badCharacter(name: "a_b", character: "_")),
      ("é", .badCharacter(name: "é", character: "é")),
      ("a\n", .badCharacter(name: "a\n", character: "\n")),
      ("-a", .hyphenAtEnd(name: "-a")),
      ("a-", .hyphenAtEnd(name: "a-")),
      ("default", .reserved(name: "default", owner: .kubernetes)),
      ("kube-system", .reserved(name: "kube-system", owner: .kubernetes)),
      (
        "open-cluster-management-hub",
        .reserved(name: "open-cluster-management-hub", owner: .openClusterManagement)
      ),
      ("local", .reserved(name: "local", owner: .clusterGateway)),
    ])
  func badNames(name: String, error: ClusterNameError) {
    #expect(throws: error) { try ClusterName.validate(name) }
    #expect(error.description.contains(name))
  }
}
