import Documents
import Foundation
import Synchronization
import Testing

@testable import KubernetesClient

@Suite struct AuthenticationTests {
  private static let version = ScriptedTransport.Answer.json(
    #"{"major":"1","minor":"36","gitVersion":"v1.36.0","platform":"p"}"#)
  private static let refusal = ScriptedTransport.Answer.json(
    #"{"kind":"Status","status":"Failure","reason":"Unauthorized","code":401}"#, status: 401)

  private func headers(
    _ credential: Credential, impersonation: Impersonation? = nil
  ) async throws -> HTTPHeaders {
    let hub = TestHub(credential: credential, impersonation: impersonation) { _, _ in Self.version }
    _ = try await hub.reader.version()
    return try #require(hub.requests.first).headers
  }

  @Test func token() async throws {
    #expect(try await headers(.token(Secret("t")))["Authorization"] == "Bearer t")
    #expect(try await headers(.none)["Authorization"] == nil)
  }

  @Test func aRefusedTokenThatHasExpiredIsSaidToHave() async throws {
    for (expiry, reason) in [
      (1_577_836_800, "the token expired at 2020-01-01T00:00:00Z"), (4_000_000_000, ""),
    ] {
      let token = BearerTokenClaimsTests.token(["exp": .integer(expiry)])
      let hub = TestHub(credential: .token(Secret(token))) { _, _ in Self.refusal }
      let error = await #expect(throws: KubernetesError.self) { try await hub.reader.version() }
      #expect(error?.context.message ?? "" == reason)
    }
  }

  @Test func password() async throws {
    let headers = try await headers(.basic(username: "Aladdin", password: Secret("open sesame")))
    // The example of RFC 7617.
    #expect(headers["Authorization"] == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
  }

  @Test func impersonation() async throws {
    let headers = try await headers(
      .token(Secret("t")),
      impersonation: Impersonation(
        user: "alice", uid: "7", groups: ["a", "b"],
        extra: ["example.com/Scopes": ["x", "y"], "plain": ["z"]]))
    #expect(headers["Impersonate-User"] == "alice")
    #expect(headers["Impersonate-Uid"] == "7")
    #expect(headers.values("Impersonate-Group") == ["a", "b"])
    #expect(headers.values("Impersonate-Extra-example.com%2FScopes") == ["x", "y"])
    #expect(headers["Impersonate-Extra-plain"] == "z")
    #expect(headers["Authorization"] == "Bearer t")
  }

  @Test func compressionCanBeRefused() async throws {
    let hub = TestHub(disablesCompression: true) { _, _ in Self.version }
    _ = try await hub.reader.version()
    #expect(hub.requests.first?.headers["Accept-Encoding"] == "identity")
    #expect(try await headers(.none)["Accept-Encoding"] == nil)
  }

  @Test func requestTimeoutBoundsAllButWatches() async throws {
    let list = ScriptedTransport.Answer.json(
      #"{"kind":"SecretList","metadata":{"resourceVersion":"1"},"items":[]}"#)
    let hub = TestHub(options: ClientOptions(requestTimeout: .seconds(5))) { _, index in
      index == 0 ? list : ScriptedTransport.Answer.json("").ending(.open)
    }
    let task = Task { for try await _ in hub.reader.watch(.secrets) {} }
    while hub.requests.count < 2 { await Task.yield() }
    task.cancel()
    _ = await task.result
    #expect(hub.requests[0].timeouts.total == .seconds(5))
    #expect((hub.requests[1].timeouts.total ?? .zero) > .seconds(300))
  }

  // MARK: Token files

  @Test func tokenFileIsReadAgain() async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("one\n", to: "token")
    let clock = TestClock()
    let authenticator = authenticator(.tokenFile(path: path, fallback: nil), clock: clock)
    #expect(try await authenticator.authentication().headers["Authorization"] == "Bearer one")
    try directory.write("two", to: "token")
    #expect(try await authenticator.authentication().headers["Authorization"] == "Bearer one")
    clock.advance(by: 60)
    #expect(try await authenticator.authentication().headers["Authorization"] == "Bearer two")
  }

  @Test func tokenFileThatCannotBeRead() async throws {
    let directory = try TemporaryDirectory()
    let empty = try directory.write(" \n", to: "token")
    let missing = authenticator(.tokenFile(path: "/nonexistent/t", fallback: nil))
    await #expect(
      throws: CredentialError.unreadableTokenFile(
        path: "/nonexistent/t", reason: "no such file or directory")
    ) { try await missing.authentication() }
    let blank = authenticator(.tokenFile(path: empty, fallback: nil))
    await #expect(throws: CredentialError.emptyTokenFile(path: empty)) {
      try await blank.authentication()
    }
    let fallback = authenticator(.tokenFile(path: empty, fallback: Secret("f")))
    #expect(try await fallback.authentication().headers["Authorization"] == "Bearer f")
  }

