import AsyncHTTPClient
import Documents
import Foundation
import NIOCore
import NIOHTTP1

/// cluster-gateway on a hub: an aggregated API whose subresource `proxy` hands requests on to clusters, with the
/// credential of the cluster's Secret in place of the caller's.
final class ClusterGateway: Sendable {
  static let kind = Kind(
    "cluster.core.oam.dev", "v1alpha1", "clustergateways", "ClusterGateway", namespaced: false)

  /// What discovery says of it. It knows no watch, and nothing is ever written to it.
  static let definition = ResourceDefinition(
    kind: kind, singular: "clustergateway", shortNames: [], categories: [], verbs: [.get, .list],
    subresources: [
      Subresource(
        name: "proxy", kind: "ClusterGatewayProxyOptions",
        verbs: [.create, .delete, .get, .patch, .update])
    ],
    schema: .any, strategy: PlainStrategy(), columns: [.name, .age], selectableFields: [],
    isCustom: false)

  /// Headers of a request that the cluster gets, and of an answer that the caller gets.
  private static let passed: Set<String> = [
    "accept", "content-type", "user-agent", "warning", "retry-after", "cache-control",
  ]

  private unowned let cluster: ClusterState
  /// Where the Secrets of the clusters are (`--secret-namespace`).
  private let secrets: String
  private let connections = GatewayConnections()

  init(cluster: ClusterState, secrets: String) {
    self.cluster = cluster
    self.secrets = secrets
  }

  /// Answers a request about clustergateways; nil for any other.
  func respond(to request: APIRequest, _ info: RequestInfo) async throws(APIFailure) -> APIResponse?
  {
    guard info.group == Self.kind.group, info.version == Self.kind.version,
      info.resource == Self.kind.plural
    else { return nil }
    switch (info.subresource, info.verb) {
    case ("proxy", _): return try await forward(request, info.name)
    case (nil, .get): return .json(200, try object(info.name))
    case (nil, .list): return .json(200, list)
    case (nil, _): throw .methodNotAllowed
    default: throw .noSuchResource
    }
  }

  private func object(_ name: String) throws(APIFailure) -> Value {
    guard let target = try? GatewayTarget.find(name, in: cluster, secrets: secrets) else {
      throw .notFound(Self.kind, name)
    }
    let access: Value = [
      "endpoint": ["type": "Const", "const": ["address": .string(target.address)]],
      "credential": [
        "type": .string(target.token == nil ? "X509Certificate" : "ServiceAccountToken")
      ],
    ]
    return [
      "apiVersion": .string(Self.kind.apiVersion), "kind": .string(Self.kind.kind),
      "metadata": ["name": .string(name)],
      "spec": ["provider": "", "access": access], "status": [:],
    ]
  }

  private var list: Value {
    let names = cluster.objects(.secrets, namespace: secrets)
      .filter { $0.at("metadata", "labels", GatewayTarget.credentialLabel) != nil }
      .map(\.objectName)
    return [
      "apiVersion": .string(Self.kind.apiVersion), "kind": "ClusterGatewayList", "metadata": [:],
      "items": .array(names.compactMap { try? object($0) }),
    ]
  }

  /// Whatever keeps the gateway itself from it is an InternalError, told apart by its message alone.
  private func forward(_ request: APIRequest, _ name: String) async throws(APIFailure)
    -> APIResponse
  {
    let target = try GatewayTarget.find(name, in: cluster, secrets: secrets)
    let prefix = "/apis/\(Self.kind.apiVersion)/\(Self.kind.plural)/\(name)/proxy"
    var outgoing = HTTPClientRequest(url: target.address + request.target.dropFirst(prefix.count))
    outgoing.method = .RAW(value: request.method)
    for (name, value) in request.headers where Self.passed.contains(name) {
      outgoing.headers.add(name: name, value: value)
    }
    if let token = target.token {
      outgoing.headers.add(name: "authorization", value: "Bearer \(token)")
    }
    if !request.body.isEmpty { outgoing.body = .bytes(ByteBuffer(bytes: request.body)) }
    do {
      let answer = try await connections.client(of: target)
        .execute(outgoing, deadline: .distantFuture)
      return try await Self.response(answer, isWatch: request.query.flag("watch") == true)
    } catch {
      throw .internal("error trying to reach \(target.address): \(error)")
    }
  }

  private static func response(
    _ answer: HTTPClientResponse, isWatch: Bool
  ) async throws -> APIResponse {
    let headers = answer.headers.map { (name: $0.name.lowercased(), value: $0.value) }
      .filter { passed.contains($0.name) }
    let body: APIResponse.Body =
      isWatch && answer.status == .ok
      ? .stream(stream(answer.body))
      : .bytes(Array(try await answer.body.collect(upTo: 64 << 20).readableBytesView))
    return APIResponse(status: Int(answer.status.code), headers: headers, body: body)
  }

  private static func stream(_ body: HTTPClientResponse.Body) -> ChunkStream {
    let (chunks, continuation) = AsyncStream<[UInt8]>.makeStream()
    let pump = Task {
      // A connection that breaks ends the watch, as it does for the gateway's own clients.
      do {
        for try await chunk in body { continuation.yield(Array(chunk.readableBytesView)) }
      } catch {}
      continuation.finish()
    }
    return ChunkStream(chunks: chunks) { pump.cancel() }
  }
}
