import KubernetesClient
import Synchronization

/// The life of a program that is killed after a number of writes: from then on nothing leaves it.
final class Life: Sendable {
  private struct State {
    var writes: [String] = []
    let limit: Int?
  }

  private let state: Mutex<State>

  /// A life that ends right after that many writes; nil never ends.
  init(writes limit: Int? = nil) { state = Mutex(State(limit: limit)) }

  /// The writes that were made, in order.
  var writes: [String] { state.withLock { $0.writes } }
  /// True once the program is dead.
  var isOver: Bool {
    state.withLock { state in
      guard let limit = state.limit else { return false }
      return state.writes.count >= limit
    }
  }

  fileprivate func note(_ write: String) { state.withLock { $0.writes.append(write) } }
}

/// Carries requests as long as the life lasts. Both clusters of an operation share one life.
struct MortalTransport: HTTPTransport {
  let base: any HTTPTransport
  let life: Life

  func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard !life.isOver else { throw CancellationError() }
    let response = try await base.send(request)
    if Self.isWrite(request), response.status < 300 {
      let path = request.url.prefix { $0 != "?" }
      life.note("\(request.method.rawValue) \(path)")
      guard !life.isOver else { throw CancellationError() }
    }
    return response
  }

  func stream(_ request: HTTPRequest) async throws -> HTTPStream {
    guard !life.isOver else { throw CancellationError() }
    let stream = try await base.stream(request)
    return HTTPStream(
      status: stream.status, headers: stream.headers,
      body: HTTPBody { [life] in
        guard !life.isOver else { throw CancellationError() }
        // A body has one position, whoever reads it.
        var iterator = stream.body.makeAsyncIterator()
        return try await iterator.next()
      })
  }

  /// Reviews are questions, although they are sent as POST.
  private static func isWrite(_ request: HTTPRequest) -> Bool {
    request.method != .get && !request.url.contains("reviews")
      && !request.url.contains("dryRun=All")
  }
}
