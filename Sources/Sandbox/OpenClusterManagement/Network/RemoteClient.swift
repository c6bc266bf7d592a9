import AsyncHTTPClient
import Documents
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL

/// A client of an API server somewhere on the network, over verified TLS, with a bearer token or
/// a client certificate. The server's RBAC decides what it may do.
final class RemoteClient: HubClient {
  private let server: String
  private let token: String?
  private let userAgent: String
  private let http: HTTPClient
  private let retry: Duration

  /// - Parameters:
  ///   - userAgent: first part of the User-Agent: the API server records it as field manager.
  ///   - retry: wait before a watch that broke or was refused is tried again.
  init(_ kubeconfig: HubKubeconfig, userAgent: String, retry: Duration) throws {
    server =
      kubeconfig.server.hasSuffix("/")
      ? String(kubeconfig.server.dropLast()) : kubeconfig.server
    token = kubeconfig.token
    self.userAgent = "\(userAgent)/\(OCM.version)"
    self.retry = retry
    var configuration = HTTPClient.Configuration(tlsConfiguration: try Self.tls(kubeconfig))
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.httpVersion = .http1Only
    configuration.timeout.connect = .seconds(5)
    http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }

  /// A client that nobody closed, as an agent's that is stopped, closes its connections with itself: the
  /// library ends the process otherwise.
  deinit { close() }

  /// Closes the connections, without waiting for the peer to agree.
  func close() {
    http.shutdown { _ in }
  }

  func get(_ k: Kind, _ name: String, _ namespace: String?) async throws -> Value {
    try await send(.GET, path(k, namespace, name))
  }

  func list(_ k: Kind, _ namespace: String?, labelSelector: String?) async throws -> [Value] {
    try await listing(k, namespace, name: nil, labelSelector: labelSelector).items
  }

  func create(_ k: Kind, _ object: Value, _ namespace: String?) async throws -> Value {
    try await send(.POST, path(k, namespace), body: object)
  }

  func update(
    _ k: Kind, _ object: Value, _ namespace: String?, subresource: String?
  ) async throws -> Value {
    try await send(.PUT, path(k, namespace, object.objectName, subresource), body: object)
  }

  func patch(
    _ k: Kind, _ name: String, _ namespace: String?, merge: Value, subresource: String?
  ) async throws -> Value {
    try await send(
      .PATCH, path(k, namespace, name, subresource), body: merge,
      contentType: "application/merge-patch+json")
  }

  func delete(_ k: Kind, _ name: String, _ namespace: String?) async throws {
    _ = try await send(.DELETE, path(k, namespace, name))
  }

  func watch(_ k: Kind, _ namespace: String?) -> AsyncStream<(type: String, object: Value)> {
    watch(k, namespace, name: nil)
  }

  func watch(
    _ k: Kind, _ namespace: String?, name: String?
  ) -> AsyncStream<(type: String, object: Value)> {
    let (stream, continuation) = AsyncStream<(type: String, object: Value)>.makeStream()
    let task = Task {
      let follower = RemoteWatch(client: self, kind: k, namespace: namespace, name: name)
      await follower.run(retry: retry) { continuation.yield($0) }
      continuation.finish()
    }
    continuation.onTermination = { _ in task.cancel() }
    return stream
  }
}

// MARK: - Requests

extension RemoteClient {
  /// A list and the version from which a watch can go on.
  struct Listing: Sendable {
    let items: [Value]
    let resourceVersion: String
  }

  /// Lists objects, those of one name when `name` is given.
  func listing(
    _ kind: Kind, _ namespace: String?, name: String?, labelSelector: String?
  ) async throws -> Listing {
    var query: [String] = []
    if let labelSelector { query.append("labelSelector=\(Self.escaped(labelSelector))") }
    if let name { query.append("fieldSelector=\(Self.escaped("metadata.name=\(name)"))") }
    let list = try await send(.GET, path(kind, namespace) + Self.query(query))
    return Listing(
      items: (list["items"]?.array ?? []).map { item in
        var item = item
        if item["kind"] == nil {
          item["kind"] = .string(kind.kind)
          item["apiVersion"] = .string(kind.apiVersion)
        }
        return item
      },
      resourceVersion: list.at("metadata", "resourceVersion")?.string ?? "")
  }

