/// What a server is verified by and what a client shows of itself. TLS 1.2 is the least that is spoken.
public struct TLSSettings: Sendable, Hashable {
  /// Certificate authorities as PEM, the only ones trusted when given; nil trusts the system's.
  public var caBundle: [UInt8]?
  /// The client's certificate as PEM, intermediates after it.
  public var clientCertificate: [UInt8]?
  /// The unencrypted private key of ``clientCertificate`` as PEM.
  public var clientKey: [UInt8]?
  /// Name to ask for (SNI) and to verify instead of the URL's host: a kubeconfig's `tls-server-name`.
  public var serverName: String?
  /// Whether any certificate is taken: a kubeconfig's `insecure-skip-tls-verify`, and nothing else.
  public var skipsVerification: Bool

  /// Settings of these parts; none given trusts the system's authorities and shows no client certificate.
  public init(
    caBundle: [UInt8]? = nil, clientCertificate: [UInt8]? = nil, clientKey: [UInt8]? = nil,
    serverName: String? = nil, skipsVerification: Bool = false
  ) {
    self.caBundle = caBundle
    self.clientCertificate = clientCertificate
    self.clientKey = clientKey
    self.serverName = serverName
    self.skipsVerification = skipsVerification
  }
}
