public import Foundation
import Synchronization

/// A host on loopback with a real `sshd`: its own file system (a copy-on-write view of this machine), host name and
/// processes, on an address of its own.
public final class LoopbackHost: Sendable {
  /// The host's name.
  public let name: String
  /// The address it listens on, in 127.0.0.0/8.
  public let address: String
  /// The port it listens on.
  public let port: Int
  /// The fingerprint of its key, as `ssh-keygen -l` prints it.
  public let fingerprint: String
  /// Its file system, as the test sees it.
  public let root: URL
  private let process: Process
  private let orders: FileHandle
  private let answers: FileHandle
  private let folder: URL
  private let busy = Mutex(())

  /// Starts a host.
  ///
  /// - Parameters:
  ///   - folder: the host's own folder, in which `etc` has been prepared.
  ///   - size: of its disk, as `mount -t tmpfs -o size=` takes it.
  init(name: String, address: String, port: Int, folder: URL, size: String) throws {
    self.name = name
    self.address = address
    self.port = port
    self.folder = folder
    fingerprint = try Self.fingerprint(of: folder.appending(path: "etc/host_key.pub"))
    process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["unshare", "--mount", "--uts", "--pid", "--fork", "--kill-child", "bash"]
      + [LoopbackHosts.source.appending(path: "host.sh").path, folder.path, name, size]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.standardError
    try process.run()
    orders = input.fileHandleForWriting
    answers = output.fileHandleForReading
    let words = Self.line(answers).split(separator: " ")
    guard words.first == "pid", let number = words.last else { throw NotStarted(name: name) }
    root = URL(filePath: "/proc/\(number)/root\(folder.path)/disk/root")
    start()
  }

  /// Lets `sshd` listen.
  public func start() { order("start") }

  /// Nobody listens any more; connections that are there stay.
  public func stop() { order("stop") }

  /// Breaks all connections, as a network that fails does. What runs detached goes on.
  public func cut() { order("cut") }

  /// Shows another key from the next connection on, as a host that was installed anew, or somebody in between.
  public func changeKey() throws {
    let key = folder.appending(path: "other_key")
    try LoopbackHosts.makeKey(key)
    order("key \(key.path)")
    stop()
    start()
  }

  /// A file of the host.
  public func file(_ path: String) -> URL { root.appending(path: path) }

  /// What a file of the host holds; nil when there is none.
  public func text(_ path: String) -> String? {
    try? String(contentsOf: file(path), encoding: .utf8)
  }

  /// The permissions of a file of the host, such as 0o600.
  public func mode(_ path: String) throws -> Int {
    let values = try FileManager.default.attributesOfItem(atPath: file(path).path)
    return (values[.posixPermissions] as? Int) ?? 0
  }

  /// Puts a program where the host finds it.
  public func install(_ program: URL, as path: String) throws {
    try? FileManager.default.removeItem(at: file(path))
    try FileManager.default.copyItem(at: program, to: file(path))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: file(path).path)
  }

  /// The command lines of everything that runs on the host.
  public func commandLines() throws -> [String] {
    let folder = file("proc")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { Int($0) != nil }
      .compactMap { try? Data(contentsOf: folder.appending(path: "\($0)/cmdline")) }
      .map { String(decoding: $0, as: UTF8.self).replacingOccurrences(of: "\0", with: " ") }
      .filter { !$0.isEmpty }
  }

  /// Ends the host with everything that runs on it, as if its power were cut.
  public func end() {
    try? orders.close()
    // Its child is killed with it, and everything on the host with that.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  private func order(_ text: String) {
    busy.withLock { _ in
      try? orders.write(contentsOf: Data((text + "\n").utf8))
      _ = Self.line(answers)
    }
  }

  private static func line(_ handle: FileHandle) -> String {
    var bytes = Data()
    while let byte = try? handle.read(upToCount: 1), !byte.isEmpty, byte != Data("\n".utf8) {
      bytes += byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func fingerprint(of key: URL) throws -> String {
    let text = try LoopbackHosts.run("ssh-keygen", ["-l", "-f", key.path])
    return text.split(separator: " ").dropFirst().first.map(String.init) ?? ""
  }

  /// The host did not come up; its words are on standard error.
  struct NotStarted: Error { let name: String }
}
