import Documents
import Foundation
import Testing

@testable import KubernetesClient

/// Credential plugins, as real programs.
@Suite struct PluginTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  private static let v1 = "client.authentication.k8s.io/v1"

  /// A plugin that is a shell script. It has `PATH` and what the plugin's definition adds.
  private func plugin(_ script: String, name: String = "plugin") throws -> CredentialPlugin {
    let path = try directory.write("#!/bin/sh\n\(script)\n", to: name, permissions: 0o700)
    return CredentialPlugin(command: path, interactiveMode: .never)
  }

  private func obtain(
    _ plugin: CredentialPlugin, environment: [String: String] = [:], isInteractive: Bool = false,
    timeout: Duration = .seconds(30)
  ) async throws -> PluginCredential {
    let path = ["PATH": "\(directory.path):/usr/bin:/bin"]
    return try await PluginRun(
      plugin: plugin, environment: path.merging(environment) { $1 }, isInteractive: isInteractive,
      timeout: timeout
    ).credential()
  }

  /// What a plugin answers.
  private static func answer(_ status: String, version: String = v1) -> String {
    #"{"kind":"ExecCredential","apiVersion":"\#(version)","status":{\#(status)}}"#
  }

  private func error(
    _ plugin: CredentialPlugin, isInteractive: Bool = false, timeout: Duration = .seconds(30)
  ) async -> String {
    do {
      _ = try await obtain(plugin, isInteractive: isInteractive, timeout: timeout)
      return "no error"
    } catch {
      return "\(error)".replacing(directory.path, with: "DIR")
    }
  }

  @Test func tokenWithExpiry() async throws {
    let answer = Self.answer(#""token":"tok","expirationTimestamp":"2030-01-02T03:04:05Z""#)
    let credential = try await obtain(plugin("echo '\(answer)'"))
    #expect(credential.token == Secret("tok"))
    #expect(credential.clientIdentity == nil)
    #expect(credential.expiry == Date(timeIntervalSince1970: 1_893_553_445))
  }

  @Test func clientCertificate() async throws {
    let issued = try Authority().issue("plugin user")
    let answer: Value = [
      "kind": "ExecCredential", "apiVersion": .string(Self.v1),
      "status": [
        "clientCertificateData": .string(String(decoding: issued.certificatePEM, as: UTF8.self)),
        "clientKeyData": .string(String(decoding: issued.keyPEM, as: UTF8.self)),
      ],
    ]
    let file = try directory.write(JSON.text(answer), to: "answer.json")
    let credential = try await obtain(plugin("cat \(file)"))
    #expect(credential.clientIdentity?.certificate == issued.certificatePEM)
    #expect(credential.clientIdentity?.key == issued.keyPEM)
    #expect(credential.token == nil)
    // Without an expirationTimestamp the certificate's own end counts.
    let end = try ClientCertificate(pem: issued.certificatePEM).notAfter
    #expect(credential.expiry == end)
  }

  @Test func mayTalkWhenThereIsATerminal() async throws {
    var plugin = try plugin(
      """
      printf '%s' "$KUBERNETES_EXEC_INFO" > \(directory.path)/info
      echo '\(Self.answer(#""token":"t""#))'
      """)
    for (mode, talks) in [(CredentialPlugin.InteractiveMode.never, false), (.always, true)] {
      plugin.interactiveMode = mode
      #expect(try await obtain(plugin, isInteractive: true).token == Secret("t"))
      let info = try JSON.decode(directory.read("info"))
      #expect(info.at("spec", "interactive") == .bool(talks))
    }
  }

  @Test func whatItIsGiven() async throws {
    var plugin = try plugin(
      """
      cd \(directory.path)
      printf '%s' "$KUBERNETES_EXEC_INFO" > info
      printf '%s|' "$@" > arguments
      printf '%s,%s,%s' "$INHERITED" "$ADDED" "$REPLACED" > variables
      echo '\(Self.answer(#""token":"t""#, version: Self.v1 + "beta1"))'
      """)
    plugin.version = .v1beta1
    plugin.arguments = ["a b", "", "$c"]
    plugin.environment = [
      .init(name: "ADDED", value: Secret("2")), .init(name: "REPLACED", value: Secret("3")),
    ]
    plugin.clusterInfo = ["server": "https://h", "config": ["a": 1]]
    _ = try await obtain(plugin, environment: ["INHERITED": "1", "REPLACED": "0"])
    #expect(
      try JSON.decode(directory.read("info")) == [
        "kind": "ExecCredential", "apiVersion": "client.authentication.k8s.io/v1beta1",
        "spec": ["cluster": ["server": "https://h", "config": ["a": 1]], "interactive": false],
      ])
    #expect(directory.read("arguments") == "a b||$c|")
    #expect(directory.read("variables") == "1,2,3")
  }

  @Test func foundInThePath() async throws {
    _ = try plugin("echo '\(Self.answer(#""token":"t""#))'", name: "my-login")
    var named = CredentialPlugin(command: "my-login", interactiveMode: .never)
    #expect(try await obtain(named).token == Secret("t"))
    named.command = "no-such-login"
    named.installHint = "get it at https://example.com"
    #expect(
      await error(named)
        == "the credential plugin no-such-login was not found\nget it at https://example.com")
    named.command = "\(directory.path)/no-such-login"
    #expect(await error(named).hasPrefix("the credential plugin DIR/no-such-login was not found"))
  }

  @Test func failureIsToldWithItsWordsButNoSecrets() async throws {
    let token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJlLXNpZ25hdHVyZQ"
    let failed = await error(try plugin("echo \"session of \(token) ended; log in\" >&2; exit 3"))
    #expect(failed.hasPrefix("the credential plugin DIR/plugin failed with exit status 3: session"))
    #expect(failed.hasSuffix("ended; log in"))
    #expect(!failed.contains(token))
    let killed = await error(try plugin("kill -9 $$"))
    #expect(killed == "the credential plugin DIR/plugin failed with signal 9")
  }

  @Test(arguments: [
    ("", "it wrote nothing"), ("echo '{'", "what it wrote is neither JSON nor YAML"),
    ("echo 'token: s3cr3t'", "what it wrote is no ExecCredential"),
    (
      "echo '\(answer(#""token":"s3cr3t""#, version: v1 + "beta1"))'",
      "it speaks version client.authentication.k8s.io/v1beta1, while the kubeconfig says "
        + "client.authentication.k8s.io/v1"
    ),
    (
      #"echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1"}'"#,
      "its ExecCredential has no status"
    ),
    ("echo '\(answer(""))'", "it gave neither a token nor a client certificate"),
    (
      "echo '\(answer(#""token":"t","clientKeyData":"k""#))'",
      "it gave a client certificate or a key, and not both"
    ),
    (
      "echo '\(answer(#""clientCertificateData":"c","clientKeyData":"k""#))'",
      "its client certificate or key holds no PEM block of type CERTIFICATE"
    ),
    (
      "echo '\(answer(#""token":"t","expirationTimestamp":"soon""#))'",
      "its expirationTimestamp \"soon\" is no RFC 3339 time"
    ), ("head -c 1100000 /dev/zero", "it wrote more than 1048576 bytes"),
  ])
  func unusableAnswer(_ script: String, _ reason: String) async throws {
    #expect(
      await error(try plugin(script))
        == "the answer of the credential plugin DIR/plugin cannot be used: \(reason)")
  }

  @Test func terminalIsNeededForSome() async throws {
    var plugin = try plugin("echo run > \(directory.path)/ran")
    plugin.interactiveMode = .always
    #expect(
      await error(plugin)
        == "the credential plugin DIR/plugin needs a terminal to talk with an operator")
    #expect(directory.read("ran") == "")
  }

  @Test func endsInTimeWithAllItStarted() async throws {
    let plugin = try plugin("sleep 600 & echo $! > \(directory.path)/child; wait")
    #expect(
      await error(plugin, timeout: .seconds(1))
        == "the credential plugin DIR/plugin did not end within 1 s")
    let child = try #require(
      Int32(directory.read("child").trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(await hasEnded(child))
  }

  @Test func cancellationEndsIt() async throws {
    try directory.write("", to: "started")
    let plugin = try plugin("echo $$ > \(directory.path)/pid; exec sleep 600")
    let task = Task { try await obtain(plugin, timeout: .seconds(600)) }
    while directory.read("pid").isEmpty { await Task.yield() }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    let process = try #require(
      Int32(directory.read("pid").trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(await hasEnded(process))
  }

  /// Whether a process ends, which takes a moment after its signal.
  private func hasEnded(_ process: Int32) async -> Bool {
    for _ in 1...500 where isRunning(process) { try? await Task.sleep(for: .milliseconds(10)) }
    return !isRunning(process)
  }

  /// Whether a process exists and is no zombie.
  private func isRunning(_ process: Int32) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    else { return false }
    return !status.contains(") Z ")
  }
}
