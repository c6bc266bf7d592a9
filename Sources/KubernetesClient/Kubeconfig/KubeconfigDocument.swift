public import Documents
import FoundationEssentials

/// Writes a minimal kubeconfig, such as agents get to register with.
public struct KubeconfigDocument: Sendable {
  /// The API server's URL.
  public var server: String
  /// Certificate authorities (PEM) that the server is verified by; nil trusts the system's.
  public var caBundle: [UInt8]?
  /// The bearer token; nil leaves the user without credentials.
  public var token: Secret?
  /// The proxy to go through.
  public var proxyURL: String?
  /// The name to verify instead of the URL's host.
  public var tlsServerName: String?
  /// What cluster, user and context are called in it.
  public var clusterName: String
  /// What the user is called in it.
  public var userName: String
  /// What the context is called in it.
  public var contextName: String
  /// The context's namespace.
  public var namespace: String?

  /// Describes a kubeconfig.
  public init(
    server: String, caBundle: [UInt8]?, token: Secret?, proxyURL: String? = nil,
    tlsServerName: String? = nil, clusterName: String = "hub", userName: String = "bootstrap",
    contextName: String = "bootstrap", namespace: String? = nil
  ) {
    self.server = server
    self.caBundle = caBundle
    self.token = token
    self.proxyURL = proxyURL
    self.tlsServerName = tlsServerName
    self.clusterName = clusterName
    self.userName = userName
    self.contextName = contextName
    self.namespace = namespace
  }

  /// The document.
  public var value: Value {
    var cluster: Value = ["server": .string(server)]
    cluster["certificate-authority-data"] = caBundle.map {
      .string(Data($0).base64EncodedString())
    }
    cluster["tls-server-name"] = tlsServerName.map(Value.string)
    cluster["proxy-url"] = proxyURL.map(Value.string)
    var user: Value = .object(Object())
    user["token"] = token.map { .string($0.revealed) }
    var context: Value = ["cluster": .string(clusterName), "user": .string(userName)]
    context["namespace"] = namespace.map(Value.string)
    return [
      "apiVersion": "v1",
      "kind": "Config",
      "clusters": [["name": .string(clusterName), "cluster": cluster]],
      "users": [["name": .string(userName), "user": user]],
      "contexts": [["name": .string(contextName), "context": context]],
      "current-context": .string(contextName),
    ]
  }
}
