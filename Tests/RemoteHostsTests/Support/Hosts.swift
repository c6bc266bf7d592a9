import Foundation
import LoopbackHosts
import Testing

@testable import RemoteHosts

#if canImport(Glibc)
  import Glibc
#endif

/// Hosts of a test, and how it gets in.
struct Hosts: Sendable {
  let loopback: LoopbackHosts

  /// Runs the body with hosts of these names.
  static func with(
    _ names: String..., size: String = "512m", _ body: (Hosts) async throws -> Void
  ) async throws {
    // As the program does; a host that ends in the middle must not end the tests.
    signal(SIGPIPE) { _ in }
    try await LoopbackHosts.with(names, size: size) { try await body(Hosts(loopback: $0)) }
  }

  /// The host, to be entered with the key.
  func host(_ name: String, user: String = "root") throws -> RemoteHost {
    let host = try loopback[name]
    return RemoteHost(
      address: host.address, user: user, port: host.port, identityFile: loopback.identity.path,
      knownHosts: loopback.knownHosts.path)
  }

  /// The host, to be entered with the password.
  func byPassword(_ name: String, user: String = "root", _ password: String? = nil) throws
    -> RemoteHost
  {
    var host = try host(name, user: user)
    host.identityFile = loopback.wrongIdentity.path
    let password = password ?? loopback.password
    host.password = SecretSource { password + "\n" }
    return host
  }

  /// Settings that take nothing from the machine's own.
  var settings: SSHSettings {
    var settings = SSHSettings(
      askpassProgram: Self.programs.appending(path: "mcctl").path,
      environment: ProcessInfo.processInfo.environment
        .filter { ["PATH", "LD_LIBRARY_PATH"].contains($0.key) }
        .merging(["HOME": loopback.folder.path]) { $1 })
    settings.configuration = .none
    settings.connectTimeout = .seconds(5)
    return settings
  }

  /// Runs the body with a session on a host.
  @discardableResult
  func session<R: Sendable>(
    _ host: RemoteHost, _ settings: SSHSettings? = nil,
    _ body: (RemoteSession) async throws -> R
  ) async throws -> R {
    try await SSHConnections.with(settings ?? self.settings) {
      try await body(try await $0.session(host))
    }
  }

  /// The folder of the built programs.
  private static let programs: URL = {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") }.map { URL(filePath: $0) }
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return (bundle ?? URL(filePath: link ?? CommandLine.arguments[0])).deletingLastPathComponent()
  }()
}

/// Waits until something holds, at most some seconds; records an issue when it does not.
func eventually(
  _ seconds: Double = 10, location: SourceLocation = #_sourceLocation, _ holds: () throws -> Bool
) async throws {
  let deadline = Date(timeIntervalSinceNow: seconds)
  while Date() < deadline {
    if try holds() { return }
    try await Task.sleep(for: .milliseconds(50))
  }
  Issue.record("it does not come about", sourceLocation: location)
}
