import Documents
import Foundation

/// Kubeconfigs with one cluster, one user and one context, all data within them.
struct KubeconfigDocument: Sendable {
  /// Name of the cluster and of the context.
  let cluster: String
  /// `https://host:port`.
  let server: String
  /// Certificate of the authority, PEM.
  let authority: String
  /// Name of the user entry.
  let user: String

  /// A kubeconfig with a client certificate and its key, PEM.
  func value(certificate: String, key: String) -> Value {
    value(user: [
      "client-certificate-data": .string(Self.base64(certificate)),
      "client-key-data": .string(Self.base64(key)),
    ])
  }

  /// A kubeconfig with a bearer token.
  func value(token: String) -> Value { value(user: ["token": .string(token)]) }

  /// A kubeconfig without a user, which only tells where the cluster is.
  var anonymous: Value {
    [
      "apiVersion": "v1", "kind": "Config", "current-context": "", "preferences": [:],
      "clusters": [["name": .string(cluster), "cluster": connection]], "contexts": [],
      "users": [],
    ]
  }

  private var connection: Value {
    [
      "server": .string(server), "certificate-authority-data": .string(Self.base64(authority)),
    ]
  }

  private func value(user credentials: Value) -> Value {
    [
      "apiVersion": "v1", "kind": "Config", "current-context": .string(cluster),
      "clusters": [
        ["name": .string(cluster), "cluster": connection]
      ],
      "users": [["name": .string(user), "user": credentials]],
      "contexts": [
        [
          "name": .string(cluster),
          "context": ["cluster": .string(cluster), "user": .string(user)],
        ]
      ],
    ]
  }

  private static func base64(_ text: String) -> String {
    Data(text.utf8).base64EncodedString()
  }
}
