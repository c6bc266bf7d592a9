import Documents
import FoundationEssentials

/// How a cluster's server is reached and verified.
struct ServerResolution: Sendable {
  /// The server's URL without a slash at its end.
  let url: String
  /// How it is verified; without a client certificate yet.
  let tls: TLSSettings
  /// The way out to it.
  let proxy: ProxySettings
  /// What a credential plugin is told of it (`spec.cluster` of an ExecCredential).
  let pluginDescription: Value

  /// Whether connections are encrypted. Credentials are only sent where they are, as client-go does.
  var isEncrypted: Bool { url.lowercased().hasPrefix("https://") }

  /// Checks a cluster entry the way client-go's `validateClusterInfo` does.
  init(_ cluster: ClusterEntry, environment: [String: String]) throws(KubeconfigError) {
    url = try Self.checkedURL(cluster)
    let authorities = try Self.authorities(cluster)
    tls = TLSSettings(
      caBundle: authorities, serverName: cluster.tlsServerName,
      skipsVerification: cluster.skipsVerification)
    proxy = try Self.proxy(cluster, environment: environment)
    pluginDescription = Self.description(cluster, url: url, authorities: authorities)
  }

  private static func checkedURL(_ cluster: ClusterEntry) throws(KubeconfigError) -> String {
    guard let server = cluster.server else {
      throw .invalid(cluster.fields.error("the cluster has no server"))
    }
    let wrong = { (reason: String) in
      KubeconfigError.invalid(
        cluster.fields.error("server \"\(server)\" \(reason)", at: "server"))
    }
    let scheme = server.lowercased()
    guard scheme.hasPrefix("https://") || scheme.hasPrefix("http://") else {
      throw wrong("must begin with https:// (or http://)")
    }
    guard let parts = URL(string: server), let host = parts.host(), !host.isEmpty else {
      throw wrong("is not a URL")
    }
    guard parts.user() == nil, parts.password() == nil else {
      throw .invalid(
        cluster.fields.error(
          "server must not contain a user name or password; they belong to the user", at: "server"))
    }
    let end = server.firstIndex { $0 == "?" || $0 == "#" } ?? server.endIndex
    var url = server[..<end]
    while url.hasSuffix("/") { url.removeLast() }
    return String(url)
  }

  private static func authorities(_ cluster: ClusterEntry) throws(KubeconfigError) -> [UInt8]? {
    let fields = cluster.fields
    if cluster.certificateAuthorityData != nil, cluster.certificateAuthorityPath != nil {
      throw .invalid(
        fields.error(
          "certificate-authority and certificate-authority-data exclude each other",
          at: "certificate-authority"))
    }
    let key =
      cluster.certificateAuthorityData == nil
      ? "certificate-authority" : "certificate-authority-data"
    let pem: [UInt8]
    if let data = cluster.certificateAuthorityData {
      pem = data
    } else if let path = cluster.certificateAuthorityPath {
      pem = try FileContents.referenced(path, by: key, in: fields)
    } else {
      return nil
    }
    if cluster.skipsVerification {
      throw .invalid(
        fields.error(
          "\(key) and insecure-skip-tls-verify exclude each other", at: "insecure-skip-tls-verify"))
    }
    if let fault = PEMBlocks.fault(in: pem, wanted: "CERTIFICATE") {
      throw .invalid(fields.error("\(key) \(fault)", at: key))
    }
    return pem
  }

  private static func proxy(
    _ cluster: ClusterEntry, environment: [String: String]
  ) throws(KubeconfigError) -> ProxySettings {
    guard let url = cluster.proxyURL else { return try ProxySettings.of(environment) }
    do {
      return try ProxySettings(url: url)
    } catch {
      throw .invalid(
        cluster.fields.error("proxy-url cannot be used: \(error.reasonText)", at: "proxy-url"))
    }
  }

  /// Fields and their order as in `client.authentication.k8s.io/v1` `Cluster`.
  private static func description(
    _ cluster: ClusterEntry, url: String, authorities: [UInt8]?
  ) -> Value {
    var document: Value = ["server": .string(url)]
    document["tls-server-name"] = cluster.tlsServerName.map(Value.string)
    if cluster.skipsVerification { document["insecure-skip-tls-verify"] = true }
    document["certificate-authority-data"] = authorities.map {
      .string(Data($0).base64EncodedString())
    }
    document["proxy-url"] = cluster.proxyURL.map(Value.string)
    if cluster.disablesCompression { document["disable-compression"] = true }
    document["config"] = cluster.pluginConfiguration
    return document
  }
}

extension FileContents {
  /// The bytes of a file that a kubeconfig names.
  static func referenced(
    _ path: String, by field: String, in fields: LocatedFields
  ) throws(KubeconfigError) -> [UInt8] {
    do {
      return try read(path)
    } catch {
      throw .unreadableReference(
        field: field, path: path, reason: error.description,
        at: fields.error("\(field) \(path): \(error.description)", at: field))
    }
  }
}
