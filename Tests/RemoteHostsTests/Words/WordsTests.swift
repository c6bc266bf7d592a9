import Foundation
import Testing

@testable import RemoteHosts

@Suite("The words of ssh and the shell")
struct WordsTests {
  @Test("Quoting keeps any text one word")
  func quoting() {
    #expect("it's $HOME `x` \"y\"".shellQuoted == #"'it'\''s $HOME `x` "y"'"#)
    #expect("".shellQuoted == "''")
  }

  @Test("Jump hosts are read as ssh -J does")
  func jumps() throws {
    let hosts = try RemoteHost.jumps(
      "ops@bastion:2200,[fe80::1]:22,10.0.0.1", like: RemoteHost(address: "x"))
    #expect(hosts.map(\.address) == ["bastion", "fe80::1", "10.0.0.1"])
    #expect(hosts.map(\.port) == [2200, 22, nil])
    #expect(hosts[0].user == "ops")
  }

  @Test(
    "What ssh could take for an option or a command is refused",
    arguments: ["-oProxyCommand=x", "", "a b", "a;b", "host:port"])
  func badJumps(text: String) {
    #expect(throws: RemoteHostError.self) {
      try RemoteHost.jumps(text, like: RemoteHost(address: "x"))
    }
  }

  @Test("Prompts are told apart")
  func prompts() {
    let question = """
      The authenticity of host '[127.0.0.1]:2201 ([127.0.0.1]:2201)' can't be established.
      ED25519 key fingerprint is SHA256:2YpL8hL+example.
      This key is not known by any other names.
      Are you sure you want to continue connecting (yes/no/[fingerprint])?
      """
    #expect(
      AskpassPrompt(question, kind: "")
        == .hostKey(keyType: "ED25519", fingerprint: "SHA256:2YpL8hL+example"))
    #expect(AskpassPrompt("root@10.0.0.1's password: ", kind: "") == .password)
    #expect(AskpassPrompt("(root@10.0.0.1) Password: ", kind: "") == .password)
    #expect(AskpassPrompt("Enter passphrase for key '/root/k': ", kind: "") == .passphrase)
    #expect(AskpassPrompt("Confirm user presence for key ED25519-SK", kind: "none") == .notice)
  }

  @Test("A stream begins after its mark, however it is cut")
  func marks() {
    let bytes = Array("motd\n\u{1e}mcctl 4711\u{1e}own\nwords".utf8)
    for cut in 1..<bytes.count {
      var stream = MarkedStream()
      let own = stream.take(Array(bytes[..<cut])) + stream.take(Array(bytes[cut...]))
      #expect(String(decoding: own, as: UTF8.self) == "own\nwords")
      #expect(stream.processID == 4711)
      #expect(String(decoding: stream.noise, as: UTF8.self) == "motd\n")
    }
  }

  @Test("A path of the settings is never more than a path")
  func configuration() {
    let text = SSHConfigurationFile(
      host: RemoteHost(address: "h", identityFile: "/k/100%/id", knownHosts: "/k h"),
      settings: SSHSettings(askpassProgram: "", environment: ["HOME": "/home/ops"]),
      controlPath: "/tmp/x", proxyCommand: nil
    ).text
    #expect(text.contains("IdentityFile \"/k/100%%/id\"\n"))
    #expect(text.contains("UserKnownHostsFile \"/k h\"\n"))
    #expect(text.contains("PasswordAuthentication no\n"))
    #expect(
      text.contains("Include \"/home/ops/.ssh/config\"\nInclude /etc/ssh/ssh_config\nCiphers "))
  }

  @Test("Of the ciphers the fast ones come first, unless the operator has said otherwise")
  func ciphers() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ssh-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let own = folder.appending(path: "own")
    try Data("Host h\n  Ciphers aes256-ctr\n".utf8).write(to: own)
    let standard = try Self.ciphers(["-F", "/dev/null"])
    for (configuration, expected) in [
      (SSHSettings.Configuration.none, nil), (.file(own.path), ["aes256-ctr"]),
    ] {
      var settings = SSHSettings(askpassProgram: "", environment: [:])
      settings.configuration = configuration
      let file = folder.appending(path: "config")
      let text = SSHConfigurationFile(
        host: RemoteHost(address: "h"), settings: settings, controlPath: "/tmp/x",
        proxyCommand: nil
      ).text
      try Data(text.utf8).write(to: file)
      let used = try Self.ciphers(["-F", file.path])
      #expect(used == expected ?? used && used.first == expected?.first ?? "aes128-gcm@openssh.com")
      #expect(Set(used).isSubset(of: standard))
    }
  }

  /// What `ssh` would offer, as it says itself.
  private static func ciphers(_ words: [String]) throws -> [String] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["ssh", "-G"] + words + ["h"]
    process.standardOutput = output
    try process.run()
    let text = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    let line = text.split(separator: "\n").first { $0.hasPrefix("ciphers ") }
    return line?.dropFirst("ciphers ".count).split(separator: ",").map(String.init) ?? []
  }
}
