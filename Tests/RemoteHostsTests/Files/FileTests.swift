import Foundation
import LoopbackHosts
import Synchronization
import Testing

@testable import RemoteHosts

@Suite("Files on hosts", .enabled(if: LoopbackHosts.isPossible), .timeLimit(.minutes(2)))
struct FileTests {
  @Test("Small files are written whole, with their mode, and read back")
  func small() async throws {
    try await Hosts.with("m1") { hosts in
      let machine = try hosts.loopback["m1"]
      try await hosts.session(try hosts.byPassword("m1", user: "operator")) { session in
        let bytes = Array("secret\n\u{0}\n".utf8)
        let path = "/etc/sealer test/it's one"
        try await session.writeFile(bytes, to: path)
        #expect(try await session.readFile(path) == bytes)
        #expect(try machine.mode(path) == 0o600)
        #expect(try machine.mode("/etc/sealer test") == 0o700)
        try await session.writeFile([], to: path, mode: "0644")
        #expect(try await session.readFile(path) == [])
        #expect(try machine.mode(path) == 0o644)
        try await session.removeFile(path)
        #expect(try await session.readFile(path) == nil)
        await #expect(throws: RemoteHostError.self) {
          try await session.writeFile(bytes, to: "/etc/passwd/no")
        }
      }
    }
  }

  @Test(
    "A copy that was cut off goes on where it stopped, and a part that is wrong is not built upon")
  func resuming() async throws {
    try await Hosts.with("m1") { hosts in
      let machine = try hosts.loopback["m1"]
      let file = try hosts.image(megabytes: 48)
      try await hosts.session(try hosts.host("m1")) { session in
        let cut = Mutex(false)
        await #expect(throws: RemoteHostError.self) {
          _ = try await session.copy(file, to: "/var/lib/images/a.tar") { progress in
            guard progress.bytes > 20 << 20, !cut.withLock({ $0 }) else { return }
            cut.withLock { $0 = true }
            machine.cut()
          }
        }
        #expect(machine.text("/var/lib/images/a.tar") == nil)
        let last = Mutex<CopyProgress?>(nil)
        let outcome = try await session.copy(file, to: "/var/lib/images/a.tar") { progress in
          last.withLock { $0 = progress }
        }
        guard case .copied(let bytes, let offset) = outcome else {
          Issue.record("\(outcome)")
          return
        }
        #expect(offset > 1 << 20 && bytes + offset == file.size)
        #expect(last.withLock { $0?.bytes } == file.size)
        #expect(last.withLock { $0?.phase } == .verifying)
        #expect(try machine.mode("/var/lib/images/a.tar") == 0o600)
        let sum = try await session.check("sum", "sha256sum </var/lib/images/a.tar | cut -c1-64")
        let digest = try await file.sha256()
        #expect(sum.text == digest)
        #expect(try await session.copy(file, to: "/var/lib/images/a.tar") == .unchanged)

        // What lies there is no beginning of the file.
        let part = "/var/lib/images/.b.tar.\(file.size).part"
        try await session.writeFile([1, 2, 3], to: part)
        #expect(
          try await session.copy(file, to: "/var/lib/images/b.tar")
            == .copied(bytes: file.size, resumedAt: 0))
        #expect(machine.text(part) == nil)
      }
    }
  }

  @Test("A disk that is too small is known before a byte is sent")
  func tooSmall() async throws {
    try await Hosts.with("m1", size: "16m") { hosts in
      let file = try hosts.image(megabytes: 32)
      try await hosts.session(try hosts.host("m1")) { session in
        await #expect {
          try await session.copy(file, to: "/var/lib/images/a.tar")
        } throws: { error in
          guard case RemoteHostError.noSpace(_, _, let needed, let free) = error else {
            return false
          }
          return needed == file.size && free < needed
        }
      }
    }
  }

  @Test("A lock keeps others out, names its holder, and ends with the one who held it")
  func locks() async throws {
    try await Hosts.with("m1") { hosts in
      let host = try hosts.host("m1")
      try await hosts.session(host) { first in
        try await hosts.session(host) { second in
          let value = try await first.withLock("create-edge", owner: "alice at desk") {
            await #expect(
              throws: RemoteHostError.locked(
                host: host.label, name: "create-edge", owner: "alice at desk")
            ) { try await second.withLock("create-edge", owner: "bob") {} }
            return 5
          }
          #expect(value == 5)
          try await second.withLock("create-edge", owner: "bob") {}
          let held = Task {
            try await first.withLock("create-edge", owner: "carol") {
              try await Task.sleep(for: .seconds(60))
            }
          }
          try await Task.sleep(for: .milliseconds(500))
          try hosts.loopback["m1"].cut()
          await #expect(throws: (any Error).self) { try await held.value }
          try await second.withLock("create-edge", owner: "dave") {}
        }
      }
    }
  }
}

extension Hosts {
  /// A file of random bytes.
  fileprivate func image(megabytes: Int) throws -> LocalFile {
    let file = loopback.folder.appending(path: "image")
    var generator = SystemRandomNumberGenerator()
    var data = Data()
    for _ in 0..<(megabytes << 17) {
      withUnsafeBytes(of: generator.next()) { data.append(contentsOf: $0) }
    }
    try data.write(to: file)
    return try LocalFile(path: file.path)
  }
}
