import Documents
import Testing

@testable import OpenClusterManagement

@Suite("Rights")
struct OperatorRuleTests {
  /// Whether rules give a right: `name` nil asks without a name, as an access review may.
  private func allows(
    _ rules: [PolicyRule], _ verb: String, _ group: String, _ resource: String, name: String? = nil
  ) -> Bool {
    rules.contains { rule in
      rule.groups.contains(group) && rule.resources.contains(resource) && rule.verbs.contains(verb)
        && (rule.names.isEmpty || name.map(rule.names.contains) ?? false)
    }
  }

  /// What agents are given per cluster was recorded; the hub's operator has neither escalate nor
  /// bind, so it can only give what it has.
  @Test("the hub's operator has what it grants to agents")
  func grantsToAgents() throws {
    let rules = PolicyRule.clusterManagerOperator(for: .standard)
    let granted = try #require(Recording.body("10-clusterrole")["rules"]?.array)
    for rule in granted {
      for verb in rule["verbs"]?.array?.compactMap(\.string) ?? [] {
        for resource in rule["resources"]?.array?.compactMap(\.string) ?? [] {
          let group = try #require(rule["apiGroups"]?[0]?.string)
          #expect(allows(rules, verb, group, resource), "\(verb) \(resource).\(group)")
        }
      }
    }
    #expect(!rules.contains { $0.verbs.contains("escalate") || $0.verbs.contains("bind") })
  }

  @Test("the hub's operator has what its components are given")
  func grantsToComponents() {
    let rules = PolicyRule.clusterManagerOperator(for: .standard)
    let needed: [(String, String, String)] = [
      ("create", "", "serviceaccounts/token"), ("subscribe", "", "serviceaccounts/token"),
      ("update", "certificates.k8s.io", "certificatesigningrequests/approval"),
      ("approve", "certificates.k8s.io", "signers"), ("sign", "certificates.k8s.io", "signers"),
      ("update", "register.open-cluster-management.io", "managedclusters/accept"),
      ("renew", "register.open-cluster-management.io", "managedclusters/clientcertificates"),
      ("create", "cluster.open-cluster-management.io", "managedclustersets/join"),
      ("execute-as", "work.open-cluster-management.io", "manifestworks"),
      ("list", "flowcontrol.apiserver.k8s.io", "flowschemas"),
      ("create", "authentication.k8s.io", "tokenreviews"),
    ]
    for (verb, group, resource) in needed {
      #expect(allows(rules, verb, group, resource), "\(verb) \(resource).\(group)")
    }
  }

  /// What the agent's operator asks before it lets the agent bootstrap (OCM,
  /// common/helpers/ssar.go GetBootstrapSSARs): without names.
  @Test("a join credential passes the operator's own questions")
  func preflight() {
    let rules = JoinCredential(clusterName: "c1").rules
    let cluster = "cluster.open-cluster-management.io"
    for verb in ["create", "get"] { #expect(allows(rules, verb, cluster, "managedclusters")) }
    for verb in ["create", "get", "list", "watch"] {
      #expect(allows(rules, verb, "certificates.k8s.io", "certificatesigningrequests"))
    }
  }

  @Test("a join credential can neither look around nor change anything")
  func narrow() {
    let rules = JoinCredential(clusterName: "c1").rules
    let cluster = "cluster.open-cluster-management.io"
    for verb in ["list", "watch"] {
      #expect(allows(rules, verb, cluster, "managedclusters", name: "c1"))
      #expect(!allows(rules, verb, cluster, "managedclusters", name: "c2"))
      #expect(!allows(rules, verb, cluster, "managedclusters"))
    }
    for verb in ["update", "patch", "delete"] {
      #expect(!allows(rules, verb, cluster, "managedclusters", name: "c1"))
      #expect(
        !allows(rules, verb, "certificates.k8s.io", "certificatesigningrequests", name: "x"))
    }
    #expect(!allows(rules, "get", "", "configmaps", name: "cluster-info"))
    #expect(!allows(rules, "get", "", "secrets", name: "x"))
    #expect(allows(rules, "create", cluster, "managedclustersets/join", name: "default"))
    #expect(!allows(rules, "create", cluster, "managedclustersets/join", name: "production"))
  }
}
