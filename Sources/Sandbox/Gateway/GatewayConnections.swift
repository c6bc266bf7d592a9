import AsyncHTTPClient
import NIOCore
import NIOSSL
import Synchronization

/// The connections of a gateway to the clusters behind it, one client for each way of getting there.
final class GatewayConnections: Sendable {
  private let clients = Mutex<[GatewayTarget: HTTPClient]>([:])

  /// The library ends the process when a client is given up that was not closed.
  deinit {
    for client in clients.withLock({ Array($0.values) }) { client.shutdown { _ in } }
  }

  /// The client for a cluster.
  func client(of target: GatewayTarget) throws -> HTTPClient {
    try clients.withLock { clients in
      if let known = clients[target] { return known }
      var configuration = HTTPClient.Configuration(tlsConfiguration: try Self.tls(target))
      configuration.connectionPool.retryConnectionEstablishment = false
      configuration.httpVersion = .http1Only
      configuration.timeout.connect = .seconds(5)
      let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
      clients[target] = client
      return client
    }
  }

  private static func tls(_ target: GatewayTarget) throws -> TLSConfiguration {
    var tls = TLSConfiguration.makeClientConfiguration()
    if let authority = target.authority {
      tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(authority))
    } else {
      tls.certificateVerification = .none
    }
    if let certificate = target.certificate, let key = target.key {
      tls.certificateChain = try NIOSSLCertificate.fromPEMBytes(certificate)
        .map(NIOSSLCertificateSource.certificate)
      tls.privateKey = .privateKey(try NIOSSLPrivateKey(bytes: key, format: .pem))
    }
    return tls
  }
}
