import Testing

@testable import KubernetesClient

extension NetworkTests {
  struct TimeoutTests {
    private static let short = Duration.milliseconds(150)

    private func phase(
      _ url: String, _ timeouts: Timeouts, tls: TLSSettings = TLSSettings(), streaming: Bool = false
    ) async throws -> TimeoutPhase {
      let request = HTTPRequest(url: url, timeouts: timeouts)
      let started = ContinuousClock.now
      let error = try await transportError {
        if streaming {
          for try await _ in try await makeTransport(tls).stream(request).body {}
        } else {
          _ = try await makeTransport(tls).send(request)
        }
      }
      let took = ContinuousClock.now - started
      guard case .timedOut(let phase, let after, "127.0.0.1", _) = error else { throw error }
      #expect(after == Self.short)
      #expect(took >= Self.short - .milliseconds(5))
      #expect(took < .seconds(10))
      return phase
    }

    @Test func namesConnecting() async throws {
      let port = try CloggedPort()
      let phase = try await phase("http://127.0.0.1:\(port.number)/", Timeouts(connect: Self.short))
      #expect(phase == .connecting)
    }

    @Test(arguments: [
      Timeouts(connect: short), Timeouts(connect: .seconds(30), total: short),
    ])
    func namesHandshake(timeouts: Timeouts) async throws {
      let server = try await LoopbackServer.start(["--silent"])
      #expect(try await phase(server.url("/"), timeouts) == .tlsHandshake)
    }

    @Test(arguments: [
      Timeouts(connect: .seconds(30), idle: short), Timeouts(connect: .seconds(30), total: short),
    ])
    func namesFirstByte(timeouts: Timeouts) async throws {
      let server = try await LoopbackServer.start()
      #expect(try await phase(server.plainURL("/hang"), timeouts) == .firstByte)
    }

    @Test(
      arguments: [
        Timeouts(connect: .seconds(30), idle: short), Timeouts(connect: .seconds(30), total: short),
      ], [true, false])
    func namesTransfer(timeouts: Timeouts, streaming: Bool) async throws {
      let server = try await LoopbackServer.start()
      let phase = try await phase(server.plainURL("/hang?head=1"), timeouts, streaming: streaming)
      #expect(phase == .transferring)
      // The connection is not left open behind.
      _ = try await server.events.first { $0.event == "closed" }
    }

    @Test func idleTimeoutSparesActivity() async throws {
      let server = try await LoopbackServer.start()
      let request = HTTPRequest(
        url: server.plainURL("/slow?pieces=10&gap=0.1"),
        timeouts: Timeouts(connect: .seconds(30), idle: .milliseconds(700)))
      #expect(try await makeTransport().send(request).body.count == 60)
    }

    @Test func idleTimeoutSparesSlowReaders() async throws {
      let server = try await LoopbackServer.start()
      let request = HTTPRequest(
        url: server.plainURL("/endless?name=x&limit=33554432"),
        timeouts: Timeouts(connect: .seconds(30), idle: .milliseconds(300)))
      let stream = try await makeTransport().stream(request)
      try await Task.sleep(for: .milliseconds(800))
      var count = 0
      for try await chunk in stream.body { count += chunk.count }
      #expect(count == 33_554_432)
    }
  }
}
