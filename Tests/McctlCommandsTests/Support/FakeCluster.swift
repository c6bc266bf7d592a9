import Documents
import KubernetesClient
import Synchronization

/// An API server in memory that answers what it is told to, and remembers what it was asked.
final class FakeCluster: HTTPTransport {
  /// One request as tests look at it.
  struct Request: Sendable, Hashable {
    let method: HTTPMethod
    /// Path and query, without the server.
    let path: String
  }

  private struct State {
    var answers: [(prefix: String, status: Int, body: Value)] = []
    var requests: [Request] = []
  }

  private let state = Mutex(State())

  /// Answers GET requests whose path begins so; the answer told last is found first.
  func answer(_ prefix: String, with body: Value, status: Int = 200) {
    state.withLock { $0.answers.insert((prefix, status, body), at: 0) }
  }

  /// Everything that was asked, in order.
  var requests: [Request] { state.withLock { $0.requests } }

  /// Requests that change something; checking one's rights changes nothing.
  var writes: [Request] {
    requests.filter { $0.method != .get && !$0.path.contains("/selfsubjectaccessreviews") }
  }

  func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    let path = Self.path(of: request.url)
    let answer = state.withLock { state -> (Int, Value) in
      state.requests.append(Request(method: request.method, path: path))
      let found = state.answers.first { path.hasPrefix($0.prefix) }
      return found.map { ($0.status, $0.body) } ?? (404, Self.notFound)
    }
    var headers = HTTPHeaders()
    headers["Content-Type"] = "application/json"
    return HTTPResponse(status: answer.0, headers: headers, body: JSON.encode(answer.1))
  }

  func stream(_ request: HTTPRequest) async throws -> HTTPStream {
    let response = try await send(request)
    let rest = Mutex<[UInt8]?>(response.body)
    return HTTPStream(
      status: response.status, headers: response.headers,
      body: HTTPBody {
        rest.withLock { bytes in
          defer { bytes = nil }
          return bytes
        }
      })
  }

  private static func path(of url: String) -> String {
    let parts = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
    return parts.count > 2 ? "/" + parts[2] : "/"
  }

  private static let notFound: Value = [
    "kind": "Status", "apiVersion": "v1", "status": "Failure", "reason": "NotFound", "code": 404,
    "message": "the server could not find the requested resource",
  ]
}
