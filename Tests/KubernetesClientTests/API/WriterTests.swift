import Documents
import Testing

@testable @_spi(WriteGrant) import KubernetesClient

@Suite struct WriterTests {
  private static let done = ScriptedTransport.Answer.json(#"{"kind":"ConfigMap"}"#)
  private static let object: Value = ["metadata": ["name": "a", "namespace": "ns"]]

  /// Every way to write, by name.
  static let writes: [String: @Sendable (APIWriter) async throws -> Value] = [
    "create": { try await $0.create(object, type: .configMaps) },
    "replace": { try await $0.replace(object, type: .configMaps) },
    "merge": { try await $0.patch(.configMaps, "a", namespace: "ns", .merge(["data": .null])) },
    "json": { try await $0.patch(.configMaps, "a", namespace: "ns", .json([])) },
    "apply": { try await $0.apply(object, type: .configMaps) },
    "delete": { try await $0.delete(.configMaps, "a", namespace: "ns") },
    "deleteCollection": {
      try await $0.deleteCollection(.configMaps, namespace: "ns", ListOptions())
    },
    "token": {
      try await $0.requestToken(serviceAccount: "a", namespace: "ns", expirationSeconds: 600)
    },
  ]

  @Test(arguments: writes.keys.sorted())
  func dryRunReachesTheServer(_ name: String) async throws {
    let write = try #require(Self.writes[name])
    let hub = TestHub(Self.done)
    _ = try await write(hub.writer(.serverDryRun))
    let request = try #require(hub.requests.first)
    #expect(request.query["dryRun"] == "All")
    if request.method == .delete {
      // With a body, API servers read the options from there alone.
      #expect(try JSON.decode(request.text)["dryRun"] == ["All"])
    }
  }

  @Test(arguments: writes.keys.sorted())
  func persistingIsNoDryRun(_ name: String) async throws {
    let write = try #require(Self.writes[name])
    let hub = TestHub(Self.done)
    _ = try await write(hub.writer())
    let request = try #require(hub.requests.first)
    #expect(request.query["dryRun"] == nil)
    #expect(!request.text.contains("dryRun"))
    #expect(request.query["fieldValidation"] == nil)
    if request.method != .delete { #expect(request.query["fieldManager"] == "mcctl") }
  }

  @Test func strictValidationWhenAskedFor() async throws {
    let hub = TestHub(options: ClientOptions(strictFieldValidation: true)) { _, _ in Self.done }
    _ = try await hub.writer().create(Self.object, type: .configMaps)
    #expect(hub.requests.first?.query["fieldValidation"] == "Strict")
  }

  /// What may be sent again when the connection breaks and nobody knows whether it had arrived.
  @Test(arguments: [
    ("create", false), ("replace", false), ("merge", true), ("json", false), ("apply", true),
    ("delete", false), ("deleteCollection", false), ("token", false),
  ])
  func idempotency(_ name: String, _ isIdempotent: Bool) async throws {
    let write = try #require(Self.writes[name])
    let hub = TestHub(Self.done)
    _ = try await write(hub.writer())
    #expect(hub.requests.first?.isIdempotent == isIdempotent)
  }

  @Test func deletionOfOneUIDMayBeRepeated() async throws {
    let hub = TestHub(Self.done)
    try await hub.writer().delete(
      .configMaps, "a", namespace: "ns",
      DeleteOptions(
        propagation: .background, uid: "u1", resourceVersion: "7", gracePeriodSeconds: 0))
    let request = try #require(hub.requests.first)
    #expect(request.isIdempotent)
    let expected: Value = [
      "kind": "DeleteOptions", "apiVersion": "v1", "propagationPolicy": "Background",
      "gracePeriodSeconds": 0, "preconditions": ["uid": "u1", "resourceVersion": "7"],
    ]
    #expect(try JSON.decode(request.text) == expected)
  }

  @Test func patchWithAVersionMayNotBeRepeated() async throws {
    let hub = TestHub(Self.done)
    _ = try await hub.writer().patch(
      .configMaps, "a", namespace: "ns", .merge(["metadata": ["resourceVersion": "1"]]))
    #expect(hub.requests.first?.isIdempotent == false)
  }

  @Test(arguments: [
    ("create", "application/json"), ("replace", "application/json"),
    ("merge", "application/merge-patch+json"), ("json", "application/json-patch+json"),
    ("apply", "application/apply-patch+yaml"), ("delete", "application/json"),
  ])
  func contentType(_ name: String, _ type: String) async throws {
    let write = try #require(Self.writes[name])
    let hub = TestHub(Self.done)
    _ = try await write(hub.writer())
    #expect(hub.requests.first?.headers["Content-Type"] == type)
  }

  @Test func typeIsFilledIn() async throws {
    let hub = TestHub(Self.done)
    _ = try await hub.writer().create(Self.object, type: .deployments)
    let body = try JSON.decode(try #require(hub.requests.first).text)
    #expect(body["apiVersion"] == "apps/v1")
    #expect(body["kind"] == "Deployment")
    #expect(hub.requests.first?.path == "/apis/apps/v1/namespaces/ns/deployments")
  }

  @Test func forcedApplyNamesItsManager() async throws {
    let hub = TestHub(Self.done)
    _ = try await hub.writer().apply(
      Self.object, type: .configMaps, fieldManager: "other", force: true)
    let request = try #require(hub.requests.first)
    #expect(request.query == ["fieldManager": "other", "force": "true"])
  }

  @Test func nothingIsSentForAnObjectWithoutAName() async {
    let hub = TestHub(Self.done)
    let writer = hub.writer()
    #expect(
      await failure { try await writer.replace(["metadata": [:]], type: .namespaces) }
        == "invalid metadata.name=FieldValueInvalid")
    #expect(
      await failure { try await writer.delete(.namespaces, "") }
        == "invalid metadata.name=FieldValueInvalid")
    #expect(hub.requests.isEmpty)
  }

  @Test func selectorsOfACollection() async throws {
    let hub = TestHub(Self.done)
    try await hub.writer().deleteCollection(
      .configMaps, namespace: "ns", ListOptions(labelSelector: "a=b"))
    #expect(hub.requests.first?.query == ["labelSelector": "a=b"])
  }
}
