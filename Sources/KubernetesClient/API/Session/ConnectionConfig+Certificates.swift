extension ConnectionConfig {
  /// The certificates that the server shows, its own first, trusted or not: for finding out why a
  /// connection is not trusted. Takes the same way as requests, and sends no credential.
  ///
  /// - Throws: `TransportError` when there is no TLS connection, `CancellationError`.
  public func serverCertificates(options: ClientOptions = ClientOptions()) async throws
    -> [ServerCertificate]
  {
    let transport = CurlTransport(
      tls: tls, proxy: proxy, userAgent: options.userAgent, logger: options.logger,
      masking: { Redaction.masked($0) })
    return try await transport.serverCertificates(of: server)
  }
}
