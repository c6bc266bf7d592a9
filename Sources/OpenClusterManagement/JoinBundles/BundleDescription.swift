public import Documents
public import FoundationEssentials
import KubernetesClient

/// What a bundle is: the content of its `bundle.json`. It holds no secret.
public struct BundleDescription: Sendable, Hashable {
  /// A file as the description lists it.
  public struct File: Sendable, Hashable {
    /// The path within the bundle.
    public let path: String
    /// How many bytes it has.
    public let size: Int
    /// Its SHA-256, hexadecimal.
    public let digest: String
  }

  /// `apiVersion` of the format that this program writes and reads.
  public static let apiVersion = "\(Names.domain)/v1"
  /// `kind`.
  public static let kind = "JoinBundle"
  /// The oldest Kubernetes that the manifests and scripts work on: the first with server-side apply.
  public static let oldestKubernetes = "1.22"

  /// The cluster's name on the hub.
  public let cluster: String
  /// The hub's URL as the agent reaches it.
  public let hubServer: String
  /// Pins (`sha256:…`) of the certificate authorities that the agent trusts there; empty when it goes
  /// by its system's.
  public let authorityPins: [String]
  /// The proxy on the agent's way; nil for none.
  public let proxyURL: String?
  /// The user that the credential is; nil when the credential does not say.
  public let user: String?
  /// When the credential stops working; nil when that is not known.
  public let expires: Date?
  /// The version of mcctl that made the bundle.
  public let toolVersion: String
  /// The release of Open Cluster Management.
  public let ocmVersion: String
  /// The images it takes.
  public let images: [String]
  /// All other files of the bundle, by path.
  public let files: [File]

  /// Describes a bundle that is being made.
  init(_ source: BundleSource, images: [String], files: [BundleFile]) {
    let bootstrap = source.agent.bootstrap
    cluster = source.agent.clusterName
    hubServer = bootstrap.server
    authorityPins = AuthorityPin.pins(pem: bootstrap.certificateAuthorities ?? []).map(\.text)
    proxyURL = bootstrap.proxyURL.map(Self.withoutCredentials)
    user = BearerTokenClaims(token: bootstrap.token.revealed)?.subject
    expires = source.expires
    toolVersion = source.toolVersion
    ocmVersion = source.agent.operatorOptions.images.version.description
    self.images = images
    self.files = files.sorted { $0.path < $1.path }.map {
      File(path: $0.path, size: $0.contents.count, digest: $0.digest)
    }
  }

  /// The machine form; its field names are API.
  public var document: Value {
    var hub: Value = [
      "server": .string(hubServer), "certificateAuthorities": .strings(authorityPins),
    ]
    hub["proxyURL"] = proxyURL.map(Value.string)
    var credential: Value = .object(Object())
    credential["user"] = user.map(Value.string)
    credential["expires"] = expires.map { .string(Timestamp.text($0)) }
    let files = files.map { file -> Value in
      ["path": .string(file.path), "size": .integer(file.size), "sha256": .string(file.digest)]
    }
    return [
      "apiVersion": .string(Self.apiVersion), "kind": .string(Self.kind),
      "cluster": .string(cluster), "hub": hub, "credential": credential,
      "versions": [
        "mcctl": .string(toolVersion), "openClusterManagement": .string(ocmVersion),
        "kubernetes": .string("\(Self.oldestKubernetes) or newer"),
      ],
      "images": .strings(images), "files": .array(files),
    ]
  }

  /// A URL without what stands before the `@` of its host.
  private static func withoutCredentials(_ url: String) -> String {
    guard var components = URLComponents(string: url) else { return "" }
    components.user = nil
    components.password = nil
    return components.string ?? ""
  }
}

extension BundleDescription {
  /// Reads a `bundle.json`.
  ///
  /// - Throws: `DocumentError` when it is none, or of a version that this program does not know.
  public init(parsing bytes: [UInt8]) throws(DocumentError) {
    let value = try JSON.decode(bytes, limits: Limits(maxBytes: 1 << 20))
    guard value["kind"]?.string == Self.kind else {
      throw DocumentError("it is no \(Self.kind)", source: BundlePath.description)
    }
    guard value["apiVersion"]?.string == Self.apiVersion else {
      throw DocumentError(
        "its apiVersion is not \(Self.apiVersion): it was made by another version of mcctl",
        source: BundlePath.description)
    }
    func text(_ path: String...) throws(DocumentError) -> String {
      guard let text = value.at(path)?.string else {
        throw DocumentError(
          "\(path.joined(separator: ".")) is missing", source: BundlePath.description)
      }
      return text
    }
    cluster = try text("cluster")
    hubServer = try text("hub", "server")
    authorityPins = value.at("hub", "certificateAuthorities")?.array?.compactMap(\.string) ?? []
    proxyURL = value.at("hub", "proxyURL")?.string
    user = value.at("credential", "user")?.string
    expires = Timestamp.date(value.at("credential", "expires"))
    toolVersion = try text("versions", "mcctl")
    ocmVersion = try text("versions", "openClusterManagement")
    images = value["images"]?.array?.compactMap(\.string) ?? []
    files = (value["files"]?.array ?? []).map { file in
      File(
        path: file["path"]?.string ?? "", size: file["size"]?.int ?? -1,
        digest: file["sha256"]?.string ?? "")
    }
  }
}
