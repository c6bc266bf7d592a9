import Foundation
import LoopbackHosts
import Synchronization
import Testing

@testable import RemoteHosts

@Suite("Running scripts", .enabled(if: LoopbackHosts.isPossible), .timeLimit(.minutes(2)))
struct RunningTests {
  @Test("Arguments, environment, input, both streams and the status arrive as they are")
  func faithful() async throws {
    try await Hosts.with("m1") { hosts in
      for user in ["root", "operator"] {
        let host = try user == "root" ? hosts.host("m1") : hosts.byPassword("m1", user: user)
        try await hosts.session(host) { session in
          let odd = "it's \"$HOME\" `id`\\n ü; rm -rf * \n second"
          let result = try await session.run(
            #"printf '%s|' "$#" "$1" "$2" "$V"; cat; echo problem >&2; exit 7"#,
            arguments: [odd, ""], environment: ["V": odd], input: Array("in\u{0}put".utf8))
          #expect(
            String(decoding: result.output, as: UTF8.self) == "2|\(odd)||\(odd)|in\u{0}put")
          #expect(String(decoding: result.errors, as: UTF8.self) == "problem\n")
          #expect(result.exitCode == 7)
          // 255 belongs to ssh itself.
          #expect(try await session.run("exit 255").exitCode == 254)
          let large = [UInt8](repeating: 0x61, count: 3 << 20)
          #expect(try await session.run("cat", input: large).output == large)
        }
      }
    }
  }

  @Test("Noise of a login shell is not taken for output")
  func noise() async throws {
    try await Hosts.with("m1") { hosts in
      let file = try hosts.loopback["m1"].file("home/robot/.bashrc")
      try Data("echo Welcome; echo Careful >&2\n".utf8).write(to: file)
      try await hosts.session(try hosts.host("m1", user: "robot")) { session in
        let result = try await session.run("echo own", asRoot: false)
        #expect(result.text == "own")
        #expect(result.errors.isEmpty)
      }
    }
  }

  @Test("Neither passwords nor scripts are in any list of processes, and nothing stays on disk")
  func secrecy() async throws {
    try await Hosts.with("m1") { hosts in
      var settings = hosts.settings
      settings.temporaryFolder = hosts.loopback.folder.appending(path: "t").path
      try FileManager.default.createDirectory(
        atPath: settings.temporaryFolder, withIntermediateDirectories: true)
      let host = try hosts.byPassword("m1", user: "operator")
      try await hosts.session(host, settings) { session in
        let watch = ProcessWatch()
        _ = try await session.run(": planted-script; sleep 1", arguments: ["planted-argument"])
        let seen = watch.end()
        #expect(seen.contains { $0.contains("mcctl-ssh-") })
        for secret in ["planted-", hosts.loopback.password] {
          #expect(!seen.contains { $0.contains(secret) })
        }
        let folders = try FileManager.default.contentsOfDirectory(
          atPath: settings.temporaryFolder)
        #expect(folders.count == 1)
        for name in folders {
          let path = "\(settings.temporaryFolder)/\(name)"
          let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
          #expect(mode as? Int == 0o700)
          for file in try FileManager.default.contentsOfDirectory(atPath: path) {
            guard let bytes = FileManager.default.contents(atPath: "\(path)/\(file)") else {
              continue
            }
            #expect(
              bytes.range(of: Data(hosts.loopback.password.utf8)) == nil || file == "mcctl-askpass")
          }
        }
      }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: settings.temporaryFolder).isEmpty)
    }
  }

  @Test("Cancelling and timeouts end the script on the host", arguments: ["root", "operator"])
  func endings(user: String) async throws {
    try await Hosts.with("m1") { hosts in
      let machine = try hosts.loopback["m1"]
      func runs() throws -> Bool { try machine.commandLines().contains { $0 == "sleep 4711 " } }
      let host = try user == "root" ? hosts.host("m1") : hosts.byPassword("m1", user: user)
      try await hosts.session(host) { session in
        let task = Task { try await session.run("sleep 4711; true") }
        try await eventually { try runs() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        try await eventually { try !runs() }

        await #expect(
          throws: RemoteHostError.timedOut(
            host: host.label, phase: .idle, after: .milliseconds(800))
        ) {
          try await session.run(
            "for i in 1 2 3 4 5; do echo; sleep 0.3; done; sleep 4711; true",
            idleTimeout: .milliseconds(800))
        }
        try await eventually { try !runs() }

        await #expect(
          throws: RemoteHostError.timedOut(host: host.label, phase: .total, after: .seconds(1))
        ) {
          try await session.run("while :; do echo; sleep 0.1; done", timeout: .seconds(1))
        }
      }
    }
  }

  @Test("A connection that breaks is told, and the next call makes a new one")
  func broken() async throws {
    try await Hosts.with("m1") { hosts in
      let machine = try hosts.loopback["m1"]
      try await hosts.session(try hosts.host("m1")) { session in
        let started = Mutex(false)
        let task = Task {
          try await session.run("echo started; sleep 60") { _ in started.withLock { $0 = true } }
        }
        try await eventually { started.withLock { $0 } }
        machine.cut()
        await #expect {
          try await task.value
        } throws: { error in
          guard case RemoteHostError.connectionLost = error else { return false }
          return true
        }
        #expect(try await session.check("look", "hostname").text == "m1")
      }
    }
  }

  @Test("Many hosts at a time, and one that fails does not keep the others")
  func many() async throws {
    try await Hosts.with("m1", "m2", "m3") { hosts in
      try hosts.loopback["m2"].stop()
      var settings = hosts.settings
      settings.parallel = 2
      let machines = try ["m1", "m2", "m3"].map { try hosts.host($0) }
      let names = try await SSHConnections.with(settings) { connections in
        await connections.each(machines) {
          try await connections.session($0).check("look", "hostname").text
        }.map { try? $0.get() }
      }
      #expect(names == ["m1", nil, "m3"])
    }
  }
}

/// Looks at the command lines of all processes, again and again.
private final class ProcessWatch: Sendable {
  private let seen = Mutex<Set<String>>([])
  private let done = Mutex(false)

  init() {
    Thread.detachNewThread { [self] in
      while !done.withLock({ $0 }) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? [] {
          guard Int(name) != nil,
            let line = FileManager.default.contents(atPath: "/proc/\(name)/cmdline")
          else { continue }
          let text = String(decoding: line, as: UTF8.self)
          seen.withLock { _ = $0.insert(text) }
        }
      }
    }
  }

  func end() -> Set<String> {
    done.withLock { $0 = true }
    return seen.withLock { $0 }
  }
}
