import Documents
import Synchronization

@testable import Sandbox

/// The cluster that recordings are replayed against, with what went on in the recorded one besides.
final class RecordedSession: Sendable {
  /// Recordings in their order, behind what happened before them.
  struct Step: Sendable {
    var recordings: [String]
    var prepare: @Sendable (RecordedSession) async throws -> Void = { _ in }
  }

  let server: TestServer
  private let seen = Mutex<[String: TestServer.Answer]>([:])

  /// A hub with the definitions of OCM and its bootstrap ServiceAccount.
  init() async throws {
    server = try TestServer(name: "hub")
    let client = server.client("clusteradm")
    let definitions = HubDefinitions.all + [PreparedHub.definition]
    for definition in definitions {
      _ = try await client.create(.customResourceDefinitions, definition.document, nil)
    }
    _ = try await client.create(
      .namespaces, ["metadata": ["name": "open-cluster-management"]], nil)
    _ = try await client.create(
      .serviceAccounts, ["metadata": ["name": "agent-registration-bootstrap"]],
      "open-cluster-management")
  }

  func remember(_ name: String, _ answer: TestServer.Answer) { seen.withLock { $0[name] = answer } }

  /// A recorded URL or body with the versions and tokens of this session in it.
  func current(_ text: String) -> String {
    guard text.contains("continue=eyJ") else { return text }
    let token = seen.withLock { $0["list-page-1"]?.body.at("metadata", "continue")?.string } ?? ""
    return text.replacing(/continue=.*/, with: "continue=\(token)")
  }

  func current(_ body: [UInt8]) -> [UInt8] {
    let stale = seen.withLock { $0["managedcluster-get"]?.body.at("metadata", "resourceVersion") }
    guard let stale = stale?.string, let text = String(validating: body, as: UTF8.self) else {
      return body
    }
    let uid = seen.withLock { $0["managedcluster-get"]?.body.at("metadata", "uid") }?.string ?? ""
    return Array(
      text.replacing("\"22271\"", with: "\"\(stale)\"")
        .replacing("a2d3cfd5-70c7-4d51-b2b0-348f12274b11", with: uid).utf8)
  }

  /// A document without what the recorded server has of its own.
  func expected(_ name: String, _ body: Value) -> Value {
    switch name {
    case "version", "anonymous-version": RecordedDifferences.types(of: body)
    case "apis-aggregated": RecordedDifferences.builtInGroups(of: body)
    case "watch-too-old": RecordedDifferences.firstEvents(of: body)
    default: body
    }
  }

  /// What the registration controller of OCM does to a new ManagedCluster.
  func register(_ name: String) async throws {
    _ = try await server.client("registration").patch(
      .managedClusters, name, nil,
      merge: [
        "metadata": ["finalizers": ["cluster.open-cluster-management.io/resource-cleanup"]],
        "spec": [
          "taints": [
            ["effect": "NoSelect", "key": "cluster.open-cluster-management.io/unreachable"]
          ]
        ],
      ], subresource: nil)
  }

  /// What it reports when a ManagedCluster is being deleted.
  func reportDeletion(_ name: String) async throws {
    let cluster = try await server.client("registration").get(.managedClusters, name, nil)
    let conditions = cluster.at("status", "conditions")?.array ?? []
    let deleting: Value = [
      "type": "Deleting", "status": "True", "reason": "NoResource",
      "message": "No cleaned resource in cluster ns.", "lastTransitionTime": "2026-11-22T20:00:30Z",
    ]
    _ = try await server.client("registration").patch(
      .managedClusters, name, nil,
      merge: ["status": ["conditions": .array(conditions + [deleting])]], subresource: "status")
  }

  /// The ConfigMaps that the recorder made for its lists.
  func createConfigMaps() async {
    for index in 0..<5 {
      _ = await server.send(
        "POST", "/api/v1/namespaces/rec/configmaps",
        [
          "apiVersion": "v1", "kind": "ConfigMap",
          "metadata": ["name": .string("cm\(index)"), "labels": ["l": .string("\(index % 2)")]],
        ])
    }
  }
}
