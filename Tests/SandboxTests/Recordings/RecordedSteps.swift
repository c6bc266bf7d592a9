import Documents

@testable import Sandbox

extension RecordedSession {
  /// Every recording in the order in which the recorder made them.
  static let steps: [Step] = [
    Step(recordings: [
      "version", "anonymous-version", "healthz", "api-legacy", "notfound-path", "notfound-root",
      "unauthorized", "anonymous-forbidden", "forbidden", "apis-group", "apis-aggregated",
    ]),
    Step(recordings: ["create-namespace"]),
    Step(
      recordings: [
        "create-conflict-exists", "create-dryrun", "create-unknown-field-strict",
        "create-unknown-field-warn", "create-invalid-name", "create-malformed-json",
        "create-wrong-kind", "create-unsupported-media", "method-not-allowed",
        "create-in-missing-namespace",
      ], prepare: { try await $0.publishCertificates() }),
    Step(recordings: [
      "managedcluster-create", "managedcluster-crd-invalid", "managedcluster-unknown-field-pruned",
    ]),
    Step(
      recordings: [
        "managedcluster-get", "managedcluster-merge-patch", "managedcluster-json-patch",
        "managedcluster-json-patch-test-fails", "managedcluster-status-merge-patch",
        "managedcluster-put-stale-conflict", "managedcluster-patch-stale-resourceversion",
        "managedcluster-strategic-merge-unsupported", "notfound-object",
        "deployment-scale-notfound",
      ],
      prepare: { session in
        for name in ["rec1", "rec3"] { try await session.register(name) }
      }),
    Step(recordings: [
      "apply-create", "apply-unchanged", "apply-conflict", "apply-conflict-forced",
      "apply-dryrun", "apply-without-fieldmanager",
    ]),
    Step(
      recordings: [
        "list-empty", "list-field-selector", "list-label-selector", "list-page-1", "list-page-2",
        "list-bad-continue", "list-bad-selector", "list-cached-rv0", "list-partial-metadata",
        "list-table", "list-table-metadata", "watch-too-old", "watch-future-rv",
      ], prepare: { await $0.createConfigMaps() }),
    Step(
      recordings: ["watch-from-list", "watch-streaming-list"],
      prepare: { session in session.server.cluster.settings.reportsProgress = false }),
    Step(recordings: ["delete-with-finalizer"]),
    Step(
      recordings: [
        "delete-again-pending", "get-terminating", "add-finalizer-while-terminating",
        "remove-last-finalizer",
      ], prepare: { try await $0.reportDeletion("rec1") }),
    Step(recordings: [
      "delete-plain", "delete-missing", "delete-wrong-uid-precondition", "delete-foreground",
      "deletecollection", "generate-name", "tokenrequest", "tokenrequest-too-short",
      "selfsubjectreview", "selfsubjectreview-impersonated", "selfsubjectaccessreview",
      "create-no-namespace-object-in-terminating", "create-in-terminating-namespace",
    ]),
  ]

  /// What controllers of the recorded server put into a new namespace.
  func publishCertificates() async throws {
    let note =
      "Contains a CA bundle that can be used to verify the kube-apiserver when using internal"
      + " endpoints such as the internal service IP or kubernetes.default.svc. No other usage is"
      + " guaranteed across distributions of Kubernetes clusters."
    let pem = try server.api.authority.pem + "\n"
    let maps: [(String, String, String, String, String)] = [
      ("kube-root-ca.crt", "kubernetes.io/description", note, "ca.crt", pem),
      (
        "openshift-service-ca.crt", "service.beta.openshift.io/inject-cabundle", "true",
        "service-ca.crt", ""
      ),
    ]
    for (name, annotation, text, key, data) in maps {
      _ = try await server.client("kube-controller-manager").create(
        .configMaps,
        [
          "metadata": ["name": .string(name), "annotations": [annotation: .string(text)]],
          "data": [key: .string(data)],
        ], "rec")
    }
  }
}

/// What two servers need not have in common.
enum RecordedDifferences {
  /// The names of the members, with the types of their values.
  static func types(of body: Value) -> Value {
    .object(
      Object(
        (body.object ?? Object()).map { ($0.key, .string($0.value.string == nil ? "?" : "text")) }))
  }

  /// The groups that every API server serves; those of OCM depend on its version.
  static func builtInGroups(of body: Value) -> Value {
    .array(
      (body["items"]?.array ?? []).filter {
        !($0.at("metadata", "name")?.string ?? "").contains("open-cluster-management.io")
      })
  }

  /// The events up to those of the ConfigMaps that the recorder made.
  static func firstEvents(of body: Value) -> Value {
    .array(
      (body.array ?? []).filter { event in
        let name = event.at("object", "metadata", "name")?.string ?? ""
        return !name.hasPrefix("gen-")
      })
  }
}
