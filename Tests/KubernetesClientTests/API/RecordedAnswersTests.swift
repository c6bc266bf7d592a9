import Documents
import Testing

@testable @_spi(WriteGrant) import KubernetesClient

/// Every recorded answer of a real API server leads to the right result or error.
@Suite struct RecordedAnswersTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let expected: String
    let call: @Sendable (TestHub) async throws -> Value

    init(
      _ file: String, _ expected: String,
      _ call: @escaping @Sendable (TestHub) async throws -> Value
    ) {
      self.file = file
      self.expected = expected
      self.call = call
    }

    var testDescription: String { file }
  }

  @Test(arguments: reads + writes + deletions + failures)
  func answer(_ test: Case) async throws {
    let recording = try Recording(test.file)
    let hub = TestHub(recording.answer)
    let outcome = await outcome { try await test.call(hub) }
    #expect(outcome == test.expected)
    let request = try #require(hub.requests.first)
    #expect(request.method.rawValue == recording.method)
    #expect(request.path == recording.path)
  }

  /// Recordings that other tests read.
  static let elsewhere: Set<String> = [
    "api-legacy", "apis-aggregated", "apis-group", "list-page-1", "list-page-2", "notfound-path",
    "notfound-root", "watch-from-list", "watch-streaming-list", "watch-too-old",
  ]

  @Test func nothingIsLeftOut() throws {
    let covered = (Self.reads + Self.writes + Self.deletions + Self.failures).map(\.file)
    #expect(Set(covered).union(Self.elsewhere) == (try Recording.allNames()))
  }
}

private let registrationAccount = "agent-registration-bootstrap"
private let ocm = "open-cluster-management"
private let cluster = ResourceType.managedClusters
private let patch = Patch.merge(["metadata": ["labels": ["env": "dev"]]])

private let columns = "Name,Hub Accepted,Managed Cluster URLs,Joined,Available,Age"

private func configMap(_ name: String) -> Value {
  ["metadata": ["name": .string(name), "namespace": "rec"], "data": ["a": "2"]]
}

private func list(_ list: ObjectList) -> Value {
  let names = list.items.map { $0.at("metadata", "name")?.string ?? "-" }
  let kinds = Set(list.items.map { $0["kind"]?.string ?? "-" }).sorted()
  return [
    "kind": .string(kinds.joined(separator: "+")),
    "metadata": ["name": .string(names.joined(separator: ",") + "@" + list.resourceVersion)],
  ]
}

private func table(_ table: ResourceTable) -> Value {
  let columns = table.columns.map(\.name).joined(separator: ",")
  let names = table.rows.map { table.cell("name", of: $0)?.string ?? "-" }
  let objects = table.rows.map { $0.object?["kind"]?.string ?? "none" }
  return [
    "kind": .string(columns),
    "metadata": ["name": .string((names + objects).joined(separator: ","))],
  ]
}

extension RecordedAnswersTests {
  static let reads: [Case] = [
    Case("managedcluster-get", "ManagedCluster rec1") { try await $0.reader.get(cluster, "rec1") },
    Case("get-terminating", "ManagedCluster rec1") { try await $0.reader.get(cluster, "rec1") },
    Case("list-empty", " @22284") {
      list(
        try await $0.reader.list(
          .configMaps, namespace: "default", ListOptions(labelSelector: "none=none")))
    },
    Case("list-field-selector", "ConfigMap cm2@22284") {
      list(
        try await $0.reader.list(
          .configMaps, namespace: "rec", ListOptions(fieldSelector: "metadata.name=cm2")))
    },
    Case("list-label-selector", "ConfigMap cm1,cm3@22284") {
      list(
        try await $0.reader.list(
          .configMaps, namespace: "rec", ListOptions(labelSelector: "l=1")))
    },
    Case("list-cached-rv0", "ManagedCluster rec1,rec3@22277") {
      list(try await $0.reader.list(cluster, ListOptions(fromCache: true)))
    },
    Case("list-partial-metadata", "PartialObjectMetadata rec1,rec3@22285") {
      list(try await $0.reader.metadataList(cluster))
    },
    Case("list-table", "\(columns) rec1,rec3,none,none") {
      table(try await $0.reader.table(cluster, objects: .none))
    },
    Case(
      "list-table-metadata", "\(columns) rec1,rec3,PartialObjectMetadata,PartialObjectMetadata"
    ) {
      table(try await $0.reader.table(cluster))
    },
    Case("version", "linux/amd64 1.36") { version(try await $0.reader.version()) },
    Case("anonymous-version", "linux/amd64 1.36") { version(try await $0.reader.version()) },
    Case("healthz", "true 36+0") {
      let readiness = try await $0.reader.ready()
      let passed = readiness.checks.count - readiness.failures.count
      return [
        "kind": .string("\(readiness.isReady)"),
        "metadata": ["name": .string("\(passed)+\(readiness.failures.count)")],
      ]
    },
    Case("selfsubjectaccessreview", "update true") {
      let attributes = AccessAttributes(
        verb: "update", group: "register.open-cluster-management.io", resource: "managedclusters",
        subresource: "accept", name: "c1")
      let decision = try await $0.reader.review(attributes)
      return [
        "kind": .string(decision.attributes.verb),
        "metadata": ["name": .string("\(decision.isAllowed)")],
      ]
    },
    Case("selfsubjectreview", "admin system:masters,system:authenticated") {
      user(try await $0.reader.whoami())
    },
    Case("selfsubjectreview-impersonated", "alice dev,system:authenticated") {
      user(try await $0.reader.whoami())
    },
  ]

