import Documents
import Foundation

@testable import Sandbox

/// A cluster that answers requests in this process, without a network.
struct TestServer {
  /// What came back.
  struct Answer {
    let status: Int
    let headers: [(name: String, value: String)]
    /// The body as it was written; of watches every line.
    let text: String

    /// The body as a document; null when it is none.
    var body: Value { (try? JSON.decode(text)) ?? .null }

    /// The events of a watch.
    var events: [Value] {
      text.split(separator: "\n").compactMap { try? JSON.decode(String($0)) }
    }

    var reason: String { body["reason"]?.string ?? "" }
    var message: String { body["message"]?.string ?? "" }

    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
  }

  let api: APIServer
  private let handler: RequestHandler
  private let certificate: [UInt8]

  /// Makes a cluster with a namespace `test`.
  init(name: String = "test") throws {
    let api = try APIServer(APIServer.Configuration(name: name))
    self.api = api
    handler = RequestHandler(
      cluster: api.cluster, authenticator: Authenticator(cluster: api.cluster),
      address: { "127.0.0.1:6443" })
    let issued = try api.authority.issueClient(user: "admin", groups: ["system:masters"])
    let lines = issued.certificate.split(separator: "\n").filter { !$0.hasPrefix("-----") }
    certificate = Array(Data(base64Encoded: lines.joined()) ?? Data())
  }

  var cluster: ClusterState { api.cluster }

  /// A client that writes as a controller of that name.
  func client(_ manager: String) -> any ResourceClient { api.localClient(userAgent: manager) }

  /// Sends a request as the administrator, unless the headers say who sends it.
  func send(
    _ method: String, _ target: String, headers: [String: String] = [:], body: [UInt8] = []
  ) async -> Answer {
    var all = ["user-agent": "mcctl-recorder/1.0", "accept": "application/json"]
    for (name, value) in headers { all[name.lowercased()] = value }
    var request = APIRequest(
      method: method, target: target, headers: all.map { ($0.key, $0.value) }, body: body)
    let isAnonymous = all["authorization"] != nil || all["x-test-anonymous"] != nil
    if !isAnonymous { request.clientCertificate = certificate }
    let response = await handler.respond(to: request).response
    var bytes: [UInt8] = []
    switch response.body {
    case .bytes(let all): bytes = all
    case .stream(let stream): for await chunk in stream.chunks { bytes += chunk }
    }
    return Answer(
      status: response.status, headers: response.headers,
      text: String(decoding: bytes, as: UTF8.self))
  }

  /// Sends a document.
  func send(
    _ method: String, _ target: String, _ object: Value, type: String = "application/json",
    as user: String? = nil
  ) async -> Answer {
    var headers = ["content-type": type]
    if let user { headers["impersonate-user"] = user }
    return await send(method, target, headers: headers, body: JSON.encode(object))
  }

  /// Reads a document.
  func get(_ target: String, as user: String? = nil) async -> Answer {
    await send("GET", target, headers: user.map { ["impersonate-user": $0] } ?? [:])
  }
}
