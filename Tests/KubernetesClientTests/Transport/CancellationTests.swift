import Testing

@testable import KubernetesClient

extension NetworkTests {
  struct CancellationTests {
    /// An end that did not wait for the server; a busy machine may take its time for it.
    private let promptly = Duration.seconds(3)

    /// Cancels a request once `isUnderWay` and returns how long the task then took to end.
    private func cancel(
      _ url: String, streaming: Bool = false, when isUnderWay: () async throws -> Void
    ) async throws -> Duration {
      let task = Task {
        let request = HTTPRequest(url: url, timeouts: .unbounded)
        if streaming {
          _ = try await makeTransport().stream(request)
        } else {
          _ = try await makeTransport().send(request)
        }
      }
      try await isUnderWay()
      let started = ContinuousClock.now
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      return .now - started
    }

    @Test(arguments: [false, true])
    func endsWhileWaitingForAnswer(streaming: Bool) async throws {
      let server = try await LoopbackServer.start()
      let took = try await cancel(server.plainURL("/hang"), streaming: streaming) {
        _ = try await server.events.first { $0.event == "request" }
      }
      #expect(took < promptly)
      _ = try await server.events.first { $0.event == "closed" }
    }

    @Test func endsWhileShakingHands() async throws {
      let server = try await LoopbackServer.start(["--silent"])
      let took = try await cancel(server.url("/")) {
        _ = try await server.events.first { $0.event == "connected" }
      }
      #expect(took < promptly)
    }

    @Test func endsWhileConnecting() async throws {
      let port = try CloggedPort()
      let took = try await cancel("http://127.0.0.1:\(port.number)/") { await Task.yield() }
      #expect(took < promptly)
    }

    @Test func doesNotStartWhenCancelledAlready() async throws {
      let server = try await LoopbackServer.start()
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return try await makeTransport().send(HTTPRequest(url: server.plainURL("/")))
      }
      await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func othersGoOn() async throws {
      let server = try await LoopbackServer.start()
      let url = server.plainURL("/slow?first=0.05")
      let transport = makeTransport()
      await withTaskGroup(of: Void.self) { group in
        for index in 0..<60 {
          group.addTask {
            let task = Task { try await transport.send(HTTPRequest(url: url)) }
            if index % 2 == 0 {
              task.cancel()
              await #expect(throws: CancellationError.self) { try await task.value }
            } else {
              let response = await Result { try await task.value }
              #expect((try? response.get())?.text == "piece\n")
            }
          }
        }
      }
    }
  }
}