  private static func version(_ version: ServerVersion) -> Value {
    [
      "kind": .string(version.platform),
      "metadata": ["name": .string("\(version.major).\(version.minorNumber ?? 0)")],
    ]
  }

  private static func user(_ user: UserInfo) -> Value {
    [
      "kind": .string(user.username),
      "metadata": ["name": .string(user.groups.joined(separator: ","))],
    ]
  }

  static let writes: [Case] = [
    Case("create-namespace", "Namespace rec") {
      try await $0.writer().create(["metadata": ["name": "rec"]], type: .namespaces)
    },
    Case("create-dryrun", "Namespace recdry") {
      try await $0.writer(.serverDryRun).create(
        ["metadata": ["name": "recdry"]], type: .namespaces)
    },
    Case("create-unknown-field-warn", "Namespace recw") {
      try await $0.writer().create(["metadata": ["name": "recw"]], type: .namespaces)
    },
    Case("generate-name", "ConfigMap gen-w6v79") {
      try await $0.writer().create(
        ["metadata": ["generateName": "gen-"]], type: .configMaps, namespace: "rec")
    },
    Case("managedcluster-create", "ManagedCluster rec1") {
      try await $0.writer().create(["metadata": ["name": "rec1"]], type: cluster)
    },
    Case("managedcluster-unknown-field-pruned", "ManagedCluster rec3") {
      try await $0.writer().create(["metadata": ["name": "rec3"]], type: cluster)
    },
    Case("managedcluster-merge-patch", "ManagedCluster rec1") {
      try await $0.writer().patch(cluster, "rec1", patch)
    },
    Case("managedcluster-json-patch", "ManagedCluster rec1") {
      try await $0.writer().patch(cluster, "rec1", .json([]))
    },
    Case("managedcluster-status-merge-patch", "ManagedCluster rec1") {
      try await $0.writer().patch(cluster, "rec1", patch, subresource: "status")
    },
    Case("remove-last-finalizer", "ManagedCluster rec1") {
      try await $0.writer().patch(cluster, "rec1", .merge(["metadata": ["finalizers": .null]]))
    },
    Case("apply-create", "ConfigMap ssa") {
      try await $0.writer().apply(configMap("ssa"), type: .configMaps)
    },
    Case("apply-unchanged", "ConfigMap ssa") {
      try await $0.writer().apply(configMap("ssa"), type: .configMaps)
    },
    Case("apply-dryrun", "ConfigMap ssa") {
      try await $0.writer(.serverDryRun).apply(configMap("ssa"), type: .configMaps, force: true)
    },
    Case("apply-conflict-forced", "ConfigMap ssa") {
      try await $0.writer().apply(configMap("ssa"), type: .configMaps, force: true)
    },
    Case("tokenrequest", "TokenRequest agent-registration-bootstrap") {
      try await $0.writer().requestToken(
        serviceAccount: registrationAccount, namespace: ocm, expirationSeconds: 3600)
    },
  ]

  static let deletions: [Case] = [
    Case("delete-plain", "Status Success") {
      try await $0.writer().delete(.configMaps, "cm0", namespace: "rec")
    },
    Case("delete-foreground", "ConfigMap cm1") {
      try await $0.writer().delete(
        .configMaps, "cm1", namespace: "rec", DeleteOptions(propagation: .foreground))
    },
    Case("delete-with-finalizer", "ManagedCluster rec1") {
      try await $0.writer().delete(cluster, "rec1")
    },
    Case("delete-again-pending", "ManagedCluster rec1") {
      try await $0.writer().delete(cluster, "rec1")
    },
    Case("create-no-namespace-object-in-terminating", "Namespace rec") {
      try await $0.writer().delete(.namespaces, "rec")
    },
    Case("deletecollection", "ConfigMapList -") {
      try await $0.writer().deleteCollection(
        .configMaps, namespace: "rec", ListOptions(labelSelector: "l=1"))
    },
    Case("delete-missing", "notFound ConfigMap rec/cm0") {
      try await $0.writer().delete(.configMaps, "cm0", namespace: "rec")
    },
    Case("delete-wrong-uid-precondition", "conflict") {
      try await $0.writer().delete(
        .configMaps, "cm1", namespace: "rec", DeleteOptions(uid: "0000"))
    },
  ]

