import Testing

@testable import KubernetesClient

@Suite struct RouteTests {
  @Test(arguments: [
    (Route(type: .namespaces), "/api/v1/namespaces"),
    (Route(type: .secrets), "/api/v1/secrets"),
    (Route(type: .secrets, namespace: "ns"), "/api/v1/namespaces/ns/secrets"),
    (Route(type: .secrets, namespace: "ns", name: "x"), "/api/v1/namespaces/ns/secrets/x"),
    (
      Route(type: .deployments, namespace: "ns", name: "x", subresource: "scale"),
      "/apis/apps/v1/namespaces/ns/deployments/x/scale"
    ),
    (
      Route(type: .managedClusters, namespace: "ignored", name: "c1"),
      "/apis/cluster.open-cluster-management.io/v1/managedclusters/c1"
    ),
    (
      Route(type: .clusterRoles, name: "system:open-cluster-management:c1"),
      "/apis/rbac.authorization.k8s.io/v1/clusterroles/system:open-cluster-management:c1"
    ),
    (
      Route(type: .clusterRoles, name: "a b?c#d&é"),
      "/apis/rbac.authorization.k8s.io/v1/clusterroles/a%20b%3Fc%23d%26%C3%A9"
    ),
  ])
  func path(_ route: Route, _ path: String) {
    #expect(route.path == path)
    #expect(route.faults.isEmpty)
  }

  /// Above all an empty name: DELETE of `…/namespaces/` would be one of the collection.
  @Test(arguments: ["", ".", "..", "a/b", "a%2Fb"])
  func nameThatIsNoPathSegment(_ name: String) {
    let route = Route(type: .namespaces, name: name)
    #expect(route.faults.map(\.field) == ["metadata.name"])
    let connection = ConnectionDescription(contextName: "c", server: "s")
    #expect(throws: KubernetesError.self) {
      try APICall("delete", .delete, route, connection: connection)
    }
  }

  @Test func objectWithoutItsNamespace() {
    let route = Route(type: .secrets, name: "x")
    #expect(route.faults.map(\.reason) == ["FieldValueRequired"])
  }

  @Test func query() {
    let query = PercentEncoding.query([("labelSelector", "a=b,c in (d, e)"), ("continue", "+/=")])
    #expect(query == "labelSelector=a%3Db%2Cc%20in%20%28d%2C%20e%29&continue=%2B%2F%3D")
  }

  @Test(arguments: [
    ("https://hub:6443", "https://hub:6443/version"),
    ("https://hub/k8s/clusters/c-1", "https://hub/k8s/clusters/c-1/version"),
    ("https://hub/k8s/", "https://hub/k8s/version"),
  ])
  func serverWithAPathOfItsOwn(_ server: String, _ url: String) {
    let connection = ConnectionDescription(contextName: "c", server: server)
    let call = APICall(path: "/version", connection: connection)
    #expect(call.request(to: server, headers: [:]).url == url)
  }
}
