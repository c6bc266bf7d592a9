/// What Kubernetes mounts into a Pod for its service account (client-go `rest.InClusterConfig`).
struct ServiceAccountMount: Sendable {
  /// The directory with `token`, `ca.crt` and `namespace`.
  let directory: String

  /// Where every Pod has it.
  static let standard = ServiceAccountMount(
    directory: "/var/run/secrets/kubernetes.io/serviceaccount")

  /// The connection to the Pod's own cluster; nil outside a Pod.
  func connection(environment: [String: String]) throws(KubeconfigError) -> ConnectionConfig? {
    guard let host = environment["KUBERNETES_SERVICE_HOST"], !host.isEmpty,
      let port = environment["KUBERNETES_SERVICE_PORT"], !port.isEmpty,
      (try? FileContents.read("\(directory)/token")) != nil
    else { return nil }
    let authority = host.contains(":") ? "[\(host)]" : host
    let namespace = (try? FileContents.read("\(directory)/namespace"))
      .map { String(decoding: $0, as: UTF8.self).trimmingWhitespace() }
    return ConnectionConfig(
      contextName: "in-cluster", clusterName: "in-cluster", userName: "service account",
      server: "https://\(authority):\(port)",
      tls: TLSSettings(caBundle: try? FileContents.read("\(directory)/ca.crt")),
      credential: .tokenFile(path: "\(directory)/token", fallback: nil),
      proxy: try ProxySettings.of(environment), namespace: namespace,
      environment: environment, source: "in-cluster")
  }
}

extension ProxySettings {
  /// The proxies that an environment names.
  static func of(_ environment: [String: String]) throws(KubeconfigError) -> ProxySettings {
    do {
      return try ProxySettings(environment: environment)
    } catch {
      throw .invalidProxyVariable(reason: error.reasonText)
    }
  }
}

extension TransportError {
  /// Why an URL was refused.
  var reasonText: String {
    if case .invalidURL(_, let reason) = self { reason } else { "\(self)" }
  }
}
