import Foundation
import LoopbackHosts
import Testing

@testable import RemoteHosts

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Logging in", .enabled(if: LoopbackHosts.isPossible), .timeLimit(.minutes(2)))
struct LoginTests {
  @Test("Keys, passwords, jump hosts and sudo lead to root")
  func ways() async throws {
    try await Hosts.with("m1", "bastion") { hosts in
      try await SSHConnections.with(hosts.settings) { connections in
        func root(_ host: RemoteHost) async throws -> String {
          let session = try await connections.session(host)
          return "\(session.privilege) \(try await session.check("look", "id -u; hostname").text)"
        }
        #expect(try await root(hosts.host("m1")) == "root 0\nm1")
        #expect(try await root(hosts.byPassword("m1")) == "root 0\nm1")
        #expect(try await root(hosts.host("m1", user: "robot")) == "sudo 0\nm1")
        #expect(
          try await root(hosts.byPassword("m1", user: "operator")) == "sudoWithPassword 0\nm1")
        var hidden = try hosts.host("m1", user: "robot")
        hidden.jump = [try hosts.byPassword("bastion", user: "guest")]
        #expect(try await root(hidden) == "sudo 0\nm1")
      }
    }
  }

  @Test("What stands in the way is told apart")
  func refusals() async throws {
    try await Hosts.with("m1", "m2") { hosts in
      func failure(_ host: RemoteHost) async -> RemoteHostError? {
        do {
          try await hosts.session(host) { _ = try await $0.run("true") }
          return nil
        } catch { return error as? RemoteHostError }
      }
      var host = try hosts.host("m1")
      host.identityFile = hosts.loopback.wrongIdentity.path
      guard case .authenticationFailed(_, let reason) = await failure(host) else {
        Issue.record("a wrong key")
        return
      }
      #expect(reason.contains("publickey"))
      guard case .authenticationFailed = await failure(try hosts.byPassword("m1", "wrong")) else {
        Issue.record("a wrong password")
        return
      }
      host = try hosts.host("m1")
      host.port = 1
      guard case .refused = await failure(host) else {
        Issue.record("a closed port")
        return
      }
      host.address = "no-such-host.invalid"
      guard case .nameNotResolved = await failure(host) else {
        Issue.record("a name without an address")
        return
      }
      host = try hosts.host("m2")
      host.jump = [try hosts.host("m1")]
      host.port = 1
      let behind = await failure(host)
      guard case .unreachable(let label, _) = behind ?? .invalid("") else {
        Issue.record("a closed port behind a jump host: \(String(describing: behind))")
        return
      }
      #expect(label == host.label)
      guard case .sudo = await failure(try hosts.byPassword("m1", user: "guest")) else {
        Issue.record("a user who may not sudo")
        return
      }
      var wrong = try hosts.host("m1", user: "operator")
      wrong.sudoPassword = SecretSource { "wrong" }
      guard case .sudo = await failure(wrong) else {
        Issue.record("a wrong password for sudo")
        return
      }
    }
  }

  @Test("A host that accepts and then says nothing is given up")
  func silence() async throws {
    try await Hosts.with("m1") { hosts in
      let silent = try SilentServer()
      defer { silent.end() }
      var host = try hosts.host("m1")
      (host.address, host.port) = ("127.0.0.1", silent.port)
      var settings = hosts.settings
      settings.connectTimeout = .seconds(1)
      let start = Date()
      await #expect {
        try await hosts.session(host, settings) { _ in }
      } throws: { error in
        guard case RemoteHostError.timedOut(_, .connecting, _) = error else { return false }
        return true
      }
      #expect(Date().timeIntervalSince(start) < 5)
    }
  }

  @Test("A passphrase opens a key, and a missing secret is the error that is told")
  func secrets() async throws {
    try await Hosts.with("m1") { hosts in
      let key = hosts.loopback.folder.appending(path: "locked")
      try FileManager.default.copyItem(at: hosts.loopback.identity, to: key)
      let process = try Process.run(
        URL(filePath: "/usr/bin/ssh-keygen"),
        arguments: ["-q", "-p", "-P", "", "-N", "a passphrase", "-f", key.path])
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
      var host = try hosts.host("m1")
      host.identityFile = key.path
      host.keyPassphrase = SecretSource { "a passphrase" }
      try await hosts.session(host) { #expect($0.privilege == .root) }
      host.keyPassphrase = SecretSource { throw Missing() }
      await #expect(throws: Missing.self) { try await hosts.session(host) { _ in } }
    }
  }

  private struct Missing: Error {}
}

/// A server that takes connections and never says a word: nobody ever accepts them.
private final class SilentServer {
  let port: Int
  private let descriptor: Int32

  init() throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let number = descriptor
    let status = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(number, $0, size) | listen(number, 8) | getsockname(number, $0, &size)
      }
    }
    try #require(status == 0)
    port = Int(UInt16(bigEndian: address.sin_port))
  }

  func end() { close(descriptor) }
}
