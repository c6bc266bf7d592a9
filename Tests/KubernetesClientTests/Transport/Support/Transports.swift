import Foundation
import Logging
import Synchronization
import Testing

@testable import KubernetesClient

/// A transport for tests: quiet, and masking nothing unless told so.
func makeTransport(
  _ tls: TLSSettings = TLSSettings(), proxy: ProxySettings = .none,
  logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
  masking: @escaping @Sendable (String) -> String = { $0 }
) -> CurlTransport {
  CurlTransport(
    tls: tls, proxy: proxy, userAgent: "mcctl-test/1", logger: logger, masking: masking)
}

/// What `/echo` of the loopback server tells of a request.
struct Echo: Decodable {
  let method: String
  let target: String
  let headers: [[String]]
  let body: String
  let connection: Int
  let subject: [String]
  let serverName: String?

  init(_ response: HTTPResponse) throws {
    self = try JSONDecoder().decode(Echo.self, from: Data(response.body))
  }

  func values(_ name: String) -> [String] {
    headers.filter { $0[0].lowercased() == name.lowercased() }.map { $0[1] }
  }
}

extension HTTPResponse {
  var text: String { String(decoding: body, as: UTF8.self) }
}

/// The bytes the loopback server fills bodies with.
func pattern(_ count: Int) -> [UInt8] {
  let period = Array("0123456789abcdef".utf8)
  return (0..<count).map { period[$0 % period.count] }
}

/// The ``TransportError`` that `body` throws.
func transportError(
  sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> some Any
) async throws -> TransportError {
  let error = await #expect(throws: TransportError.self, sourceLocation: sourceLocation) {
    _ = try await body()
  }
  return try #require(error, sourceLocation: sourceLocation)
}
