import Foundation
import Testing

/// A kubeconfig with one cluster, user and context, to be changed in one place and written down.
struct KubeconfigDraft {
  /// The cluster's entry.
  var cluster: [String: Any]
  /// The user's entry.
  var user: [String: Any]

  /// What a kubeconfig says, with its files inlined.
  init(of kubeconfig: String, clusters: Clusters) async throws {
    let shown = try await clusters.kubectl(
      kubeconfig, "config", "view", "--raw", "--minify", "--flatten", "-o", "json")
    let config = try Story.json(shown)
    cluster = try Self.entry("cluster", config)
    user = try Self.entry("user", config)
  }

  /// The server's URL.
  var server: String {
    get { cluster["server"] as? String ?? "" }
    set { cluster["server"] = newValue }
  }

  /// The port of the server.
  var port: String { server.split(separator: ":").last.map(String.init) ?? "" }

  /// Lets the user have a bearer token and nothing else.
  mutating func authenticate(token: String) {
    user = ["token": token]
  }

  /// Writes it, readable by its owner alone, and returns the path.
  func write(_ name: String, in folder: URL) throws -> String {
    let config: [String: Any] = [
      "apiVersion": "v1", "kind": "Config", "current-context": name,
      "clusters": [["name": name, "cluster": cluster]],
      "users": [["name": name, "user": user]],
      "contexts": [["name": name, "context": ["cluster": name, "user": name]]],
    ]
    let file = folder.appending(path: "\(name).kubeconfig")
    try JSONSerialization.data(withJSONObject: config, options: [.sortedKeys]).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    return file.path
  }

  private static func entry(_ kind: String, _ config: [String: Any]) throws -> [String: Any] {
    let entries = try #require(config["\(kind)s"] as? [[String: Any]])
    return try #require(entries.first?[kind] as? [String: Any])
  }
}

extension Clusters {
  /// A copy of the hub's kubeconfig with one thing changed.
  func hubKubeconfig(_ name: String, _ change: (inout KubeconfigDraft) -> Void) async throws
    -> String
  {
    var draft = try await KubeconfigDraft(of: hub, clusters: self)
    change(&draft)
    return try draft.write(name, in: folder)
  }

  /// Writes a file into the story's folder and returns its path.
  func file(_ name: String, _ text: String) throws -> String {
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path
  }
}