  @Test func refusedTokenIsReadAgainOnce() async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("old", to: "token")
    let hub = TestHub(credential: .tokenFile(path: path, fallback: nil)) { request, _ in
      request.headers["Authorization"] == "Bearer new" ? Self.version : Self.refusal
    }
    #expect(await failure { try await hub.reader.version() } == "unauthorized")
    #expect(hub.requests.count == 1)  // the file still said the same
    try directory.write("new", to: "token")
    _ = try await hub.reader.version()
    #expect(hub.requests.count == 3)
  }

  // MARK: Plugins

  private func authenticator(
    _ credential: Credential, clock: TestClock = TestClock(),
    transports: Recorder<TLSSettings> = Recorder(),
    plugin: @escaping @Sendable () async throws -> PluginCredential = { PluginCredential() }
  ) -> Authenticator {
    Authenticator(
      credential: credential, impersonation: nil, tls: TLSSettings(serverName: "n"),
      makeTransport: { tls in
        transports.append(tls)
        return ScriptedTransport([Self.version])
      }, obtainFromPlugin: { _ in try await plugin() }, now: { clock.now })
  }

  private static let plugin = Credential.plugin(CredentialPlugin(command: "p"))

  @Test func pluginIsAskedAgainWhenItsCredentialEnds() async throws {
    let clock = TestClock()
    let runs = Recorder<Int>()
    let end = clock.now + 100
    let authenticator = authenticator(Self.plugin, clock: clock) {
      runs.append(0)
      return PluginCredential(token: Secret("t\(runs.all.count)"), expiry: end)
    }
    for _ in 1...3 { _ = try await authenticator.authentication() }
    #expect(runs.all.count == 1)
    clock.advance(by: 101)
    #expect(try await authenticator.authentication().headers["Authorization"] == "Bearer t2")
  }

  @Test func pluginIsAskedOnceHoweverManyWait() async throws {
    let runs = Recorder<Int>()
    let authenticator = authenticator(Self.plugin) {
      runs.append(0)
      for _ in 1...50 { await Task.yield() }
      return PluginCredential(token: Secret("t"))
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 1...20 { group.addTask { _ = try await authenticator.authentication() } }
      try await group.waitForAll()
    }
    #expect(runs.all.count == 1)
  }

  @Test func whoLeavesDoesNotTakeOthersAlong() async throws {
    let runs = Recorder<Int>()
    let (started, begin) = AsyncStream<Void>.makeStream()
    let authenticator = authenticator(Self.plugin) {
      runs.append(0)
      begin.yield()
      if runs.all.count == 1 { try await Task.sleep(for: .seconds(600)) }
      return PluginCredential(token: Secret("t"))
    }
    let leaving = Task { try await authenticator.authentication() }
    for await _ in started { break }
    let staying = Task { try await authenticator.authentication() }
    leaving.cancel()
    await #expect(throws: CancellationError.self) { try await leaving.value }
    #expect(try await staying.value.headers["Authorization"] == "Bearer t")
    #expect(runs.all.count == 2)
  }

  @Test func connectionsAreKeptUnlessTheCertificateChanges() async throws {
    let transports = Recorder<TLSSettings>()
    let identities = Mutex<[ClientIdentity?]>([
      nil, nil, ClientIdentity(certificate: [1], key: [2]),
      ClientIdentity(certificate: [1], key: [2]), ClientIdentity(certificate: [3], key: [4]),
    ])
    let authenticator = authenticator(Self.plugin, transports: transports) {
      PluginCredential(
        token: Secret("t"), clientIdentity: identities.withLock { $0.removeFirst() })
    }
    var generation = try await authenticator.authentication().generation
    for _ in 1...4 {
      let next = try await authenticator.authentication(afterRefusalOf: generation)
      generation = try #require(next).generation
    }
    #expect(transports.all.map(\.clientCertificate) == [nil, [1], [3]])
    #expect(transports.all.allSatisfy { $0.serverName == "n" })
  }

  @Test func refusalOfWhatIsAlreadyRenewed() async throws {
    let runs = Recorder<Int>()
    let authenticator = authenticator(Self.plugin) {
      runs.append(0)
      return PluginCredential(token: Secret("t\(runs.all.count)"))
    }
    let first = try await authenticator.authentication()
    let second = try await authenticator.authentication(afterRefusalOf: first.generation)
    let again = try await authenticator.authentication(afterRefusalOf: first.generation)
    #expect(second?.headers["Authorization"] == "Bearer t2")
    #expect(again?.headers["Authorization"] == "Bearer t2")
    #expect(runs.all.count == 2)
  }

  @Test func fixedCredentialsAreNotTriedAgain() async throws {
    let hub = TestHub(credential: .token(Secret("t"))) { _, _ in Self.refusal }
    #expect(await failure { try await hub.reader.version() } == "unauthorized")
    #expect(hub.requests.count == 1)
  }

  /// A real program, a kubeconfig and a server that refuses the first token.
  @Test func fromKubeconfigToRequest() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(
      """
      #!/bin/sh
      cd \(directory.path)
      echo run >> runs
      printf '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1",'
      printf '"status":{"token":"t%s"}}' "$(wc -l < runs | tr -d ' ')"
      """, to: "login", permissions: 0o700)
    let file = try directory.write(
      kubeconfig(
        user: "{exec: {command: ./login, apiVersion: client.authentication.k8s.io/v1, "
          + "interactiveMode: IfAvailable}}"), to: "config")
    let config = try Kubeconfig.load(
      explicitPath: file, environment: ["PATH": "/usr/bin:/bin"], homeDirectory: "/"
    ).resolve()
    let transport = ScriptedTransport { request, _ in
      request.headers["Authorization"] == "Bearer t2" ? Self.version : Self.refusal
    }
    let reader = APIReader(transport: transport, config: config)
    _ = try await reader.version()
    _ = try await reader.version()
    #expect(
      transport.requests.map { $0.headers["Authorization"] } == [
        "Bearer t1", "Bearer t2", "Bearer t2",
      ])
    #expect(directory.read("runs") == "run\nrun\n")
  }

  @Test func missingPluginIsToldWithTheRequest() async throws {
    let hub = TestHub(credential: .plugin(CredentialPlugin(command: "no-such-plugin"))) { _, _ in
      Self.version
    }
    let outcome = await failure { try await hub.reader.version() }
    #expect(outcome == "credential the credential plugin no-such-plugin was not found")
    #expect(hub.requests.isEmpty)
  }
}

/// A clock that a test sets.
final class TestClock: Sendable {
  private let time = Mutex(Date(timeIntervalSince1970: 1_800_000_000))

  var now: Date { time.withLock { $0 } }

  func advance(by seconds: TimeInterval) {
    time.withLock { $0 += seconds }
  }
}
