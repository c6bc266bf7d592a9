import Documents
import Foundation

/// How to reach a hub: what agents read from the Secrets `bootstrap-hub-kubeconfig` and
/// `hub-kubeconfig-secret`.
struct HubKubeconfig: Sendable, Hashable {
  /// `https://host:port` exactly as written: its hash names the AppliedManifestWorks.
  let server: String
  /// The cluster entry's name that the current context points at.
  let clusterName: String
  /// PEM certificates that sign the hub's serving certificate.
  let certificateAuthority: [UInt8]?
  let proxyURL: String?
  let skipsVerification: Bool
  let token: String?
  /// PEM certificate and key of the client.
  let clientCertificate: [UInt8]?
  let clientKey: [UInt8]?

  /// Reads the key `kubeconfig` of a Secret.
  ///
  /// - Parameter files: the other keys of the Secret; the user entry may name them as files.
  init(_ contents: [UInt8], files: [String: [UInt8]] = [:]) throws(KubeconfigProblem) {
    guard let document = try? YAML.decode(String(decoding: contents, as: UTF8.self)) else {
      throw .unreadable
    }
    let current = document["current-context"]?.string ?? ""
    guard let context = Self.entry(current, of: "contexts", "context", in: document) else {
      throw .contextMissing(current)
    }
    let name = context["cluster"]?.string ?? ""
    guard let cluster = Self.entry(name, of: "clusters", "cluster", in: document) else {
      throw .clusterMissing(name)
    }
    let user = Self.entry(context["user"]?.string ?? "", of: "users", "user", in: document)
    server = cluster["server"]?.string ?? ""
    clusterName = name
    proxyURL = cluster["proxy-url"]?.string
    skipsVerification = cluster["insecure-skip-tls-verify"]?.bool ?? false
    certificateAuthority = try Self.data("certificate-authority", of: cluster, files)
    token = user?["token"]?.string
    clientCertificate = try Self.data("client-certificate", of: user, files)
    clientKey = try Self.data("client-key", of: user, files)
  }

  /// Whether another kubeconfig leads to the same hub: then a client certificate from that hub is
  /// still good (OCM registration, `IsHubKubeconfigValid`).
  func isSameHub(as other: HubKubeconfig) -> Bool {
    server == other.server && proxyURL == other.proxyURL && clusterName == other.clusterName
      && certificateAuthority == other.certificateAuthority
  }

  private static func entry(
    _ name: String, of list: String, _ key: String, in document: Value
  ) -> Value? {
    document[list]?.array?.first { $0["name"]?.string == name }?[key]
  }

  private static func data(
    _ key: String, of entry: Value?, _ files: [String: [UInt8]]
  ) throws(KubeconfigProblem) -> [UInt8]? {
    if let encoded = entry?["\(key)-data"]?.string, !encoded.isEmpty {
      guard let data = Data(base64Encoded: encoded) else { throw .badData("\(key)-data") }
      return Array(data)
    }
    guard let file = entry?[key]?.string, !file.isEmpty else { return nil }
    guard let contents = files[file] else { throw .fileMissing(key, file) }
    return contents
  }
}

/// Why a kubeconfig in a Secret is of no use, in the words of client-go.
enum KubeconfigProblem: Error, Sendable, Hashable, CustomStringConvertible {
  case unreadable
  case contextMissing(String)
  case clusterMissing(String)
  case badData(String)
  case fileMissing(String, String)

  var description: String {
    switch self {
    case .unreadable: "error loading config file: yaml: unmarshal error"
    case .contextMissing(let name): "invalid configuration: context \"\(name)\" does not exist"
    case .clusterMissing(let name): "invalid configuration: cluster \"\(name)\" does not exist"
    case .badData(let field): "illegal base64 data in \(field)"
    case .fileMissing(let field, let path):
      "invalid configuration: unable to read \(field) \(path): no such file or directory"
    }
  }
}

/// The kubeconfig that agents write beside their client certificate.
enum AgentKubeconfig {
  /// YAML of a kubeconfig for the hub of `bootstrap` whose user is the files `tls.crt` and
  /// `tls.key` beside it (OCM registration, `BaseKubeConfigFromBootStrap`).
  static func text(from bootstrap: HubKubeconfig) -> String {
    var cluster: Value = ["server": .string(bootstrap.server)]
    if let authority = bootstrap.certificateAuthority {
      cluster["certificate-authority-data"] = .string(Data(authority).base64EncodedString())
    }
    if let proxyURL = bootstrap.proxyURL { cluster["proxy-url"] = .string(proxyURL) }
    let config: Value = [
      "apiVersion": "v1",
      "clusters": [["cluster": cluster, "name": .string(bootstrap.clusterName)]],
      "contexts": [
        [
          "context": [
            "cluster": .string(bootstrap.clusterName), "namespace": "configuration",
            "user": "default-auth",
          ],
          "name": "default-context",
        ]
      ],
      "current-context": "default-context", "kind": "Config", "preferences": [:],
      "users": [
        [
          "name": "default-auth",
          "user": ["client-certificate": "tls.crt", "client-key": "tls.key"],
        ]
      ],
    ]
    return YAML.text(config)
  }
}