  /// Opens a watch; the body delivers one event a line.
  func openWatch(
    _ kind: Kind, _ namespace: String?, name: String?, resourceVersion: String
  ) async throws -> HTTPClientResponse.Body {
    var query = ["watch=true", "allowWatchBookmarks=true", "resourceVersion=\(resourceVersion)"]
    if let name { query.append("fieldSelector=\(Self.escaped("metadata.name=\(name)"))") }
    let request = request(.GET, path(kind, namespace) + Self.query(query))
    let response = try await http.execute(request, deadline: .distantFuture)
    guard response.status == .ok else {
      throw Self.failure(response, try await response.body.collect(upTo: 1 << 20))
    }
    return response.body
  }

  private func send(
    _ method: HTTPMethodName, _ path: String, body: Value? = nil,
    contentType: String = "application/json"
  ) async throws -> Value {
    var request = request(method, path)
    if let body {
      request.headers.add(name: "Content-Type", value: contentType)
      request.body = .bytes(ByteBuffer(bytes: JSON.encode(body)))
    }
    let response: HTTPClientResponse
    do {
      response = try await http.execute(request, timeout: .seconds(15))
    } catch {
      try Task.checkCancellation()
      throw ConnectionFailure(method.verb, server + path, error)
    }
    let contents = try await response.body.collect(upTo: 64 << 20)
    guard (200..<300).contains(response.status.code) else {
      throw Self.failure(response, contents)
    }
    return try JSON.decode(Array(contents.readableBytesView))
  }

  private func request(_ method: HTTPMethodName, _ path: String) -> HTTPClientRequest {
    var request = HTTPClientRequest(url: server + path)
    request.method = .RAW(value: method.rawValue)
    request.headers.add(name: "User-Agent", value: userAgent)
    request.headers.add(name: "Accept", value: "application/json")
    if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
    return request
  }

  private static func failure(
    _ response: HTTPClientResponse, _ contents: ByteBuffer
  ) -> APIFailure {
    let code = Int(response.status.code)
    if let status = try? JSON.decode(Array(contents.readableBytesView)),
      status["kind"]?.string == "Status"
    {
      return APIFailure(status: status, code: code)
    }
    return .failure(code, "", "the server answered \(code) \(response.status.reasonPhrase)")
  }

  private func path(
    _ kind: Kind, _ namespace: String?, _ name: String? = nil, _ subresource: String? = nil
  ) -> String {
    var parts = kind.group.isEmpty ? ["api", kind.version] : ["apis", kind.group, kind.version]
    if let namespace, kind.namespaced { parts += ["namespaces", namespace] }
    parts.append(kind.plural)
    if let name { parts.append(Self.escaped(name)) }
    if let subresource { parts.append(subresource) }
    return "/" + parts.joined(separator: "/")
  }

  private static func query(_ parts: [String]) -> String {
    parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
  }

  private static func escaped(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
  }

  private static func tls(_ kubeconfig: HubKubeconfig) throws -> TLSConfiguration {
    var tls = TLSConfiguration.makeClientConfiguration()
    if kubeconfig.skipsVerification { tls.certificateVerification = .none }
    if let authority = kubeconfig.certificateAuthority {
      tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(authority))
    }
    if let certificate = kubeconfig.clientCertificate, let key = kubeconfig.clientKey {
      tls.certificateChain = try NIOSSLCertificate.fromPEMBytes(certificate)
        .map(NIOSSLCertificateSource.certificate)
      tls.privateKey = .privateKey(try NIOSSLPrivateKey(bytes: key, format: .pem))
    }
    return tls
  }
}

/// The HTTP methods of the Kubernetes API.
private enum HTTPMethodName: String {
  case GET, POST, PUT, PATCH, DELETE

  /// As Go's errors spell it.
  var verb: String { rawValue.prefix(1) + rawValue.dropFirst().lowercased() }
}
