import Testing

@testable import KubernetesClient

extension NetworkTests {
  struct StreamTests {
    let server: LoopbackServer
    let transport = makeTransport()

    init() async throws {
      server = try await .start()
    }

    private func stream(_ path: String, _ timeouts: Timeouts = .unbounded) async throws
      -> HTTPStream
    {
      try await transport.stream(HTTPRequest(url: server.plainURL(path), timeouts: timeouts))
    }

    @Test(arguments: [1, 2, 3, 7, 4096])
    func joinsChunksSplitAnywhere(step: Int) async throws {
      let body = try await stream("/chunks?sizes=1,2,15,16,17,300&step=\(step)")
      #expect(body.status == 200)
      #expect(body.headers["X-Trailer"] == nil)
      #expect(try await body.collected().body == pattern(351))
    }

    @Test func givesWhatIsThereBeforeTheEnd() async throws {
      var body = try await stream("/lines").body.makeAsyncIterator()
      #expect(try await body.next() == Array("first\n".utf8))
      _ = try await transport.send(HTTPRequest(url: server.plainURL("/release")))
      #expect(try await body.next() == Array("second\n".utf8))
      #expect(try await body.next() == nil)
      #expect(try await body.next() == nil)
    }

    @Test func givesHeadOfErrors() async throws {
      let answer = try await stream("/status?code=410").collected()
      #expect(answer.status == 410)
      #expect(answer.text == "status")
    }

    @Test func limitsWhatIsCollected() async throws {
      let stream = try await stream("/bytes?count=1001")
      await #expect(throws: TransportError.tooLarge(limit: 1000)) {
        try await stream.collected(limit: 1000)
      }
    }

    @Test(arguments: ["/half", "/half-chunk"])
    func failsAfterWhatArrived(path: String) async throws {
      var received: [UInt8] = []
      let body = try await stream(path).body
      let error = try await transportError {
        for try await chunk in body { received += chunk }
      }
      #expect(received.starts(with: Array("0123456789".utf8)))
      guard case .connectionLost(let loss) = error else { throw error }
      #expect(loss.bytesReceived == received.count)
    }

    @Test(arguments: ["", "&gzip=1"])
    func deliversBigBodies(option: String) async throws {
      let total = 64 * 1024 * 1024
      var count = 0
      var isIntact = true
      for try await chunk in try await stream("/endless?name=big&limit=\(total)\(option)").body {
        isIntact = isIntact && chunk.first == Self.patternByte(count)
        count += chunk.count
      }
      #expect(count == total)
      #expect(isIntact)
    }

    private static func patternByte(_ position: Int) -> UInt8 {
      Array("0123456789abcdef".utf8)[position % 16]
    }

    /// Nobody reads, so the server is stopped by full buffers: ours, libcurl's and the sockets'.
    @Test func holdsServerBack() async throws {
      let stream = try await stream("/endless?name=held")
      let sent = try await settledCount(of: "held")
      #expect(sent > 0)
      #expect(sent < 32 * 1024 * 1024)

      // Reading makes room, so the server goes on.
      var iterator = stream.body.makeAsyncIterator()
      var read = 0
      while read < sent + 1024 * 1024, let chunk = try await iterator.next() { read += chunk.count }
      #expect(try await count(of: "held") > sent)
    }

    @Test func heldBackStreamsLeaveOthersAlone() async throws {
      var held: [HTTPStream] = []
      for index in 0..<4 { held.append(try await stream("/endless?name=other\(index)")) }
      for index in 0..<4 { _ = try await settledCount(of: "other\(index)") }
      for _ in 0..<20 {
        #expect(try await transport.send(HTTPRequest(url: server.plainURL("/"))).status == 200)
      }
      #expect(held.count == 4)
    }

    @Test func endsTransferWhenDropped() async throws {
      do { _ = try await stream("/endless?name=dropped") }
      let closed = try await server.events.first { $0.event == "closed" }
      #expect(closed.error != nil)
    }

    @Test func endsTransferWhenReaderIsCancelled() async throws {
      let stream = try await stream("/hang?head=1")
      let reader = Task { for try await _ in stream.body {} }
      _ = try await server.events.first { $0.event == "request" }
      reader.cancel()
      await #expect(throws: CancellationError.self) { try await reader.value }
      _ = try await server.events.first { $0.event == "closed" }
      await #expect(throws: CancellationError.self) { for try await _ in stream.body {} }
    }

    @Test func keepsConnectionAfterEnd() async throws {
      for _ in 1...3 { _ = try await stream("/chunks?sizes=5").collected() }
      let events = try await server.eventsSoFar(over: transport)
      // The question for the events goes over another, as no stream does.
      #expect(events.filter { $0.event == "connected" }.count == 2)
    }

    private func count(of name: String) async throws -> Int {
      let response = try await transport.send(
        HTTPRequest(url: server.plainURL("/sent?name=\(name)")))
      return try #require(Int(response.text))
    }

    /// What the server has sent when it does not get on any more.
    private func settledCount(of name: String) async throws -> Int {
      var last = -1
      while true {
        let now = try await count(of: name)
        if now == last { return now }
        last = now
        try await Task.sleep(for: .milliseconds(100))
      }
    }
  }
}
