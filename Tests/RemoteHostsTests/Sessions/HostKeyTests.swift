import Foundation
import LoopbackHosts
import Synchronization
import Testing

@testable import RemoteHosts

@Suite("Host keys", .enabled(if: LoopbackHosts.isPossible), .timeLimit(.minutes(2)))
struct HostKeyTests {
  @Test("An unknown key is refused, with its fingerprint, when there is nobody to ask")
  func refused() async throws {
    try await Hosts.with("m1") { hosts in
      var host = try hosts.host("m1")
      host.knownHosts = hosts.loopback.folder.appending(path: "nobody").path
      let expected = RemoteHostError.hostKeyUnknown(
        host: host.label, keyType: "ED25519", fingerprint: try hosts.loopback["m1"].fingerprint)
      await #expect(throws: expected) { try await hosts.session(host) { _ in } }
    }
  }

  @Test("A key that is agreed to is written down, and not asked about again")
  func agreed() async throws {
    try await Hosts.with("m1") { hosts in
      let known = hosts.loopback.folder.appending(path: "mine")
      var host = try hosts.host("m1")
      host.knownHosts = known.path
      let asked = Mutex<[HostKeyQuestion]>([])
      var settings = hosts.settings
      // A person who takes longer than any connection may.
      settings.connectTimeout = .seconds(1)
      settings.firstContact = .ask { question in
        asked.withLock { $0.append(question) }
        try await Task.sleep(for: .seconds(3))
        return true
      }
      for _ in 0..<2 {
        try await hosts.session(host, settings) {
          let name = try await $0.check("look", "hostname").text
          #expect(name == "m1")
        }
      }
      let fingerprint = try hosts.loopback["m1"].fingerprint
      #expect(asked.withLock { $0.map(\.fingerprint) } == [fingerprint])
      #expect(try String(contentsOf: known, encoding: .utf8).contains("ssh-ed25519"))
    }
  }

  @Test("A changed key is an error of its own, whatever is answered")
  func changed() async throws {
    try await Hosts.with("m1") { hosts in
      let host = try hosts.host("m1")
      try await hosts.session(host) { #expect($0.privilege == .root) }
      try hosts.loopback["m1"].changeKey()
      var settings = hosts.settings
      settings.firstContact = .ask { _ in true }
      await #expect {
        try await hosts.session(host, settings) { _ in }
      } throws: { error in
        guard case RemoteHostError.hostKeyChanged(_, "ED25519", let shown, let file) = error
        else { return false }
        return shown.hasPrefix("SHA256:") && file.hasPrefix(hosts.loopback.knownHosts.path)
      }
    }
  }

  @Test("Fingerprints that are given decide alone")
  func pinned() async throws {
    try await Hosts.with("m1") { hosts in
      var host = try hosts.host("m1")
      host.knownHosts = nil
      host.fingerprints = [try hosts.loopback["m1"].fingerprint]
      try await hosts.session(host) { #expect($0.privilege == .root) }
      host.fingerprints = ["SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"]
      await #expect {
        try await hosts.session(host) { _ in }
      } throws: { error in
        guard case RemoteHostError.hostKeyUnknown = error else { return false }
        return true
      }
    }
  }
}
