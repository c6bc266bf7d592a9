import Documents
import Testing

@testable import Sandbox

struct AuthorizationTests {
  private let rbac = "/apis/rbac.authorization.k8s.io/v1"

  private func server(_ rules: Value, subject: Value, namespace: String? = nil) async throws
    -> TestServer
  {
    let server = try TestServer()
    _ = await server.send(
      "POST", "\(rbac)/clusterroles", ["metadata": ["name": "r"], "rules": rules])
    let binding: Value = [
      "metadata": ["name": "b"], "subjects": [subject],
      "roleRef": [
        "apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "r",
      ],
    ]
    let path =
      namespace.map { "\(rbac)/namespaces/\($0)/rolebindings" } ?? "\(rbac)/clusterrolebindings"
    #expect(await server.send("POST", path, binding).status == 201)
    return server
  }

  private let alice: Value = ["kind": "User", "name": "alice"]

  @Test func rolesAllowWhatTheySay() async throws {
    let server = try await server(
      [["apiGroups": [""], "resources": ["configmaps"], "verbs": ["get", "list"]]], subject: alice)
    #expect(await server.get("/api/v1/configmaps", as: "alice").status == 200)
    #expect(await server.get("/api/v1/secrets", as: "alice").status == 403)
    let created = await server.send(
      "POST", "/api/v1/namespaces/default/configmaps", ["metadata": ["name": "a"]], as: "alice")
    #expect(
      created.message
        == "configmaps is forbidden: User \"alice\" cannot create resource \"configmaps\" in API"
        + " group \"\" in the namespace \"default\"")
  }

  @Test func bindingsInANamespaceHoldThereAlone() async throws {
    let server = try await server(
      [["apiGroups": [""], "resources": ["configmaps"], "verbs": ["*"]]], subject: alice,
      namespace: "default")
    #expect(await server.get("/api/v1/namespaces/default/configmaps", as: "alice").status == 200)
    #expect(
      await server.get("/api/v1/namespaces/kube-system/configmaps", as: "alice").status == 403)
    #expect(await server.get("/api/v1/configmaps", as: "alice").status == 403)
  }

  @Test func namesAndSubresourcesAreTakenApart() async throws {
    let server = try await server(
      [
        [
          "apiGroups": [""], "resources": ["configmaps"], "resourceNames": ["a"],
          "verbs": ["get", "list"],
        ],
        ["apiGroups": ["apps"], "resources": ["*/scale"], "verbs": ["get"]],
      ], subject: alice)
    let maps = "/api/v1/namespaces/kube-public/configmaps"
    #expect(await server.get("\(maps)/a", as: "alice").status == 404)
    #expect(await server.get("\(maps)/b", as: "alice").status == 403)
    #expect(await server.get(maps, as: "alice").status == 403)
    #expect(
      await server.get("\(maps)?fieldSelector=metadata.name%3Da", as: "alice").status == 200)
    let deployments = "/apis/apps/v1/namespaces/default/deployments"
    #expect(await server.get("\(deployments)/d/scale", as: "alice").status == 404)
    #expect(await server.get("\(deployments)/d", as: "alice").status == 403)
  }

  @Test func aBindingToAMissingRoleIsTold() async throws {
    let server = try await server([], subject: alice)
    _ = await server.send("DELETE", "\(rbac)/clusterroles/r")
    let answer = await server.get("/api/v1/secrets", as: "alice")
    #expect(
      answer.message.hasSuffix(
        ": RBAC: clusterrole.rbac.authorization.k8s.io \"r\" not found"))
  }

  @Test func nobodyGrantsWhatTheyDoNotHave() async throws {
    let server = try await server(
      [
        ["apiGroups": ["rbac.authorization.k8s.io"], "resources": ["*"], "verbs": ["create"]],
        ["apiGroups": [""], "resources": ["pods"], "verbs": ["get"]],
      ], subject: alice)
    func grant(_ name: Value, _ resource: Value) async -> TestServer.Answer {
      await server.send(
        "POST", "\(rbac)/clusterroles",
        [
          "metadata": ["name": name],
          "rules": [["apiGroups": [""], "resources": [resource], "verbs": ["get"]]],
        ], as: "alice")
    }
    #expect(await grant("own", "pods").status == 201)
    let refused = await grant("more", "secrets")
    #expect(refused.status == 403)
    #expect(
      refused.message.contains(
        "is attempting to grant RBAC permissions not currently held:\n"
          + "{APIGroups:[\"\"], Resources:[\"secrets\"], Verbs:[\"get\"]}"))
    let bound = await server.send(
      "POST", "\(rbac)/clusterrolebindings",
      [
        "metadata": ["name": "x"], "subjects": [alice],
        "roleRef": [
          "apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "cluster-admin",
        ],
      ], as: "alice")
    #expect(bound.status == 403)
  }

  @Test func approvalNeedsTheSigner() async throws {
    let server = try await server(
      [
        [
          "apiGroups": ["certificates.k8s.io"],
          "resources": ["certificatesigningrequests", "certificatesigningrequests/approval"],
          "verbs": ["*"],
        ]
      ], subject: alice)
    let requests = "/apis/certificates.k8s.io/v1/certificatesigningrequests"
    let pem = "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0K"
    let created = await server.send(
      "POST", requests,
      [
        "metadata": ["name": "c"],
        "spec": [
          "request": .string(pem), "signerName": "kubernetes.io/kube-apiserver-client",
          "usages": ["client auth"],
        ],
      ], as: "alice")
    #expect(created.body.at("spec", "username") == "alice")
    var approved = created.body
    approved.set(
      [["type": "Approved", "status": "True", "reason": "x", "message": "y"]], at: "status",
      "conditions")
    let refused = await server.send("PUT", "\(requests)/c/approval", approved, as: "alice")
    #expect(
      refused.message.hasSuffix(
        "user not permitted to approve requests with signerName"
          + " \"kubernetes.io/kube-apiserver-client\""))
    #expect(await server.send("PUT", "\(requests)/c/approval", approved).status == 200)
    let stored = await server.get("\(requests)/c").body
    #expect(stored.at("status", "conditions")?[0]?["lastUpdateTime"]?.string != nil)
  }

  @Test func impersonationNeedsTheRightToIt() async throws {
    let server = try await server(
      [["apiGroups": [""], "resources": ["users"], "verbs": ["impersonate"]]],
      subject: ["kind": "ServiceAccount", "name": "sa", "namespace": "default"])
    let authorizer = Authorizer(cluster: server.cluster)
    let account = ServiceAccountUser.info(namespace: "default", name: "sa")
    let headers = [(name: "impersonate-user", value: "bob")]
    let request = APIRequest(method: "GET", target: "/", headers: headers)
    let acting = try Impersonation(authorizer: authorizer).effectiveUser(of: request, account)
    #expect(acting.name == "bob")
    #expect(acting.groups == ["system:authenticated"])
    let group = APIRequest(
      method: "GET", target: "/", headers: headers + [(name: "impersonate-group", value: "g")])
    #expect(throws: APIFailure.self) {
      try Impersonation(authorizer: authorizer).effectiveUser(of: group, account)
    }
  }
}
