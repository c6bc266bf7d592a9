import Foundation
import LoopbackHosts
@_spi(HostWriteGrant) import RemoteHosts

#if canImport(Glibc)
  import Glibc
#endif

// copy-measure [MEGABYTES] [RUNS]: copies a file of random bytes to machines on loopback, as mcctl does and with plain
// scp in turn, and prints medians and ratios. It measures and prints; it never fails because of a time.
signal(SIGPIPE, SIG_IGN)
let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let measurement = Measurement(megabytes: numbers.first ?? 512, runs: numbers.dropFirst().first ?? 3)
try await measurement.print(hosts: [1, 5])

/// Copies of one file, in turn by mcctl and its peers.
struct Measurement {
  let megabytes: Int
  let runs: Int

  private typealias Way = (name: String, copy: (LoopbackHosts, [LoopbackHost]) async throws -> Void)

  private var ways: [Way] {
    [
      ("scp", Self.scp),
      (
        "scp, then sha256sum on both sides",
        { hosts, targets in
          try await Self.scp(hosts, targets)
          try await Self.verify(hosts, targets)
        }
      ),
      ("mcctl", Self.mcctl),
    ]
  }

  private static let target = "/var/lib/image.tar"

  /// Prints a table for each number of hosts.
  func print(hosts counts: [Int]) async throws {
    let names = (1...(counts.max() ?? 1)).map { "m\($0)" }
    try await LoopbackHosts.with(names, size: "\(megabytes * 2 + 64)m") { hosts in
      try Self.makeFile(hosts.folder.appending(path: "image.tar"), megabytes)
      for count in counts {
        let targets = try names.prefix(count).map { try hosts[$0] }
        var taken: [String: [Double]] = [:]
        for _ in 0..<runs {
          for way in ways {
            let clock = ContinuousClock()
            let time = try await clock.measure { try await way.copy(hosts, targets) }
            taken[way.name, default: []].append(time / .seconds(1))
            for host in targets { try FileManager.default.removeItem(at: host.file(Self.target)) }
          }
        }
        let peer = Self.median(taken["scp"] ?? [])
        Swift.print("\(megabytes) MB to \(count) at a time, medians of \(runs) runs")
        for way in ways {
          let time = Self.median(taken[way.name] ?? [])
          let rate = Double(megabytes * count) / time
          Swift.print(
            String(
              format: "  %-36@ %6.2f s %7.0f MB/s  %5.2f", way.name as NSString, time, rate,
              time / peer))
        }
      }
    }
  }

  private static func mcctl(_ hosts: LoopbackHosts, _ targets: [LoopbackHost]) async throws {
    var settings = SSHSettings(
      askpassProgram: "/bin/false",
      environment: ["PATH": "/usr/bin:/bin", "HOME": hosts.folder.path])
    settings.configuration = .none
    let file = try LocalFile(path: hosts.folder.appending(path: "image.tar").path)
    try await SSHConnections.with(settings) { connections in
      let results = await connections.each(targets) { target in
        let host = RemoteHost(
          address: target.address, user: "root", port: target.port,
          identityFile: hosts.identity.path, knownHosts: hosts.knownHosts.path)
        return try await connections.session(host).copy(
          file, to: Self.target, by: HostWriteGrant()
        ) { _ in }
      }
      for result in results { _ = try result.get() }
    }
  }

  private static func scp(_ hosts: LoopbackHosts, _ targets: [LoopbackHost]) async throws {
    let file = hosts.folder.appending(path: "image.tar").path
    try await each(targets) { target in
      try run(
        "scp", access(hosts, port: "-P") + ["-q", file, "root@\(target.address):\(Self.target)"])
    }
  }

  private static func verify(_ hosts: LoopbackHosts, _ targets: [LoopbackHost]) async throws {
    try run("sha256sum", [hosts.folder.appending(path: "image.tar").path])
    try await each(targets) { target in
      try run(
        "ssh", access(hosts, port: "-p") + ["root@\(target.address)", "sha256sum \(Self.target)"])
    }
  }

  private static func access(_ hosts: LoopbackHosts, port: String) -> [String] {
    [
      "-F", "/dev/null", "-i", hosts.identity.path, port, String(LoopbackHosts.port), "-o",
      "IdentitiesOnly=yes", "-o", "BatchMode=yes", "-o",
      "UserKnownHostsFile=\(hosts.knownHosts.path)",
    ]
  }

  private static func each(
    _ targets: [LoopbackHost], _ body: @escaping @Sendable (LoopbackHost) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for target in targets {
        group.addTask {
          // A thread of its own: waiting for a process must not keep the others.
          try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
              continuation.resume(with: Result { try body(target) })
            }
          }
        }
      }
      try await group.waitForAll()
    }
  }

  private static func run(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(command: [program] + arguments) }
  }

  /// A program that ended with another status than 0.
  struct Failed: Error { let command: [String] }

  private static func makeFile(_ file: URL, _ megabytes: Int) throws {
    try run(
      "dd", ["if=/dev/urandom", "of=\(file.path)", "bs=1M", "count=\(megabytes)", "status=none"])
  }

  private static func median(_ times: [Double]) -> Double {
    let sorted = times.sorted()
    return sorted.isEmpty ? .nan : sorted[sorted.count / 2]
  }
}
