import Foundation
import Testing

extension Clusters {
  /// Compares every object on both sides before and after: the same, but for what is named.
  ///
  /// - Parameter except: beginnings of the lines of ``Inventory`` that may differ, on the hub or on the cluster.
  func leavingNothing(
    on kubeconfigs: [String]? = nil, except allowed: [String] = [],
    _ body: () async throws -> Void
  ) async throws {
    let sides = [hub] + (kubeconfigs ?? [first])
    var before: [Inventory] = []
    for side in sides { before.append(try await Inventory.settled(side, clusters: self)) }
    try await body()
    for (side, old) in zip(sides, before) {
      let now = try await Inventory.settled(side, clusters: self)
      let counts = { (line: String) in !allowed.contains { line.hasPrefix($0) } }
      #expect(now.added(since: old).filter(counts) == [], "left behind")
      #expect(now.removed(since: old).filter(counts) == [], "taken away")
    }
  }

  /// Runs kubectl and expects it to succeed; returns what it printed.
  @discardableResult
  func must(_ kubeconfig: String, _ arguments: String..., input: String? = nil) async throws
    -> String
  {
    try await must(kubeconfig, arguments, input: input)
  }

  /// Runs kubectl and expects it to succeed; returns what it printed.
  @discardableResult
  func must(_ kubeconfig: String, _ arguments: [String], input: String? = nil) async throws
    -> String
  {
    let outcome = try await Program.run(
      "kubectl", ["--kubeconfig", kubeconfig] + arguments,
      environment: ["HOME": folder.path], input: input, folder: folder)
    try #require(outcome.status == 0, "\(outcome)")
    return outcome.stdout
  }

  /// Runs mcctl and expects it to succeed.
  @discardableResult
  func done(_ arguments: [String]) async throws -> Outcome {
    let outcome = try await mcctl(arguments)
    try #require(outcome.status == 0, "\(outcome)")
    return outcome
  }

  /// Starts mcctl on the hub.
  func start(_ arguments: [String]) throws -> RunningProgram {
    try RunningProgram("mcctl", arguments, environment: ["KUBECONFIG": hub], folder: folder)
  }

  /// Hands a ConfigMap in namespace `default` out to a cluster, by a work of the same name.
  func handOut(_ name: String, to cluster: String, text: String = "a") async throws {
    let manifest = try file(
      "\(name).yaml",
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: \(name), namespace: default}, data: {text: \(text)}}"
    )
    try await done(["apply", "-f", manifest, "--cluster", cluster, "--work", name])
  }
}
