import Foundation
import Testing

@testable import OpenClusterManagement

/// The scripts of a bundle as somebody runs them who has a POSIX shell, and perhaps not even kubectl.
@Suite("Scripts of a bundle")
struct BundleScriptTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "mcctl-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "manifests"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "bin"), withIntermediateDirectories: true)
  }

  private func write(_ source: BundleSource) throws {
    for file in try JoinBundle(source).files {
      try Data(file.contents).write(to: folder.appending(path: file.path))
    }
  }

  private func run(
    _ words: String..., path: String? = nil
  ) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = words
    process.currentDirectoryURL = folder
    let bin = folder.appending(path: "bin").path
    process.environment = ["PATH": path ?? "\(bin):/usr/bin:/bin", "HOME": folder.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// A kubectl that answers as a cluster of some version does, to some user.
  private func fakeKubectl(version: String = "28", isAdministrator: Bool = true) throws {
    let script = """
      #!/bin/sh
      case "$*" in
      *"get --raw /version"*) echo '{"major": "1", "minor": "\(version)+"}' ;;
      *"wait --for=condition=Established"*)
        echo "waited" >>'\(folder.path)/waits'
        [ "$(grep -c . '\(folder.path)/waits')" -gt 1 ] && exit 0
        echo "error: .status.conditions accessor error: <nil> is of the type <nil>, expected []interface{}" >&2
        exit 1 ;;
      *"auth can-i"*) \(isAdministrator ? "echo yes" : "echo no; exit 1") ;;
      *) echo "unexpected: $*" >>'\(folder.path)/calls' ;;
      esac
      """
    let file = folder.appending(path: "bin/kubectl")
    try Data(script.utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
  }

  private static let valid = JoinBundleTests.source(expires: Date(timeIntervalSinceNow: 86_400))

  @Test("are what every shell reads", arguments: ["join.sh", "leave.sh"])
  func syntax(script: String) throws {
    try write(Self.valid)
    let result = try run("-n", script)
    #expect(result.status == 0, "\(result.text)")
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/shellcheck") else { return }
    let check = try run("-c", "shellcheck --shell=sh --severity=style \(script)")
    #expect(check.status == 0, "\(check.text)")
  }

  @Test("say what they do, and refuse what they do not know", arguments: ["join.sh", "leave.sh"])
  func usage(script: String) throws {
    try write(Self.valid)
    let help = try run(script, "--help")
    #expect(help.status == 0)
    #expect(help.text.contains("--kubeconfig") && help.text.contains("edge-7"))
    #expect(try run(script, "--jion").status == 64)
    #expect(try run(script, "--timeout", "soon").status == 64)
    #expect(try run(script, "--context").status == 64)
  }

  @Test("join.sh looks at everything with --check, and changes nothing")
  func check() throws {
    try write(Self.valid)
    try fakeKubectl()
    let result = try run("join.sh", "--check")
    #expect(result.status == 0, "\(result.text)")
    #expect(result.text.contains("nothing was changed"))
    let calls = (try? String(contentsOf: folder.appending(path: "calls"), encoding: .utf8)) ?? ""
    #expect(!calls.contains("apply") && !calls.contains("delete"))
  }

  /// `kubectl wait` (1.36) ends at once with an error while a definition has no conditions, which it has not
  /// for the first moments.
  @Test("join.sh waits for a type that was only just made")
  func youngDefinition() throws {
    try write(Self.valid)
    try fakeKubectl()
    let result = try run("join.sh", "--no-wait")
    #expect(result.status == 0, "\(result.text)")
    let waits = try String(contentsOf: folder.appending(path: "waits"), encoding: .utf8)
    #expect(waits == "waited\nwaited\n")
  }

  @Test("join.sh refuses a file that was changed")
  func tampered() throws {
    try write(Self.valid)
    try fakeKubectl()
    let file = folder.appending(path: "manifests/04-operator.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("registration-operator", with: "evil").utf8).write(to: file)
    let result = try run("join.sh")
    #expect(result.status == 3)
    #expect(result.text.contains("manifests/04-operator.yaml is not as it was made"))
  }

  @Test("join.sh refuses a bundle that lacks a file")
  func incomplete() throws {
    try write(Self.valid)
    try fakeKubectl()
    try FileManager.default.removeItem(at: folder.appending(path: "manifests/05-agent.yaml"))
    let result = try run("join.sh")
    #expect(result.status == 3)
    #expect(result.text.contains("05-agent.yaml is missing"))
  }

  @Test("join.sh refuses a credential that has ended, and says how to get a new one")
  func expired() throws {
    try write(JoinBundleTests.source(expires: Date(timeIntervalSince1970: 1_700_000_000)))
    try fakeKubectl()
    let result = try run("join.sh")
    #expect(result.status == 3)
    #expect(result.text.contains("ended at 2023-11-14T22:13:20Z"))
    #expect(result.text.contains("mcctl import edge-7 --mode manual"))
  }

  @Test("They explain a cluster that is too old, and a user without rights")
  func prerequisites() throws {
    try write(Self.valid)
    try fakeKubectl(version: "21")
    let old = try run("join.sh")
    #expect(old.status == 3)
    #expect(old.text.contains("1.22 or newer is needed"))
    try fakeKubectl(isAdministrator: false)
    #expect(try run("join.sh").status == 4)
    #expect(try run("leave.sh", "--yes").status == 4)
  }

  @Test("They explain that kubectl is missing")
  func noKubectl() throws {
    try write(Self.valid)
    // What the scripts need besides, and no kubectl.
    for tool in ["cut", "sed", "tr", "grep", "dirname", "date", "cat", "sha256sum", "sleep"] {
      let found = ["/usr/bin/\(tool)", "/bin/\(tool)"].first {
        FileManager.default.isExecutableFile(atPath: $0)
      }
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending(path: "bin/\(tool)").path,
        withDestinationPath: try #require(found))
    }
    let result = try run("join.sh", path: folder.appending(path: "bin").path)
    #expect(result.status == 1)
    #expect(result.text.contains("kubectl is not installed"))
  }

  @Test("Values of the bundle are quoted, whatever is in them")
  func quoting() throws {
    #expect(ScriptFacts.quoted("it's $(here) `there` \"x\"") == #"'it'\''s $(here) `there` "x"'"#)
    var source = Self.valid
    source.agent.bootstrap.server = "https://hub.example:6443/'; touch pwned; '"
    try write(source)
    _ = try run("join.sh", "--help")
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "pwned").path))
  }
}