  static let failures: [Case] = [
    Case("forbidden", "forbidden alice list secrets [] default -") {
      list(try await $0.reader.list(.secrets, namespace: "default"))
    },
    Case("anonymous-forbidden", "forbidden system:anonymous list secrets [] default -") {
      list(try await $0.reader.list(.secrets, namespace: "default"))
    },
    Case("unauthorized", "unauthorized") {
      list(try await $0.reader.list(.secrets, namespace: "default"))
    },
    Case("notfound-object", "notFound ManagedCluster nope") {
      try await $0.reader.get(cluster, "nope")
    },
    Case("deployment-scale-notfound", "notFound Deployment default/none") {
      try await $0.reader.get(.deployments, "none", namespace: "default", subresource: "scale")
    },
    Case("list-bad-selector", "badRequest 400 BadRequest") {
      list(
        try await $0.reader.list(
          .configMaps, namespace: "rec", ListOptions(labelSelector: "a===b")))
    },
    Case("list-bad-continue", "badRequest 400 BadRequest") {
      list(try await $0.reader.list(.configMaps, namespace: "rec"))
    },
    Case("watch-future-rv", "server 504 Timeout") {
      list(try await $0.reader.list(.configMaps, namespace: "rec"))
    },
    Case("method-not-allowed", "badRequest 405 MethodNotAllowed") { hub in
      // No method of the writer replaces a collection; this asks as the recording did.
      let call = try APICall(
        "update", .put, Route(type: .namespaces), connection: hub.reader.connection)
      return try await hub.reader.session.value(call)
    },
    Case("create-conflict-exists", "alreadyExists Namespace rec") {
      try await $0.writer().create(["metadata": ["name": "rec"]], type: .namespaces)
    },
    Case("create-in-missing-namespace", "notFound Namespace nowhere") {
      try await $0.writer().create(
        ["metadata": ["name": "x", "namespace": "nowhere"]], type: .configMaps)
    },
    Case("create-in-terminating-namespace", "namespaceTerminating rec") {
      try await $0.writer().create(configMap("late"), type: .configMaps)
    },
    Case("create-invalid-name", "invalid metadata.name=FieldValueInvalid") {
      try await $0.writer().create(["metadata": ["name": "Bad_Name"]], type: .namespaces)
    },
    Case("create-malformed-json", "badRequest 400 BadRequest") {
      try await $0.writer().create(["metadata": ["name": "x"]], type: .namespaces)
    },
    Case("create-unknown-field-strict", "badRequest 400 BadRequest") {
      try await $0.writer().create(["metadata": ["name": "x"]], type: .namespaces)
    },
    Case("create-unsupported-media", "badRequest 415 UnsupportedMediaType") {
      try await $0.writer().create(["metadata": ["name": "x"]], type: .namespaces)
    },
    Case("create-wrong-kind", "badRequest 400 BadRequest") {
      try await $0.writer().create(["metadata": ["name": "x"]], type: .namespaces)
    },
    Case("managedcluster-crd-invalid", "invalid spec.hubAcceptsClient=FieldValueTypeInvalid") {
      try await $0.writer().create(["metadata": ["name": "rec2"]], type: cluster)
    },
    Case("managedcluster-put-stale-conflict", "conflict") {
      try await $0.writer().replace(["metadata": ["name": "rec1"]], type: cluster)
    },
    Case("managedcluster-patch-stale-resourceversion", "conflict") {
      try await $0.writer().patch(cluster, "rec1", patch)
    },
    Case("managedcluster-json-patch-test-fails", "invalid ") {
      try await $0.writer().patch(cluster, "rec1", .json([]))
    },
    Case(
      "managedcluster-strategic-merge-unsupported", "badRequest 415 UnsupportedMediaType"
    ) {
      try await $0.writer().patch(cluster, "rec1", patch)
    },
    Case(
      "add-finalizer-while-terminating",
      "invalid metadata.finalizers=FieldValueForbidden metadata.finalizers=FieldValueForbidden"
    ) {
      try await $0.writer().patch(cluster, "rec1", .json([]))
    },
    Case("apply-conflict", "applyConflict mcctl:.data.a") {
      try await $0.writer().apply(configMap("ssa"), type: .configMaps)
    },
    Case("apply-without-fieldmanager", "invalid fieldManager=FieldValueRequired") {
      try await $0.writer().apply(configMap("ssa"), type: .configMaps)
    },
    Case("tokenrequest-too-short", "invalid spec.expirationSeconds=FieldValueInvalid") {
      try await $0.writer().requestToken(
        serviceAccount: registrationAccount, namespace: ocm, expirationSeconds: 10)
    },
  ]
}
