public import Foundation
import Synchronization

/// Several hosts on loopback, with the keys and passwords to get in. Takes root's rights, `sshd` and namespaces.
public final class LoopbackHosts: Sendable {
  /// Whether this machine lets them be made.
  public static let isPossible: Bool = {
    guard geteuid() == 0, (try? run("sh", ["-c", "command -v sshd sudo unshare"])) != nil else {
      return false
    }
    return (try? run("unshare", ["--mount", "--uts", "--pid", "--fork", "true"])) != nil
  }()

  /// The folder of these sources.
  static let source = URL(filePath: #filePath).deletingLastPathComponent()

  /// The hosts, by name.
  public let hosts: [String: LoopbackHost]
  /// A folder that is gone with the hosts.
  public let folder: URL
  /// The private key that every user of every host takes.
  public var identity: URL { folder.appending(path: "id_ed25519") }
  /// A private key that no host takes.
  public var wrongIdentity: URL { folder.appending(path: "id_wrong") }
  /// A file with the keys of all hosts.
  public var knownHosts: URL { folder.appending(path: "known_hosts") }
  /// The port of all hosts.
  public static let port = 2222
  /// The password of `root`, and of `operator` (who may `sudo` with it), `robot` (who may without) and `guest` (who may not).
  public let password: String

  /// How many have been made, so that those of several tests at a time have addresses of their own.
  private static let made = Atomic<Int>(0)

  /// Starts hosts of these names.
  public init(_ names: [String], size: String = "512m") throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "mcctl-hosts-\(UUID().uuidString.prefix(8))")
    password = "loopback-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    let keys = folder
    for name in ["id_ed25519", "id_wrong"] { try Self.makeKey(keys.appending(path: name)) }
    let process = Int(getpid())
    let first = Self.made.add(names.count, ordering: .relaxed).oldValue
    var made: [String: LoopbackHost] = [:]
    var known = ""
    for (index, name) in names.enumerated() {
      let address =
        "127.\(20 + process % 200).\(process / 200 % 250 + 1).\((first + index) % 250 + 1)"
      let home = folder.appending(path: name)
      try Self.prepare(home, address: address, password: password, identity: keys)
      made[name] = try LoopbackHost(
        name: name, address: address, port: Self.port, folder: home, size: size)
      let key = try String(contentsOf: home.appending(path: "etc/host_key.pub"), encoding: .utf8)
      known += "[\(address)]:\(Self.port) \(key)"
    }
    hosts = made
    try Data(known.utf8).write(to: folder.appending(path: "known_hosts"))
  }

  /// A host.
  public subscript(name: String) -> LoopbackHost {
    get throws {
      guard let host = hosts[name] else { throw LoopbackHost.NotStarted(name: name) }
      return host
    }
  }

  /// Ends them; nothing is left.
  public func end() {
    for host in hosts.values { host.end() }
    try? FileManager.default.removeItem(at: folder)
  }

  /// Runs the body with hosts, and ends them after it.
  public static func with<R>(
    _ names: [String], size: String = "512m", _ body: (LoopbackHosts) async throws -> R
  ) async throws -> R {
    let hosts = try LoopbackHosts(names, size: size)
    defer { hosts.end() }
    return try await body(hosts)
  }

  /// Makes an ed25519 key.
  static func makeKey(_ file: URL) throws {
    _ = try run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", file.path])
  }

  /// Runs a program; its standard output.
  @discardableResult
  static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(program: program) }
    return String(decoding: data, as: UTF8.self)
  }

  /// A program that the hosts need failed.
  struct Failed: Error { let program: String }

  private static func prepare(
    _ home: URL, address: String, password: String, identity: URL
  ) throws {
    let etc = home.appending(path: "etc")
    try FileManager.default.createDirectory(at: etc, withIntermediateDirectories: true)
    try makeKey(etc.appending(path: "host_key"))
    let hash = try run("openssl", ["passwd", "-6", password])
      .trimmingCharacters(in: .whitespacesAndNewlines)
    let users = ["operator", "robot", "guest"]
    let numbered = users.enumerated().map { (name: $1, number: 61_001 + $0) }
    let files = [
      "root-password": hash,
      "passwd": numbered.map {
        "\($0.name):x:\($0.number):\($0.number)::/home/\($0.name):/bin/bash\n"
      }.joined(),
      "group": numbered.map { "\($0.name):x:\($0.number):\n" }.joined(),
      "shadow": users.map { "\($0):\(hash):19000:0:99999:7:::\n" }.joined(),
      "sudoers": """
      Defaults lecture = always
      operator ALL=(ALL) ALL
      robot ALL=(ALL) NOPASSWD: ALL

      """,
      "authorized_keys": try String(
        contentsOf: identity.appending(path: "id_ed25519.pub"), encoding: .utf8),
      "sshd_config": """
      ListenAddress \(address)
      Port \(port)
      HostKey /etc/ssh/mcctl_host_key
      AuthorizedKeysFile /etc/ssh/authorized_keys .ssh/authorized_keys
      PermitRootLogin yes
      PasswordAuthentication yes
      KbdInteractiveAuthentication no
      UsePAM no
      UseDNS no
      StrictModes no
      PidFile none
      PrintMotd no
      MaxStartups 100
      Subsystem sftp internal-sftp

      """,
    ]
    for (name, text) in files { try Data(text.utf8).write(to: etc.appending(path: name)) }
  }
}
