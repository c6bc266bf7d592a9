import Logging
import Synchronization
import Testing

@testable import KubernetesClient

struct RetryingTransportTests {
  /// Answers with what it was given, in order, and counts.
  private final class Script: HTTPTransport {
    let steps: Mutex<[Result<HTTPResponse, any Error>]>
    let slept = Mutex<[Duration]>([])

    init(_ steps: [Result<HTTPResponse, any Error>]) {
      self.steps = Mutex(steps)
    }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
      try steps.withLock { $0.removeFirst() }.get()
    }

    func stream(_ request: HTTPRequest) async throws -> HTTPStream {
      let response = try await send(request)
      return HTTPStream(status: response.status, headers: response.headers, body: HTTPBody { nil })
    }

    var left: Int { steps.withLock { $0.count } }
  }

  private let refused = Result<HTTPResponse, any Error>.failure(
    TransportError.refused(host: "hub", port: 1))
  private let lost = Result<HTTPResponse, any Error>.failure(
    TransportError.connectionLost(
      ConnectionLoss(host: "hub", port: 1, bytesReceived: 0, detail: "")))
  private let busy = Result<HTTPResponse, any Error>.success(
    HTTPResponse(status: 429, headers: ["retry-after": "2"]))
  private let done = Result<HTTPResponse, any Error>.success(HTTPResponse(status: 200))

  private func retrying(_ script: Script) -> RetryingTransport {
    RetryingTransport(
      script, policy: .standard,
      sleep: { duration in script.slept.withLock { $0.append(duration) } },
      jitter: { 0 })
  }

  @Test(arguments: [false, true])
  func goesOnUntilAnAnswer(streaming: Bool) async throws {
    let script = Script([refused, lost, busy, done, done])
    let request = HTTPRequest(url: "https://hub/")
    let status =
      streaming
      ? try await retrying(script).stream(request).status
      : try await retrying(script).send(request).status
    #expect(status == 200)
    #expect(script.left == 1)
    #expect(script.slept.withLock { $0 } == [.milliseconds(100), .milliseconds(200), .seconds(2)])
  }

  @Test func handsOnTheLastAnswer() async throws {
    let script = Script(Array(repeating: busy, count: 10))
    let response = try await retrying(script).send(HTTPRequest(method: .post, url: "https://hub/"))
    #expect(response.status == 429)
    #expect(script.left == 5)
  }

  @Test func handsOnTheLastFailure() async throws {
    let script = Script(Array(repeating: refused, count: 10))
    await #expect(throws: TransportError.refused(host: "hub", port: 1)) {
      try await retrying(script).send(HTTPRequest(method: .post, url: "https://hub/"))
    }
    #expect(script.left == 7)
  }

  @Test func sendsLostWritesOnce() async throws {
    let script = Script([lost, done])
    await #expect(throws: TransportError.self) {
      try await retrying(script).send(HTTPRequest(method: .put, url: "https://hub/"))
    }
    #expect(script.left == 1)
  }

  @Test func endsWithItsTask() async throws {
    let script = Script(Array(repeating: refused, count: 10))
    let task = Task {
      let transport = RetryingTransport(script, policy: RetryPolicy(firstDelay: .seconds(50)))
      return try await transport.send(HTTPRequest(url: "https://hub/"))
    }
    while script.left == 10 { await Task.yield() }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(script.left == 9)
  }

  @Test func passesOnWhatIsNoTransportError() async throws {
    let script = Script([.failure(CancellationError()), done])
    await #expect(throws: CancellationError.self) {
      try await retrying(script).send(HTTPRequest(url: "https://hub/"))
    }
    #expect(script.left == 1)
  }
}
