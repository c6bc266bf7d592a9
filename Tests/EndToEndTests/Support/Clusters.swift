import Foundation
import Testing

/// The hub and the managed clusters that a story runs against: the sandbox, or the real ones that
/// `MCCTL_LIVE_HUB` and `MCCTL_LIVE_CLUSTER` name.
struct Clusters: Sendable {
  /// The clusters of the running suite.
  @TaskLocal static var current: Clusters?

  /// The hub's kubeconfig file.
  let hub: String
  /// The managed clusters' kubeconfig files.
  let managed: [String]
  /// A folder for the story's files.
  let folder: URL
  /// The file in which the sandbox notes every request; nil on real clusters.
  let requestLog: URL?

  /// Whether these are real clusters.
  var isLive: Bool { requestLog == nil }

  /// The clusters of the running suite.
  static func required() throws -> Clusters {
    try #require(current, "the suite lacks the trait .clusters")
  }

  /// The first managed cluster's kubeconfig file.
  var first: String { managed[0] }

  /// The kubeconfig file of a managed cluster that no other story takes, where there are that many.
  func spare(_ index: Int) -> String { managed[index % managed.count] }

  /// Runs mcctl on the hub.
  func mcctl(
    _ arguments: String..., environment: [String: String] = [:], input: String? = nil,
    timeout: Double = 120
  ) async throws -> Outcome {
    try await mcctl(arguments, environment: environment, input: input, timeout: timeout)
  }

  /// Runs mcctl on the hub.
  func mcctl(
    _ arguments: [String], environment: [String: String] = [:], input: String? = nil,
    timeout: Double = 120
  ) async throws -> Outcome {
    try await Program.run(
      "mcctl", arguments, environment: ["KUBECONFIG": hub].merging(environment) { $1 },
      input: input, folder: folder, timeout: timeout)
  }

  /// Runs kubectl on one of the clusters.
  func kubectl(_ kubeconfig: String, _ arguments: String..., input: String? = nil) async throws
    -> Outcome
  {
    try await Program.run(
      "kubectl", ["--kubeconfig", kubeconfig] + arguments,
      environment: ["HOME": folder.path], input: input, folder: folder)
  }

  /// The requests that reached the sandbox's servers so far; none of real clusters.
  func requests() throws -> [LoggedRequest] {
    guard let requestLog else { return [] }
    return try LoggedRequest.read(requestLog)
  }

  /// The writes of mcctl among them.
  func writes() throws -> [LoggedRequest] {
    try requests().filter(\.isWriteByProgram)
  }

  /// The server of a kubeconfig's only cluster.
  func serverURL(_ kubeconfig: String) async throws -> String {
    try await kubectl(
      kubeconfig, "config", "view", "-o", "jsonpath={.clusters[0].cluster.server}"
    ).stdout
  }

  /// A file with the authority of a kubeconfig's only cluster.
  func authority(_ kubeconfig: String, _ name: String) async throws -> String {
    let encoded = try await kubectl(
      kubeconfig, "config", "view", "--raw", "--flatten", "-o",
      "jsonpath={.clusters[0].cluster.certificate-authority-data}"
    ).stdout
    let file = folder.appending(path: "\(name)-ca.crt")
    try #require(Data(base64Encoded: encoded)).write(to: file)
    return file.path
  }
}
