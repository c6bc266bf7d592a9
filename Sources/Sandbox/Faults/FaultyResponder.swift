import Documents

/// Lets faults strike on the way between listener and API.
struct FaultyResponder: Sendable {
  let cluster: ClusterState

  /// Answers a request as its faults have it; nil means that the connection is closed.
  func respond(
    to request: APIRequest, _ answer: (APIRequest) async -> APIResponse
  ) async -> APIResponse? {
    guard !request.path.hasPrefix(FaultControl.path) else { return await answer(request) }
    let effects = cluster.faults.effects(method: request.method, path: request.path)
    var request = request
    for effect in effects {
      switch effect {
      case .latency(let milliseconds): try? await Task.sleep(for: .milliseconds(milliseconds))
      case .drop: return nil
      case .status(let code, let seconds): return .failure(Self.failure(code, seconds))
      case .cutWatch(let events): request.watchLimit = events
      case .expire: cluster.store.compact()
      case .slowBody: break
      }
    }
    var response = await answer(request)
    for case .slowBody(let bytes, let pause) in effects {
      response = response.slowed(bytes: bytes, pause: .milliseconds(pause))
    }
    return response
  }

  private static func failure(_ code: Int, _ seconds: Int?) -> APIFailure {
    var failure: APIFailure =
      switch code {
      case 429:
        APIFailure(
          429, "TooManyRequests", "The server is currently unable to handle the request",
          details: ["retryAfterSeconds": .integer(seconds ?? 1)])
      case 503:
        APIFailure(
          503, "ServiceUnavailable", "the server is currently unable to handle the request")
      case 504: APIFailure(504, "Timeout", "the request did not complete in time")
      default: .internal("injected fault")
      }
    if failure.code != code {
      failure = APIFailure(code, "Unknown", "an injected fault answers \(code)")
    }
    failure.retryAfter = seconds
    return failure
  }
}

extension APIResponse {
  /// This answer with its body sent bit by bit.
  fileprivate func slowed(bytes size: Int, pause: Duration) -> APIResponse {
    guard case .bytes(let bytes) = body else { return self }
    let (chunks, continuation) = AsyncStream<[UInt8]>.makeStream()
    let pump = Task {
      for start in stride(from: 0, to: bytes.count, by: size) {
        continuation.yield(Array(bytes[start..<min(start + size, bytes.count)]))
        do { try await Task.sleep(for: pause) } catch { break }
      }
      continuation.finish()
    }
    var response = self
    response.body = .stream(ChunkStream(chunks: chunks) { pump.cancel() })
    return response
  }
}
